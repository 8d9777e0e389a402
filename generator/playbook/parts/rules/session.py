"""What a facilitator needs to hold a session as it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from playbook.model.traverse import find_pieces, remember
from playbook.parts.checklist import Checklist
from playbook.parts.exercise import Exercise
from playbook.rules.durations import add_up, find_durations
from playbook.rules.rule import Finding, rule
from playbook.source.document import Loc

THINGS = {
    "cards": "cards?",
    "coloured dots": r"(?:sticky |coloured |red |green |blue )?dots",
    "dice": "dice|die",
    "envelopes": "envelopes?",
    "an index card": "index cards?",
    "pens": "pens?|pencils?|markers?|highlighters?",
    "a projector": "projectors?|beamers?",
    "scissors": "scissors",
    "sticky notes": "sticky notes?|stickies|post-its?|post-it notes?",
    "string": "string|yarn",
    "tape": "tape",
    "a timer": "timers?|stopwatch(?:es)?",
    "a whiteboard": "whiteboards?|flip ?charts?",
}
"""What lies on the table, and the words for it; 'sheet' and 'screen' mean too much else."""
ALSO = {"a timer": "clocks?|phones?|watch(?:es)?", "a whiteboard": "boards?|walls?"}
"""What does as well."""
TRIO = r"product manager|designer|engineer"
ROLES = (
    rf"facilitator|{TRIO}|analyst|researcher|tester|seller|marketer|accountant|lawyer|"
    r"(?:support|sales|team|tech|marketing) (?:lead|leader|manager)|solutions engineer|"
    r"product marketer|head of \w+|chief executive"
)
ACTS = re.compile(
    rf"(?:(?:^|[.!?:;]\s+[\"“]?)(?:The|An?|Your|One|Two)|\b[Ll]et the) (?P<role>{ROLES})s?\b(?!['’])"  # noqa: RUF001 - a typographer's apostrophe
)
"""A role that a sentence begins with, or that is let do something, has to be there."""
TEAM = re.compile(
    r"(?i)\b(?<!one of the )(?<!one of the product )(?:trios?|product team|everyone|everybody|whole team|anyone)\b"
)
IN_BRACKETS = re.compile(r"\(([^()]*)\)")
MARGIN = 1.1
"""A tenth is rounding."""


NAMED = re.compile(
    r"\b(?<!-)(?:"
    + "|".join(f"(?P<t{number}>{words})" for number, words in enumerate(THINGS.values()))
    + r")(?![\w-])",
    re.IGNORECASE,
)
"""All things at once, each as a group."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a session or an exercise says of its steps, its things and its people."""

    loc: Loc
    instructions: tuple[tuple[Loc, str], ...]
    """What people are asked to do in it."""
    things: str
    people: str


def list_sessions(it: Any) -> tuple[Session, ...]:
    """Return the artifact's own session, if it has one, and its exercises."""
    own, sessions = join_texts(it, "materials", "people"), list[Session]()
    if hasattr(it, "steps") and hasattr(it, "materials"):
        prepared = it.prepare.items if it.prepare else ()
        things = " ".join([own, *(text.plain() for text in prepared)])
        asides = [((key,), text.plain()) for key in ("late", "close") if (text := getattr(it, key))]
        sessions.append(Session((), (*list_steps((), it), *asides), things, own))
    for loc, one in find_pieces(it, Exercise):
        people = f"{own} {one.who.plain()}"
        instructions = tuple(list_steps(loc, one))
        sessions.append(Session(loc, instructions, join_texts(one, "materials"), people))
    return tuple(sessions)


def join_texts(piece: Any, *names: str) -> str:
    """Return the words of some of its lists of texts."""
    return " ".join(text.plain() for name in names for text in getattr(piece, name, ()))


def list_steps(loc: Loc, piece: Any) -> Iterator[tuple[Loc, str]]:
    """Yield what its steps tell people to do."""
    for index, step in enumerate(piece.steps):
        for key in ("lead", "title", "text"):
            if text := getattr(step, key, None):
                yield (*loc, "steps", index, key), text.plain()


@cache
def compile_kin(thing: str) -> re.Pattern[str]:
    """Return what matches a thing, or what does as well."""
    also = f"|{ALSO[thing]}" if thing in ALSO else ""
    return re.compile(rf"(?i)(?<!\w)(?:{THINGS[thing]}{also})(?!\w)")


@rule("SE001", "thing-not-on-the-list")
def thing_not_on_the_list(it: Any) -> Iterator[Finding]:
    """The person who prepares a session packs what is on the list; anything else that a step needs is
    missing in the room. This looks for common things, such as cards, pens, dots, tape and a timer.

    Bad:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw on cards, Show it]}
    Good:
        exercises:
          - title: Draw
            purpose: To see
            time: {team: 20}
            who: The trio
            materials: [A card each]
            steps: [Draw on cards, Show it]
    """
    names = tuple(THINGS)
    for session in remember(it, list_sessions):
        reported = set[str]()
        for loc, text in session.instructions:
            for named in NAMED.finditer(text):
                thing = names[int((named.lastgroup or "t0")[1:])]
                if thing not in reported and not compile_kin(thing).search(session.things):
                    reported.add(thing)
                    message = f"'{named[0]}' is not on the list: add {thing} to 'materials:'"
                    yield Finding(loc, message, named[0])


@rule("SE002", "role-not-invited")
def role_not_invited(it: Any) -> Iterator[Finding]:
    """Someone who isn't invited isn't there, and the step that waits for them stops. This looks at roles that
    a sentence begins with, such as 'The analyst shows'.

    Bad:
        exercises:
          - {title: Count, purpose: To see, time: {team: 20}, who: The trio, steps: [The analyst shows last month, Count]}
    Good:
        exercises:
          - {title: Count, purpose: To see, time: {team: 20}, who: An analyst, steps: [The analyst shows last month, Count]}
    """
    for session in remember(it, list_sessions):
        reported = set[str]()
        for loc, text in session.instructions:
            for match in ACTS.finditer(text):
                role = match["role"]
                if role not in reported and not is_invited(role, session.people):
                    reported.add(role)
                    key = "who" if session.loc else "people"
                    remedy = f"add one to '{key}:', or give the step to someone else"
                    yield Finding(loc, f"no {role} is invited: {remedy}", match[0].lstrip(".!?:; "))


def is_invited(role: str, people: str) -> bool:
    """Whether people of a role are among those who take part, by name or as part of a team."""
    if re.search(rf"(?i)\b{re.escape(role)}", people):
        return True
    return bool(re.fullmatch(TRIO, role) and TEAM.search(people))


@rule("SE003", "preparation-longer-than-it-says")
def preparation_longer_than_it_says(it: Any) -> Iterator[Finding]:
    """Someone who plans half an hour and needs two hours comes unprepared. This adds up the times in brackets,
    such as '(30 minutes)' but not '(5 minutes each)', and compares them with the title's.

    Bad:
        prepare: {title: The day before (half an hour), items: [Print the cards (20 minutes), Ask support (30 minutes)]}
    Good:
        prepare: {title: The day before (50 minutes), items: [Print the cards (20 minutes), Ask support (30 minutes)]}
    """
    for loc, one in find_pieces(it, Checklist):
        promised = add_up(one.title.plain())
        brackets = [words for item in one.items for words in IN_BRACKETS.findall(item.plain())]
        own = (words for words in brackets if not words.endswith("each"))
        needed = sum(time.minutes for words in own for time in find_durations(words))
        if promised and needed > promised * MARGIN:
            message = (
                f"the items take {needed:g} minutes, more than the {promised:g} in the title: "
                "say how long it really takes"
            )
            yield Finding((*loc, "title"), message)


RULES = (thing_not_on_the_list, role_not_invited, preparation_longer_than_it_says)
