"""What artifacts, pieces, fields and values are called in a sentence about a change."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playbook.changes.change import Changes, Remark
from playbook.changes.outline import Outline, get_title, make_outline
from playbook.language import format_day
from playbook.library.entry import Entry
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import Minutes, People
from playbook.report.spans import Look, Sentence, Span, cut_text, join, say
from playbook.text.inline import Text

LONGEST_TITLE = 120
LONGEST_TEXT = 240
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)[\d:.]*)?", re.ASCII)
WORDS = re.compile(r"[a-z]+(?:-[a-z]+)+")
FIRST = ("title", "ask", "to", "at", "guide", "node", "value", "name")
"""The fields that say what a part is; what the first one is called needs no saying."""
LABELS = {
    "as": "kind of step",
    "at": "stands at",
    "because": "why",
    "criterion.at_least": "criterion",
    "criterion.who": "criterion, what they do",
    "drawn_by.role": "drawn by",
    "from": "made from",
    "changed": "what we do differently",
    "how": "how it is done",
    "known": "evidence before any test",
    "learned": "lesson learned",
    "next": "leads to",
    "outcome.by": "target date",
    "outcome.from": "starting value",
    "outcome.metric": "metric",
    "outcome.title": "outcome",
    "outcome.to": "target",
    "outcome.type": "type of outcome",
    "outcome.values": "measured values",
    "revised": "day of the move",
    "when": "run it when",
    "when_not": "don't run it when",
    "who.name": "who",
    "who.role": "who, role",
}
"""Fields whose key alone says too little."""


@dataclass(frozen=True)
class State:
    """The artifacts of one state, for what changes don't say: titles of others, and siblings."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Titles of artifacts and pieces that changed, by the ids of both."""
    _outlines: dict[str, Outline] = field(default_factory=dict)

    def knows(self, artifact: str) -> bool:
        """Whether this state has an artifact."""
        return artifact in self.entries or (artifact, "") in self.titles

    def get_outline(self, name: str) -> Outline | None:
        """Return the pieces of an artifact; None where it isn't in this state."""
        if name not in self.entries:
            return None
        if name not in self._outlines:
            self._outlines[name] = make_outline(self.entries[name])
        return self._outlines[name]

    def find_piece_title(self, artifact: str, piece: str) -> str:
        """Return what a piece is called; its id where nobody knows."""
        outline = self.get_outline(artifact)
        if outline and piece in outline.pieces:
            return outline.pieces[piece].title
        return self.titles.get((artifact, piece)) or piece

    def find_title(self, target: str, home: str) -> str:
        """Return what a reference leads to; its id where nobody knows."""
        name, _, piece = target.partition("#")
        if piece:
            return self.find_piece_title(name, piece)
        outline = self.get_outline(home)
        if name not in self.entries and outline and name in outline.pieces:
            return outline.pieces[name].title
        entry = self.entries.get(name)
        return (entry and get_title(entry.artifact)) or self.titles.get((name, "")) or name


def make_states(
    changes: Changes, before: Mapping[str, Entry], after: Mapping[str, Entry]
) -> tuple[State, State]:
    """Return both states, each with the titles that the changes themselves say."""
    titles: tuple[dict[tuple[str, str], str], ...] = ({}, {})
    for change in changes.artifacts:
        for known, artifact in zip(titles, (change.before, change.after), strict=True):
            if artifact:
                known[artifact.name, ""] = artifact.title
        for piece in change.pieces:
            pairs = ((change.before, piece.before), (change.after, piece.after))
            for known, (artifact, side) in zip(titles, pairs, strict=True):
                if artifact and side:
                    known[artifact.name, side.name] = side.title
    # what a reference leads to has its id of today, also in what was said before
    return State(before, {**titles[1], **titles[0]}), State(after, {**titles[0], **titles[1]})


def name_remark(remark: Remark, states: tuple[State, State]) -> Sentence:
    """Return what a remark is about, as the beginning of its sentence."""
    state = states[1] if states[1].knows(remark.artifact) else states[0]
    if not remark.artifact:
        return ()
    title = state.find_title(remark.artifact, "")
    piece = state.find_piece_title(remark.artifact, remark.piece) if remark.piece else ""
    return say(name_thing(title), ", " if piece else "", name_thing(piece), ": ")


def name_thing(title: str) -> Span:
    """Return what something is called, as a part of a sentence."""
    return Span(cut_text(title, LONGEST_TITLE), Look.NAME)


def name_kind(kind: str) -> str:
    """Return what readers call a kind, such as `opportunity tree`."""
    return kind.replace("-", " ")


def label_field(key: str) -> str:
    """Return what readers call a field, by its dotted key."""
    if key in LABELS:
        return LABELS[key]
    *above, last = key.split(".")
    own = LABELS.get(last, last.replace("_", " "))
    return f"{above[-1].replace('_', ' ')} ({own})" if above else own


def format_value(value: Any, state: State, home: str) -> Sentence:
    """Return a value as a reader writes it; `home` is the artifact that says it."""
    match value:
        case Text():
            sentence = say(cut_text(value.plain(), LONGEST_TEXT))
        case Ref():
            sentence = format_reference(value, state, home)
        case list():
            sentence = join((format_value(inner, state, home) for inner in value), "; ")
        case dict():
            sentence = format_record(value, state, home)
        case _:
            sentence = say(format_scalar(value))
    return sentence


def format_reference(value: Ref, state: State, home: str) -> Sentence:
    """Return what a reference leads to, and in which artifact, where it is a piece of another."""
    if isinstance(value, PartRef):
        return say(name_thing(state.find_piece_title(home, str(value))))
    artifact, _, piece = value.partition("#")
    title = say(name_thing(state.find_title(str(value), home)))
    if not piece or artifact in {"", home}:
        return title
    return say(title, " in ", name_thing(state.find_title(artifact, home)))


def format_record(value: Mapping[str, Any], state: State, home: str) -> Sentence:
    """Return a part without an id: what it is called, with the rest of it behind that."""
    parts: list[Sentence] = []
    for key in sorted(value, key=rank_key):
        inner = value[key]
        if inner is False or (key == "as" and inner == "step"):
            continue
        words = format_value(inner, state, home)
        if key in {"title", "ask"}:
            words = say(name_thing("".join(span.text for span in words)))
        elif isinstance(inner, Text):
            words = say("".join(span.text for span in words).removesuffix("."))
        is_plain = not parts or key == "date" or isinstance(inner, Minutes)
        parts.append(words if is_plain else say(f"{label_field(key)}: ", words))
    return join(parts)


def rank_key(key: str) -> int:
    """Return how early a field of a part is told."""
    return FIRST.index(key) if key in FIRST else len(FIRST)


def format_scalar(value: Any) -> str:
    """Return a day as the site writes it, a word without hyphens, a number as it is."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "nothing"}[value]
    if isinstance(value, Minutes | People):
        return value.words
    text = str(value)
    match = DAY.fullmatch(text)
    if match:
        with suppress(ValueError):
            day = format_day(date.fromisoformat(match[1]))
            return f"{day}, {match[2]}" if match[2] else day
    return text.replace("-", " ") if WORDS.fullmatch(text) else text


def read_plain(value: object) -> str:
    """Return a text's words alone."""
    return value.plain() if isinstance(value, Text) else str(value)
