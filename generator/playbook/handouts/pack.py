"""Everything for a session, in the order of use: made once, printed together and one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.drawing.cache import PictureCache
from playbook.handouts.cards import (
    Flip,
    list_anti_pattern_cards,
    list_question_cards,
    make_deck,
)
from playbook.handouts.cover import Cover, make_cover
from playbook.handouts.facilitator import TIMES, make_facilitator_sheet
from playbook.handouts.filled_sheet import make_filled_sheet
from playbook.handouts.pack_item import PackItem
from playbook.handouts.poster import make_poster
from playbook.handouts.rich_text import RichText
from playbook.handouts.sheet import Sheet
from playbook.handouts.worksheet import list_worksheets
from playbook.language import N_, _
from playbook.parts.session_plan import SessionPlan

DECKS = (
    ("question-cards", N_("Question cards"), list_question_cards),
    ("anti-pattern-cards", N_("Anti-pattern cards"), list_anti_pattern_cards),
)
"""For each stack of cards its name in addresses, what it is called, and what makes the cards."""

MANY = 8
"""How many come to a session that doesn't say so, and at most where nobody ordered more."""


@dataclass(frozen=True)
class Pack:
    """All sheets of a session, each made once."""

    cover: Cover
    items: tuple[PackItem, ...]

    @property
    def sheets(self) -> list[Sheet]:
        """The cover, and what it lists."""
        return [self.cover, *(item.sheet for item in self.items)]


def make_pack(
    session: SessionPlan,
    rich_text: RichText,
    cache: PictureCache,
    copies: int | None = None,
    flip: Flip = "long",
) -> Pack:
    """Return the sheets of a session for so many people, its cards for a printer that flips so.

    Where nobody said how many come, each worksheet is for as many as its exercise works for.
    """
    handed_out = (
        *list_example_items(session, rich_text),
        *list_picture_items(rich_text, cache),
        *list_worksheet_items(session, rich_text, copies),
        *list_deck_items(session, rich_text, flip),
    )
    items = (make_facilitator_item(session, rich_text, handed_out), *handed_out)
    most = copies or max((item.copies for item in items if item.is_each), default=MANY)
    return Pack(make_cover(session, rich_text, items, most, flip), items)


def make_facilitator_item(
    session: SessionPlan, rich_text: RichText, handed_out: tuple[PackItem, ...]
) -> PackItem:
    """Return the facilitator's sheet, with what is handed out among what has to be on the table."""
    materials = [count_material(item) for item in handed_out if item.is_on_table]
    title = rich_text.entry.artifact.title.plain()
    return PackItem(
        sheet=make_facilitator_sheet(session, rich_text, materials),
        path="facilitator",
        title=_("Facilitator's sheet: %(title)s", title=title),
        label=_("Facilitator's sheet"),
        use="facilitator",
        copies=1,
        how=_("for you"),
    )


def count_material(item: PackItem) -> str:
    """Return what a sheet is called among the things on the table, and how many of it."""
    if item.is_each:
        worksheet = _("Worksheet: %(title)s", title=item.label)
        return _("%(title)s, one each", title=worksheet)
    return f"{item.copies} {TIMES} {item.label}"


def list_example_items(session: SessionPlan, rich_text: RichText) -> Iterator[PackItem]:
    """Yield the filled-in sheet that shows what a good result looks like, if there is one."""
    if example := session.example_sheet:
        sheet = make_filled_sheet(example, rich_text)
        yield PackItem(
            sheet=sheet,
            path="filled-in-example",
            title=_("Filled-in example: %(title)s", title=example.title.plain()),
            label=_("Filled-in example"),
            use="example",
            copies=1,
            how=_("to show what a good result looks like"),
            is_on_table=False,
        )


def list_picture_items(rich_text: RichText, cache: PictureCache) -> Iterator[PackItem]:
    """Yield each picture of the session's page, large enough to be read on a table."""
    for drawing in rich_text.entry.drawings:
        title = _("Picture: %(title)s", title=drawing.title)
        yield PackItem(
            sheet=make_poster(rich_text, drawing.title, drawing, cache, "page"),
            path=f"picture-{drawing.name}",
            title=title,
            label=title,
            use="picture",
            copies=1,
            how=_("on one side, for everybody"),
            is_on_table=False,
        )


def list_worksheet_items(
    session: SessionPlan, rich_text: RichText, copies: int | None
) -> Iterator[PackItem]:
    """Yield what each participant gets."""
    fitting = {one.id: one.people.most for one in session.exercises if one.people}
    for piece, worksheet in list_worksheets(session, rich_text):
        is_extra = piece in session.extra_exercises
        yield PackItem(
            sheet=worksheet,
            path=f"worksheet-{piece.id}",
            title=_("Worksheet: %(title)s", title=piece.title.plain()),
            label=worksheet.head.running,
            use="worksheet",
            part=str(piece.id),
            copies=copies or min(fitting.get(piece.id) or MANY, MANY),
            is_each=True,
            how=_("one each, if you do it") if is_extra else _("one each"),
            is_on_table=not is_extra,
        )


def list_deck_items(session: SessionPlan, rich_text: RichText, flip: Flip) -> Iterator[PackItem]:
    """Yield each stack of cards that there is, for everybody to draw from."""
    title = rich_text.entry.artifact.title.plain()
    for name, message, list_cards in DECKS:
        if cards := list(list_cards(session, rich_text)):
            label = _(message)
            yield PackItem(
                sheet=make_deck(label, cards, rich_text, flip),
                path=f"{name}{flip_suffix(flip)}",
                title=f"{label}: {title}",
                label=label,
                use=name,
                copies=1,
                is_deck=True,
                how=_("on both sides, then cut"),
            )


def flip_suffix(flip: Flip) -> str:
    """Return what the name of a file for printers that flip so ends with."""
    return "" if flip == "long" else f".{flip}"
