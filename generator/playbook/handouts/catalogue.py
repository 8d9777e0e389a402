"""Library -> every handout that there is, in the order of use."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.config.settings import Settings
from playbook.drawing.cache import PictureCache
from playbook.handouts.cards import PAPERS, Flip
from playbook.handouts.handout import Handout, Section, shorten_reason
from playbook.handouts.pack import Pack, flip_suffix, make_pack
from playbook.handouts.portrait_poster import add_person
from playbook.handouts.poster import Form, make_poster
from playbook.handouts.rich_text import RichText
from playbook.language import N_, _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.parts.session_plan import SessionPlan

FOLDER = "handouts"
POSTERS: tuple[tuple[Form, str], ...] = (
    ("poster", N_("Poster on large paper")),
    ("tiles", N_("Poster on several sheets, to tape together")),
)
"""What posters are called in addresses and in menus."""


@dataclass(frozen=True)
class Order:
    """What a printer is asked for: for how many people, and over which edge it flips a sheet."""

    copies: int | None = None
    """How many come; None where nobody said, so that the exercises decide."""
    flip: Flip = "long"


def list_offered_handouts(
    entry: Entry, library: Library, settings: Settings, cache: PictureCache
) -> Iterator[Handout]:
    """Yield what an artifact's page offers: its session in one file, or a poster to hang up.

    A site holds nothing else; `playbook handouts` prints the others.
    """
    site = settings.site_name
    rich_text = RichText(settings.site_url, library.resolve, entry, library.fonts)
    yield from catch_faults(list_packs(rich_text, site, Order(), cache), entry, site)
    is_team_picture = entry.kind.is_in_motion and entry.artifact.is_shared
    if is_team_picture or session_of(entry):
        forms = POSTERS if is_team_picture else POSTERS[:1]
        yield from catch_faults(list_posters(rich_text, settings, cache, forms), entry, site)


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
    yield from catch_faults(list_posters(rich_text, settings, cache), entry, site)
    yield from catch_faults(list_session_handouts(rich_text, site, order, cache), entry, site)


def catch_faults(handouts: Iterator[Handout], entry: Entry, site: str) -> Iterator[Handout]:
    """Yield handouts; where one can't be made, one with the fault in place of the rest."""
    try:
        yield from handouts
    except Exception as error:  # noqa: BLE001 - the others are still printed
        title, fault = entry.artifact.title.plain(), shorten_reason(error)
        path = f"{folder_of(entry)}/fault"
        yield Handout(path, title, site, of=entry.id, use="fault", fault=fault)


def list_posters(
    rich_text: RichText,
    settings: Settings,
    cache: PictureCache,
    forms: tuple[tuple[Form, str], ...] = POSTERS,
) -> Iterator[Handout]:
    """Yield posters of an artifact's first picture, or of each of those that a session needs.

    A poster has two parts: in colour, and in black and white.
    """
    entry = rich_text.entry
    is_session, headlines = session_of(entry) is not None, entry.artifact.headlines
    for drawing in entry.drawings if is_session else entry.drawings[:1]:
        title = drawing.title if is_session else entry.artifact.title.plain()
        for use, menu in forms:
            posters = [
                make_poster(rich_text, title, drawing, cache, use, colours, headlines)
                for colours in (settings.look.light, {})
            ]
            if person := entry.artifact.person:
                quote = entry.artifact.person_quote
                posters = [add_person(poster, person, quote, rich_text) for poster in posters]
            ending = f"-{drawing.name}" if is_session else ""
            yield Handout(
                path=f"{folder_of(entry)}/{use}{ending}",
                title=_("Poster: %(title)s", title=title),
                site=settings.site_name,
                sheets=posters,
                use=use,
                menu=menu,
                sections=[
                    Section(_("In colour")),
                    Section(_("In black and white")),
                ],
                of=entry.id,
                fonts=rich_text.fonts,
                subject=title if is_session else "",
                sizes={paper: posters[0].describe_size(paper) for paper in PAPERS},
            )


def list_packs(
    rich_text: RichText, site: str, order: Order, cache: PictureCache
) -> Iterator[Handout]:
    """Yield all that an artifact's session needs, in one file."""
    if session := session_of(rich_text.entry):
        pack = make_pack(session, rich_text, cache, order.copies, order.flip)
        yield make_pack_handout(pack, rich_text, site, order.flip)


def list_session_handouts(
    rich_text: RichText, site: str, order: Order, cache: PictureCache
) -> Iterator[Handout]:
    """Yield the handouts of an artifact's session: all of them in one pack, and each on its own."""
    session = session_of(rich_text.entry)
    if not session:
        return
    pack = make_pack(session, rich_text, cache, order.copies, order.flip)
    yield make_pack_handout(pack, rich_text, site, order.flip)
    for item in pack.items:
        yield Handout(
            path=f"{folder_of(rich_text.entry)}/{item.path}",
            title=item.title,
            site=site,
            sheets=[item.sheet],
            use=item.use,
            of=rich_text.entry.id,
            part=item.part,
            fonts=rich_text.fonts,
        )


def make_pack_handout(pack: Pack, rich_text: RichText, site: str, flip: Flip) -> Handout:
    """Return a session's sheets as one file, for a printer that flips so."""
    entry = rich_text.entry
    return Handout(
        path=f"{folder_of(entry)}/pack{flip_suffix(flip)}",
        title=_("Everything for the session: %(title)s", title=entry.artifact.title.plain()),
        site=site,
        sheets=pack.sheets,
        use="pack",
        menu=N_("Everything for the session"),
        sections=[item.section for item in pack.items],
        of=entry.id,
        fonts=rich_text.fonts,
    )


def session_of(entry: Entry) -> SessionPlan | None:
    """Return the session that an artifact has sheets for; None if there is nothing to meet for."""
    session: SessionPlan | None = entry.artifact.session
    return session if session and not session.is_empty else None


def folder_of(entry: Entry) -> str:
    """Return where an artifact's handouts lie, from the site's root."""
    return f"{FOLDER}/{entry.kind.folder}/{entry.id}"
