"""Library -> every handout that there is, in the order of use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.cards import Flip
from playbook.handouts.handout import Handout, shorten_reason
from playbook.handouts.pack import make_pack
from playbook.handouts.poster import make_poster
from playbook.handouts.rich_text import RichText
from playbook.language import N_, _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.parts.session_plan import SessionPlan

FOLDER = "handouts"
POSTERS = (
    ("poster", N_("Poster on one large sheet")),
    ("tiles", N_("Poster over several sheets, to be joined")),
)
"""What posters are called in addresses and in menus."""


@dataclass(frozen=True)
class Order:
    """What a printer is asked for: for how many people, and over which edge it flips a sheet."""

    copies: int = 8
    flips: tuple[Flip, ...] = ("long", "short")


def list_all_handouts(
    library: Library, settings: Settings, order: Order, cache: PictureCache
) -> Iterator[Handout]:
    """Yield the handouts of each artifact."""
    for entry in library.entries.values():
        yield from list_handouts(entry, library, settings, order, cache)


def list_handouts(
    entry: Entry, library: Library, settings: Settings, order: Order, cache: PictureCache
) -> Iterator[Handout]:
    """Yield the handouts of an artifact."""
    site = settings.site_name
    rich_text = RichText(settings.site_url, library.resolve, entry, library.fonts)
    yield from catch_faults(list_posters(rich_text, site, cache), entry, site)
    yield from catch_faults(list_session_handouts(rich_text, site, order), entry, site)


def catch_faults(handouts: Iterator[Handout], entry: Entry, site: str) -> Iterator[Handout]:
    """Yield handouts; where one can't be made, one with the fault in place of the rest."""
    try:
        yield from handouts
    except Exception as error:  # noqa: BLE001 - the others are still printed
        title, fault = entry.artifact.title.plain(), shorten_reason(error)
        path = f"{folder_of(entry)}/fault"
        yield Handout(path, title, site, of=entry.id, use="fault", fault=fault)


def list_posters(rich_text: RichText, site: str, cache: PictureCache) -> Iterator[Handout]:
    """Yield the first picture of an artifact that is no session: on one sheet, and over several."""
    entry = rich_text.entry
    title = entry.artifact.title.plain()
    drawing = next(iter(entry.drawings), None)
    if not drawing or session_of(entry):
        return
    for use, menu in POSTERS:
        picture = cache.draw_picture(drawing)
        is_tiled = use == "tiles"
        poster = make_poster(rich_text, title, drawing.description, picture, tiled=is_tiled)
        yield Handout(
            path=f"{folder_of(entry)}/{use}",
            title=_("Poster: %(title)s", title=title),
            site=site,
            sheets=[poster],
            use=use,
            menu=menu,
            of=entry.id,
            fonts=rich_text.fonts,
        )


def list_session_handouts(rich_text: RichText, site: str, order: Order) -> Iterator[Handout]:
    """Yield the handouts of an artifact's session: all of them in one pack, and each on its own."""
    entry = rich_text.entry
    session = session_of(entry)
    if not session:
        return
    folder, first_flip = folder_of(entry), order.flips[0]
    make_handout = partial(Handout, site=site, of=entry.id, fonts=rich_text.fonts)
    pack = make_pack(session, rich_text, order.copies)
    yield make_handout(
        path=f"{folder}/pack{flip_suffix(first_flip)}",
        title=_("Everything for the session: %(title)s", title=entry.artifact.title.plain()),
        sheets=pack.sheets,
        use="pack",
        menu=N_("Everything for the session"),
        flip=first_flip,
    )
    for item in pack.items:
        for flip in order.flips if item.flipped_menu else ("long",):
            yield make_handout(
                path=f"{folder}/{item.path}{flip_suffix(flip)}",
                title=item.title,
                sheets=[item.sheet],
                use=item.use,
                menu=item.menu if flip == "long" else item.flipped_menu,
                part=item.part,
                flip=flip,
            )


def session_of(entry: Entry) -> SessionPlan | None:
    """Return the session that an artifact has sheets for; None if there is nothing to meet for."""
    session: SessionPlan | None = entry.artifact.session
    return session if session and not session.is_empty else None


def folder_of(entry: Entry) -> str:
    """Return where an artifact's handouts lie, from the site's root."""
    return f"{FOLDER}/{entry.kind.folder}/{entry.id}"


def flip_suffix(flip: Flip) -> str:
    """Return what the name of a file for printers that flip so ends with."""
    return "" if flip == "long" else f".{flip}"
