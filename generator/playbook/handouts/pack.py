"""Everything for a session in one file, in the order of use."""

from collections.abc import Iterator

from playbook.handouts.canvases.emblem import EMBLEM
from playbook.handouts.cards import anti_pattern_cards, cards, question_cards
from playbook.handouts.facilitator import facilitator, facts, has_steps
from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import Typist, plain
from playbook.handouts.worksheet import worksheets
from playbook.language import N_, _, ngettext

DECKS = (
    ("question-cards", N_("Question cards"), question_cards),
    ("anti-pattern-cards", N_("Anti-pattern cards"), anti_pattern_cards),
)
Held = list[tuple[Sheet, int, str]]
"""Sheets, with how many copies of each and how to print them."""


def pack(typist: Typist, copies: int) -> list[Sheet]:
    """Return the sheets of a play's or a guide's session, with a cover that says how many copies of each."""
    held: Held = [(guide(typist, copies), 1, _("for you")), *given_out(typist, copies)]
    return [cover(typist, held, copies), *(sheet for sheet, *_rest in held)]


def guide(typist: Typist, copies: int) -> Sheet:
    """Return the facilitator's sheet, with what is given out in the session among what has to be on the table."""
    held = given_out(typist, copies)
    return facilitator(
        typist, [(called(sheet), number) for sheet, number, _how in held if not is_beside(sheet, typist)]
    )


def given_out(typist: Typist, copies: int) -> Held:
    """Return what each participant gets, and the cards that everybody draws from."""
    once, later = _("one each"), _("one each, if you do it")
    each_gets: Held = [
        (sheet, copies, later if is_beside(sheet, typist) else once) for _own, sheet in worksheets(typist)
    ]
    return [*each_gets, *((sheet, 1, _("on both sides, then cut")) for *_rest, sheet in decks(typist))]


def is_beside(sheet: Sheet, typist: Typist) -> bool:
    """Whether a sheet belongs to an exercise that is not part of the session itself."""
    return bool(sheet.get("steps")) and has_steps(typist.entry.artifact)


def decks(typist: Typist) -> Iterator[tuple[str, str, Sheet]]:
    """Yield each stack of cards that there is, after its name in addresses and its title."""
    for name, title, made in DECKS:
        if deck := list(made(typist.entry.artifact, typist)):
            yield name, _(title), cards(_(title), deck, typist)


def cover(typist: Typist, held: Held, copies: int) -> Sheet:
    """Return the first page."""
    it = typist.entry.artifact
    address = typist.address(typist.entry)
    return {
        "kind": "cover",
        "mark": _("Session pack"),
        "eyebrow": plain(_(typist.entry.kind.title)),
        "title": typist.runs(it.title),
        "purpose": typist.runs(it.summary),
        "running": running(it.title.plain()),
        "address": address,
        "short": short(address),
        "picture": EMBLEM,
        "told": _("An opportunity solution tree"),
        "facts": facts(it, typist),
        "heading": ngettext("What to print", "What to print for %(number)s people", copies),
        "parts": [{"title": words(sheet), "copies": number, "how": how} for sheet, number, how in held],
    }


def words(sheet: Sheet) -> str:
    """Return what a sheet is called on the cover and among the materials."""
    return _("Facilitator's sheet") if sheet["kind"] == "facilitator" else str(sheet["running"])


def called(sheet: Sheet) -> str:
    """Return what a sheet is called among things of other sorts."""
    return _("Worksheet: %(title)s", title=words(sheet)) if sheet["kind"] == "worksheet" else words(sheet)
