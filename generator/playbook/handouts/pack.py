"""Everything for a session in one file, in the order of use."""

from collections.abc import Iterator

from playbook.handouts.canvases.emblem import EMBLEM
from playbook.handouts.cards import anti_pattern_cards, cards, question_cards
from playbook.handouts.facilitator import facilitator, facts
from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, plain
from playbook.handouts.worksheet import worksheets
from playbook.language import N_, _, ngettext
from playbook.parts.session_plan import SessionPlan

DECKS = (
    ("question-cards", N_("Question cards"), question_cards),
    ("anti-pattern-cards", N_("Anti-pattern cards"), anti_pattern_cards),
)
Held = list[tuple[Sheet, int, str]]
"""Sheets, with how many copies of each and how to print them."""


def pack(session: SessionPlan, rich_text: RichText, copies: int) -> list[Sheet]:
    """Return the sheets of a play's or a guide's session, with a cover that says how many copies of each."""
    held: Held = [(guide(session, rich_text, copies), 1, _("for you")), *given_out(session, rich_text, copies)]
    return [cover(session, rich_text, held, copies), *(sheet for sheet, *_rest in held)]


def guide(session: SessionPlan, rich_text: RichText, copies: int) -> Sheet:
    """Return the facilitator's sheet, with what is given out in the session among what has to be on the table."""
    held = given_out(session, rich_text, copies)
    return facilitator(
        session, rich_text, [(called(sheet), number) for sheet, number, _how in held if not is_beside(sheet, session)]
    )


def given_out(session: SessionPlan, rich_text: RichText, copies: int) -> Held:
    """Return what each participant gets, and the cards that everybody draws from."""
    once, later = _("one each"), _("one each, if you do it")
    each_gets: Held = [
        (sheet, copies, later if is_beside(sheet, session) else once) for _own, sheet in worksheets(session, rich_text)
    ]
    return [*each_gets, *((sheet, 1, _("on both sides, then cut")) for *_rest, sheet in decks(session, rich_text))]


def is_beside(sheet: Sheet, session: SessionPlan) -> bool:
    """Whether a sheet belongs to an exercise that is not part of the session itself."""
    return bool(sheet.get("steps")) and session.are_exercises_extra


def decks(session: SessionPlan, rich_text: RichText) -> Iterator[tuple[str, str, Sheet]]:
    """Yield each stack of cards that there is, after its name in addresses and its title."""
    for name, title, made in DECKS:
        if deck := list(made(session, rich_text)):
            yield name, _(title), cards(_(title), deck, rich_text)


def cover(session: SessionPlan, rich_text: RichText, held: Held, copies: int) -> Sheet:
    """Return the first page."""
    it = rich_text.entry.artifact
    address = rich_text.address(rich_text.entry)
    return {
        "kind": "cover",
        "mark": _("Session pack"),
        "eyebrow": plain(_(rich_text.entry.kind.title)),
        "title": rich_text.runs(it.title),
        "purpose": rich_text.runs(it.summary),
        "running": running(it.title.plain()),
        "address": address,
        "short": short(address),
        "picture": EMBLEM,
        "told": _("An opportunity solution tree"),
        "facts": facts(session, rich_text),
        "heading": ngettext("What to print", "What to print for %(number)s people", copies),
        "parts": [{"title": words(sheet), "copies": number, "how": how} for sheet, number, how in held],
    }


def words(sheet: Sheet) -> str:
    """Return what a sheet is called on the cover and among the materials."""
    return _("Facilitator's sheet") if sheet["kind"] == "facilitator" else str(sheet["running"])


def called(sheet: Sheet) -> str:
    """Return what a sheet is called among things of other sorts."""
    return _("Worksheet: %(title)s", title=words(sheet)) if sheet["kind"] == "worksheet" else words(sheet)
