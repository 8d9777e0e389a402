"""What a text needs to come out well on paper."""

from collections.abc import Iterator
from typing import Any

from playbook.drawing.fit import fits_card, fits_page
from playbook.model.traverse import find_pieces
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.exercise import Exercise
from playbook.parts.question import Question
from playbook.rules.rule import Finding, Others, rule
from playbook.text.inline import Text

MOST_SHOWN = 5


@rule("PA001", "sign-no-font-has")
def sign_no_font_has(it: Any, others: Others) -> Iterator[Finding]:
    """Printed sheets carry their own fonts, for emoji and most of the world's writing; what they
    lack prints as a box.

    Bad:
        exercises:
          - {title: Draw ꦗꦮ, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw alone, Show it]}
    Good:
        exercises:
          - {title: Draw 🎨, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw alone, Show it]}
    """
    for loc, text in find_pieces(it, Text):
        if not text.isascii() and (signs := others.fonts.lacking(text.plain())):
            named = ", ".join(f"'{sign}' ({list_code_points(sign)})" for sign in signs[:MOST_SHOWN])
            more = f" and {len(signs) - MOST_SHOWN} more" if len(signs) > MOST_SHOWN else ""
            yield Finding(
                loc,
                f"the printed sheets have no font for {named}{more}, and show a box there:"
                " name one that has it under 'fonts:' in site_config/identity.yml, or use words",
            )


def list_code_points(sign: str) -> str:
    """Return how Unicode's tables call a character: `U+0E01`, or several for one of several."""
    return " ".join(f"U+{ord(each):04X}" for each in sign)


@rule("PA002", "card-too-full")
def card_too_full(it: Any) -> Iterator[Finding]:
    """A card is read at arm's length while others wait; what doesn't fit it in large letters is
    printed smaller.

    Bad:
        questions:
          individual:
            - >-
              What did you think when you last watched someone use what you made, and what did you do on the day after,
              whom did you tell about it, what did they say, which of your plans did it change, which did it leave as it
              was, what would you have to see now, on the same day of the week, at the same desk and with the same
              person, to say in front of all of us that you had been wrong about them, about it and about yourself, and
              what would you do first if you were, today or tomorrow, alone or with the two people who sit beside you
              while you think about this question, which has become far too long to be read aloud from any card?
    Good:
        questions: {individual: [What surprised you when you last watched someone use what you made?]}
    """
    for loc, one in find_pieces(it, Question):
        if not fits_card([one.ask.plain()], front=True):
            yield Finding((*loc, "ask"), f"the question {describe_overflow('front')}")
        if one.listen_for and not fits_card([one.listen_for.plain()], front=False):
            yield Finding((*loc, "listen_for"), f"what to listen for {describe_overflow('back')}")
    for loc, trap in find_pieces(it, AntiPattern):
        if not fits_card([trap.smell.plain()], front=True):
            yield Finding((*loc, "smell"), f"the smell of '{trap.id}' {describe_overflow('front')}")
        behind = [text.plain() for text in (trap.harm, trap.fix) if text]
        if not fits_card(behind, front=False):
            yield Finding(
                (*loc, "harm"),
                f"the harm and the fix of '{trap.id}' are too long for the back of a card: shorten them",
            )


def describe_overflow(side: str) -> str:
    """Return what to do about a text that does not fit a side of its card."""
    return f"is too long for the {side} of a card: shorten it, or split it"


@rule("PA003", "worksheet-too-full")
def worksheet_too_full(it: Any) -> Iterator[Finding]:
    """People work with a sheet whose steps they see at once; steps that run over a page leave no
    room for the work.

    Bad:
        exercises:
          - title: Draw
            purpose: To see
            time: {team: 20}
            who: The trio
            steps: [Draw, Show, Ask, Dot, Draw, Show, Ask, Dot, Draw, Show, Ask, Dot, Draw, Show, Ask, Dot,
              Draw, Show, Ask, Dot, Draw, Show, Ask, Dot, Draw, Show, Ask, Dot, Draw, Show, Ask, Dot]
    Good:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw alone, Show it]}
    """
    for loc, one in find_pieces(it, Exercise):
        facts = (
            "; ".join(text.plain() for text in one.materials),
            one.who.plain(),
            one.purpose.plain(),
        )
        steps = [
            f"{step.lead.plain() if step.lead else ''} {step.text.plain()}" for step in one.steps
        ]
        if not fits_page(facts, steps):
            yield Finding(
                (*loc, "steps"),
                f"the steps of '{one.id}' run over a page when printed: shorten or split them",
            )


RULES = (sign_no_font_has, card_too_full, worksheet_too_full)
