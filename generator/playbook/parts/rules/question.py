"""What makes a question worth asking."""

import re
from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.question import Question, Questions
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import find_opening_word
from playbook.text.english import quoted

MOST = 2
INVITATION = re.compile(r"[^?]*?[.:!](?=\s)")
"""What opens a question without asking: 'Have your map beside you. What …'."""


@rule("QU001", "yes-no-question")
def yes_no_question(it: Any) -> Iterator[Finding]:
    """A question that can be answered with yes ends a conversation; one that opens with what, how or when
    begins it (ch. 5).

    Bad:
        questions: {individual: [Do you draw at work?], team: [What do you see?]}
    Good:
        questions: {individual: [When did you last draw something at work?], team: [What do you see?]}
    """
    for loc, one in find_pieces(it, Question):
        if INVITATION.match(one.ask.plain()):
            continue
        if word := find_opening_word(one.ask.plain(), "yes-no"):
            message = (
                f"{quoted(one.ask.plain())} can be answered with yes or no ('{word} …'): "
                "open it with what, how or when"
            )
            yield Finding((*loc, "ask"), message)


@rule("QU002", "three-questions-in-one")
def three_questions_in_one(it: Any) -> Iterator[Finding]:
    """People answer the last thing they were asked; one question at a time gets all its answers.

    Bad:
        questions: {individual: ["What stops you? Is it time? Is it fear?"], team: [What do you see?]}
    Good:
        questions: {individual: [What stops you?], team: [What do you see?]}
    """
    for loc, one in find_pieces(it, Question):
        if (asked := len(re.findall(r"\?+", one.ask.plain()))) > MOST:
            message = (
                f"{quoted(one.ask.plain())} asks {asked} things: keep one, "
                "and make each of the others a question of its own"
            )
            yield Finding((*loc, "ask"), message)


@rule("QU003", "one-sort-of-questions")
def one_sort_of_questions(it: Any) -> Iterator[Finding]:
    """Thinking alone first brings out what nobody would say in a group, and talking brings out what
    nobody thought of alone (ch. 4).

    Bad:
        questions: {team: [What do you see?]}
    Good:
        questions: {individual: [When did you last draw something?], team: [What do you see?]}
    """
    for loc, one in find_pieces(it, Questions):
        if bool(one.individual) != bool(one.team):
            missing = "individual" if one.team else "team"
            yield Finding(loc, f"there is only one sort of question: add '{missing}:'")


RULES = (yes_no_question, three_questions_in_one, one_sort_of_questions)
