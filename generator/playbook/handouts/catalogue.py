"""Library -> every handout that there is, in the order of use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.cards import Flip
from playbook.handouts.handout import Handout, reason
from playbook.handouts.pack import decks, guide, pack
from playbook.handouts.poster import poster
from playbook.handouts.rich_text import RichText
from playbook.handouts.worksheet import worksheets
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text

FOLDER = "handouts"


@dataclass(frozen=True)
class Order:
    """What a printer is asked for: for how many people, and over which edge it flips a sheet."""

    copies: int = 8
    flips: tuple[Flip, ...] = ("long", "short")


def listing(library: Library, settings: Settings, order: Order, cache: PictureCache) -> Iterator[Handout]:
    """Yield the handouts of each artifact."""
    for entry in library.entries.values():
        yield from list_handouts(entry, library, settings, order, cache)


def list_handouts(
    entry: Entry, library: Library, settings: Settings, order: Order, cache: PictureCache
) -> Iterator[Handout]:
    """Yield the handouts of an artifact."""
    rich_text = RichText(settings.site_url, library.resolve, entry, library.fonts)
    yield from safely(posters(rich_text, settings.site_name, cache), entry, settings.site_name)
    yield from safely(handouts_of(entry, rich_text, settings.site_name, order), entry, settings.site_name)


def safely(handouts: Iterator[Handout], entry: Entry, site: str) -> Iterator[Handout]:
    """Yield an artifact's handouts; and where one can't be made, one with that fault in place of the rest."""
    try:
        yield from handouts
    except Exception as error:  # noqa: BLE001 - whatever one artifact stumbles over, the others are printed
        title = entry.artifact.title.plain()
        yield Handout(f"{folder_of(entry)}/fault", title, site, of=entry.id, use="fault", fault=reason(error))


def posters(rich_text: RichText, site: str, cache: PictureCache) -> Iterator[Handout]:
    """Yield an artifact's first picture, where it is one to look at together: on one sheet, and over several."""
    entry = rich_text.entry
    title = entry.artifact.title.plain()
    drawing = next(iter(entry.drawings), None)
    if not drawing or session_of(entry):
        return
    for use in ("poster", "tiles"):
        sheet = poster(rich_text, title, drawing.description, cache.draw_picture(drawing), tiled=use == "tiles")
        words = _("Poster: %(title)s", title=title)
        yield Handout(f"{folder_of(entry)}/{use}", words, site, [sheet], use=use, of=entry.id, fonts=rich_text.fonts)


def folder_of(entry: Entry) -> str:
    """Return where an artifact's handouts lie, from the site's root."""
    return f"{FOLDER}/{entry.kind.folder}/{entry.id}"


def handouts_of(entry: Entry, rich_text: RichText, site: str, order: Order) -> Iterator[Handout]:
    """Yield an artifact's handouts: for each exercise a worksheet, and what else a session needs."""
    session = session_of(entry)
    if not session:
        return
    folder = folder_of(entry)
    made = partial(Handout, site=site, of=entry.id, fonts=rich_text.fonts)
    title = entry.artifact.title.plain()
    first = order.flips[0]
    path = f"{folder}/pack{ending(first)}"
    yield made(
        path,
        _("Everything for the session: %(title)s", title=title),
        sheets=pack(session, rich_text, order.copies),
        use="pack",
        flip=first,
    )
    path = f"{folder}/facilitator"
    yield made(
        path,
        _("Facilitator's sheet: %(title)s", title=title),
        sheets=[guide(session, rich_text, order.copies)],
        use="facilitator",
    )
    for one, sheet in worksheets(session, rich_text):
        part = str(one.id)
        words = _("Worksheet: %(title)s", title=Text(one.title).plain())
        yield made(f"{folder}/worksheet-{part}", words, sheets=[sheet], use="worksheet", part=part)
    for name, words, sheet in decks(session, rich_text):
        for flip in order.flips:
            yield made(f"{folder}/{name}{ending(flip)}", f"{words}: {title}", sheets=[sheet], use=name, flip=flip)


def session_of(entry: Entry) -> SessionPlan | None:
    """Return the session that an artifact has sheets for; None where there is nothing to meet for."""
    session: SessionPlan | None = entry.artifact.session
    return session if session and not session.is_empty else None


def ending(flip: Flip) -> str:
    """Return what the name of a file for printers that flip so ends with."""
    return "" if flip == "long" else f".{flip}"
