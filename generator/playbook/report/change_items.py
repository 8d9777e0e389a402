"""An artifact that changed -> what to say about it, piece by piece."""

from collections.abc import Iterable, Iterator

from playbook.changes.change import ArtifactChange, ArtifactSide, FieldChange, ReferenceChange, Sort
from playbook.report.change_names import (
    LONGEST_TEXT,
    format_value,
    label_field,
    name_kind,
    name_thing,
)
from playbook.report.field_groups import describe_fields
from playbook.report.field_sentences import States
from playbook.report.piece_items import UNSAID, Item, get_homes, nest_pieces
from playbook.report.spans import Look, Sentence, Span, cut_text, join, say
from playbook.text.english import capitalize, counted
from playbook.text.inline import Text


def describe_artifact(change: ArtifactChange, states: States) -> list[Item]:
    """Return what changed in an artifact, in the order of the newer state."""
    homes = get_homes(change)
    if not change.after:
        return [Item("-", sentence) for sentence in describe_lost(change, states)]
    if not change.before:
        others = [Item("+", sentence) for sentence in say_artifact_others(change, states)]
        return [*others, *list_new_fields(change, states), *nest_pieces(change, states)]
    fields = [Item("~", sentence) for sentence in describe_fields(change.fields, states, homes)]
    return [
        *(Item("~", sentence) for sentence in describe_new_place(change, states)),
        *fields,
        *nest_pieces(change, states),
        *(Item("~", sentence) for sentence in list_links(change, states)),
    ]


def describe_new_place(change: ArtifactChange, states: States) -> Iterator[Sentence]:
    """Yield that an artifact has another id, or lies in another folder."""
    before, after = change.before, change.after
    if not (before and after):
        return
    if Sort.RENAMED in change.sorts:
        ids = Span(before.name, Look.CODE), Span(after.name, Look.CODE)
        yield say("its id: ", ids[0], " → ", ids[1])
    if Sort.MOVED in change.sorts:
        paths = Span(before.path, Look.CODE), Span(after.path, Look.CODE)
        yield say("its file: ", paths[0], " → ", paths[1])
    yield from say_artifact_others(change, states)


def say_artifact_others(change: ArtifactChange, states: States) -> Iterator[Sentence]:
    """Yield what an artifact was merged from, or split into, unless it says so itself."""
    if not change.others or any(field.key == "merges" for field in change.fields):
        return
    is_merged = Sort.MERGED in change.sorts
    state = states[0 if is_merged else 1]
    own = get_homes(change)
    names = [
        say(name_thing(state.find_title(name, ""))) for name in change.others if name not in own
    ]
    if names:
        yield say("it was merged from " if is_merged else "it was split into ", join(names))


def describe_lost(change: ArtifactChange, states: States) -> Iterator[Sentence]:
    """Yield what an artifact that is gone said, in short."""
    fields = {changed.key: changed.before for changed in change.fields}
    summary = fields.get("summary")
    if isinstance(summary, Text):
        yield say("it was about: ", cut_text(summary.plain(), LONGEST_TEXT))
    lost = count_nouns(piece.noun for piece in change.pieces)
    if lost:
        yield say(f"gone with it: {lost}")
    yield from say_artifact_others(change, states)


def count_nouns(nouns: Iterable[str]) -> str:
    """Return how many there are of each noun: `3 opportunities, 1 solution`."""
    listed = list(nouns)
    return ", ".join(counted(listed.count(noun), noun) for noun in dict.fromkeys(listed))


def list_new_fields(change: ArtifactChange, states: States) -> Iterator[Item]:
    """Yield what a new artifact says of itself."""
    home = get_homes(change)[1]
    for changed in change.fields:
        if changed.key in UNSAID and changed.after != "internal":
            continue
        items = changed.after if isinstance(changed.after, list) else [changed.after]
        if len(items) > 1:
            inner = [Item("+", format_value(item, states[1], home)) for item in items]
            yield Item("+", say(f"{label_field(changed.key)}:"), inner=inner)
        else:
            value = format_value(changed.after, states[1], home)
            yield Item("+", say(f"{label_field(changed.key)}: ", value))


def list_links(change: ArtifactChange, states: States) -> Iterator[Sentence]:
    """Yield the links in texts to other artifacts that came or went."""
    texts = {("", changed.key) for changed in change.fields if is_text(changed)}
    for piece in change.pieces:
        name = piece.after.name if piece.after and piece.before else ""
        texts |= {(name, changed.key) for changed in piece.fields if is_text(changed)}
    for link in change.references:
        if (link.piece, link.key) in texts:
            yield describe_link(link, change, states)


def is_text(change: FieldChange) -> bool:
    """Whether a field is a text, whose links nobody sees in its words."""
    values = [change.before, change.after]
    return any(
        isinstance(item, Text)
        for value in values
        for item in (value if isinstance(value, list) else [value])
    )


def describe_link(link: ReferenceChange, change: ArtifactChange, states: States) -> Sentence:
    """Return that a text gained or lost a link."""
    verb = "now links to" if link.is_gained else "no longer links to"
    homes = get_homes(change)
    state, home = (states[1], homes[1]) if link.is_gained else (states[0], homes[0])
    where = name_thing(state.find_piece_title(home, link.piece)) if link.piece else Span("it")
    return say(where, f" {verb} ", name_thing(link.title))


def get_artifact_side(change: ArtifactChange) -> ArtifactSide:
    """Return an artifact in the newer state, or in the only one that has it."""
    side = change.after or change.before
    if not side:
        raise ValueError(change)
    return side


def say_artifact(change: ArtifactChange) -> str:
    """Return what happened to an artifact, with its kind: `New opportunity tree`."""
    kind = name_kind(change.kind)
    if not change.before:
        return f"New {kind}"
    return capitalize(kind) if change.after else f"Removed {kind}"
