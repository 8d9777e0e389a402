"""All that changed -> two sentences that say the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.changes.change import ArtifactChange, Changes, FieldChange, PieceChange, Sort
from playbook.report.change_items import count_nouns, get_artifact_side
from playbook.report.change_names import name_kind, name_thing
from playbook.report.field_groups import describe_fields
from playbook.report.field_sentences import States
from playbook.report.piece_items import get_homes, get_side
from playbook.report.spans import Sentence, Span, capitalize_sentence, join, say
from playbook.text.english import counted, pluralize

MOST_GROUPS = 4
NEW_ID = "given another id"
BRIEF = 160
"""How many characters of a change may stand within another sentence."""
WEIGHTY = (
    "verdict",
    "status",
    "outcome.to",
    "outcome.by",
    "decisions",
    "heard_in",
    "date",
    "merges",
    "result",
)
"""Fields whose change matters more than that of others."""
VERBS = {
    Sort.ADDED: "added",
    Sort.REMOVED: "removed",
    Sort.MERGED: "merged",
    Sort.SPLIT: "split",
    Sort.MOVED: "moved",
    Sort.CHANGED: "changed",
    Sort.REORDERED: "put in another place",
}
RENAMED = "renamed"
ORDER = ("added", "removed", "merged", "split", NEW_ID, RENAMED, "moved", *VERBS.values())
"""What happened, the weightiest first."""


@dataclass(frozen=True)
class Event:
    """What happened to one artifact or piece."""

    noun: str
    verbs: tuple[str, ...]
    title: str
    more: Sentence = ()
    """What to add where it is the only one of its sort."""

    @property
    def rank(self) -> int:
        """How late it is told."""
        return min(map(ORDER.index, self.verbs))


def summarize(changes: Changes, states: States) -> Sentence:
    """Return what changed, and what there is to ask about it."""
    return say(summarize_events(changes, states), *summarize_questions(changes))


def summarize_events(changes: Changes, states: States) -> Sentence:
    """Return one sentence on what happened."""
    if not changes:
        return say("Nothing changed in meaning.")
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    events = [event for change in changes.artifacts for event in list_events(change, states)]
    for event in sorted(events, key=lambda event: event.rank):
        groups.setdefault((event.noun, event.verbs), []).append(event)
    parts = [say_group(group) for group in groups.values()]
    if len(parts) > MOST_GROUPS:
        parts = [count_all(changes, events)]
    if changes.files:
        number = counted(len(changes.files), "other file")
        parts.append(say(f"{number} changed"))
    if changes.unread:
        paths = len({problem.path for problem in changes.unread})
        parts.append(
            say(
                f"{counted(paths, 'file')} can't be read, so nobody can compare it"
                if paths == 1
                else f"{paths} files can't be read or compared"
            )
        )
    sentence = capitalize_sentence(join(parts, "; "))
    return say(sentence, "" if sentence[-1].text.endswith((".", "!", "?")) else ".")


def count_all(changes: Changes, events: Sequence[Event]) -> Sentence:
    """Return how much changed, where it is too much to name."""
    kinds = count_nouns(name_kind(change.kind) for change in changes.artifacts)
    firsts = [event.verbs[0] for event in sorted(events, key=lambda event: event.rank)]
    sorts = [f"{firsts.count(verb)} {verb}" for verb in dict.fromkeys(firsts)]
    return say(f"Much changed in {kinds}: {join_words(sorts)}")


def list_events(change: ArtifactChange, states: States) -> Iterator[Event]:
    """Yield what happened in an artifact: that it came or went, or else each piece."""
    side = get_artifact_side(change)
    kind = name_kind(change.kind)
    whole = not (change.before and change.after)
    verbs = [VERBS[sort] for sort in change.sorts if sort in VERBS and sort != Sort.CHANGED]
    if Sort.RENAMED in change.sorts:
        verbs.insert(0, NEW_ID)
    if verbs and change.fields and not whole:
        verbs.append(VERBS[Sort.CHANGED])
    if whole or verbs:
        inner = change.pieces if whole else ()
        yield Event(kind, tuple(verbs) or ("changed",), side.title, say_inner(inner))
    if whole:
        return
    if not verbs and (change.fields or not change.pieces):
        yield Event(kind, ("changed",), side.title, tell_fields(change.fields, change, states))
    for piece in change.pieces:
        if not is_within_whole(piece, change):
            yield tell_piece(piece, change, states)


def tell_fields(fields: Sequence[FieldChange], change: ArtifactChange, states: States) -> Sentence:
    """Return the weightiest change of fields, where it is short enough to stand in a sentence."""
    order = {key: place for place, key in enumerate(WEIGHTY)}
    weighty = [field for field in fields if field.key in order]
    due = [field for field in fields if field.key == "outcome.by"]
    chosen = sorted(weighty, key=lambda field: order[field.key])[:1] or fields[:1]
    if chosen and chosen[0].key == "outcome.to":
        chosen = [*chosen, *due]
    sentence = next(iter(describe_fields(chosen, states, get_homes(change))), ())
    if not sentence or not is_brief(sentence):
        return ()
    left = len(fields) - len(chosen)
    more = f", and {counted(left, 'more change')}" if left > 0 else ""
    if chosen[0].key not in order:
        return say(" (", sentence, f"{more})")
    label = Span(sentence[0].text.removesuffix(": "))
    return say(": ", label, " " if label != sentence[0] else "", *sentence[1:], more)


def is_brief(sentence: Sentence) -> bool:
    """Whether a sentence is short enough to stand within another."""
    return sum(len(span.text) for span in sentence) <= BRIEF


def is_within_whole(piece: PieceChange, change: ArtifactChange) -> bool:
    """Whether a piece came or went together with the one that it is a part of."""
    side = piece.after if piece.sorts == (Sort.ADDED,) else piece.before
    if piece.sorts not in {(Sort.ADDED,), (Sort.REMOVED,)} or not side:
        return False
    return any(
        other.sorts == piece.sorts and (other.after or other.before).name == side.parent  # type: ignore[union-attr] # one is
        for other in change.pieces
    )


def is_alike(one: PieceChange, other: PieceChange) -> bool:
    """Whether both pieces came, or both went."""
    return (one.before is None, one.after is None) == (other.before is None, other.after is None)


def list_below(piece: PieceChange, change: ArtifactChange) -> list[PieceChange]:
    """Return the pieces that came or went as parts of one that did."""
    above = {get_side(piece).name}
    below: list[PieceChange] = []
    for other in change.pieces:
        if is_alike(other, piece) and get_side(other).parent in above:
            above.add(get_side(other).name)
            below.append(other)
    return below


def say_inner(pieces: Sequence[PieceChange]) -> Sentence:
    """Return how much came or went with something."""
    nouns = count_nouns(piece.noun for piece in pieces)
    return say(f", with {nouns}") if nouns else ()


def tell_piece(piece: PieceChange, change: ArtifactChange, states: States) -> Event:
    """Return what happened to a piece."""
    before, after = piece.before, piece.after
    side = before or get_side(piece)
    if not (before and after):
        verbs = [VERBS[sort] for sort in VERBS if sort in piece.sorts]
        below = list_below(piece, change)
        return Event(piece.noun, tuple(verbs), side.title, say_inner(below))
    verbs, more = [], []
    if before.title != after.title:
        verbs.append(RENAMED)
        more.append(say(" to ", name_thing(after.title)))
    verbs += [VERBS[sort] for sort in VERBS if sort in piece.sorts and sort != Sort.CHANGED]
    if Sort.MOVED in piece.sorts:
        home = get_homes(change)[1]
        title = states[1].find_piece_title(home, after.parent) if after.parent else ""
        more.append(say(" under ", name_thing(title)) if title else say(" to the top"))
    fields = [field for field in piece.fields if field.key != "title"]
    if not verbs:
        more.append(tell_fields(fields, change, states))
    if fields or not verbs:
        verbs.append("changed")
    if verbs == [RENAMED, "moved"]:
        text = say(" was renamed", more[0], " and moved", more[1])
        return Event(piece.noun, tuple(verbs), side.title, text)
    if verbs in ([RENAMED], ["moved"]):
        return Event(piece.noun, tuple(verbs), side.title, say(f" was {verbs[0]}", more[0]))
    detail = more[0] if verbs == ["changed"] else ()
    return Event(piece.noun, tuple(verbs), side.title, detail)


def say_group(events: list[Event]) -> Sentence:
    """Return what happened to one, or to how many."""
    first = events[0]
    verbs = " and ".join(first.verbs)
    if len(events) > 1:
        return say(f"{len(events)} {pluralize(first.noun)} were {verbs}")
    subject = say(f"{first.noun} ", name_thing(first.title))
    if first.more and first.more[0].text.startswith(" was"):
        return say(subject, first.more)
    return say(subject, f" was {verbs}", first.more)


def summarize_questions(changes: Changes) -> Iterator[Sentence]:
    """Yield one sentence on what to ask, and on problems that are new or gone."""
    asked, new, gone = map(len, (changes.remarks, changes.new_problems, changes.gone_problems))
    parts = []
    if asked:
        parts.append(f"{counted(asked, 'question')} to ask")
    if new:
        parts.append(counted(new, "new problem"))
    if gone:
        parts.append(f"{counted(gone, 'problem')} fewer")
    if parts:
        yield say(f" {join_words(parts)}.")


def join_words(words: Sequence[str]) -> str:
    """Return words as a list to read out: `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
