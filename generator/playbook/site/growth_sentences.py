"""What changed in an artifact from one moment to the next, in sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.changes.change import ArtifactChange, FieldChange, PieceChange, Sort
from playbook.language import N_, _, ngettext, pgettext
from playbook.library.entry import Entry
from playbook.library.event import Event

SHOWN_FIELDS = {"status": N_("Status"), "verdict": N_("Verdict")}
"""The fields whose change is told with both values, which are words of ours."""

MOST_TITLES = 3
"""How many of those that changed in the same way a plain line names."""


@dataclass(frozen=True)
class Sentence:
    """One thing that changed: in what way, what it is called, and where it still stands."""

    sort: str
    noun: str
    title: str
    part: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Group:
    """Things that changed in the same way."""

    sort: str
    noun: str
    sentences: tuple[Sentence, ...]


def group_sentences(change: ArtifactChange, entry: Entry, names: Mapping[str, str]) -> list[Group]:
    """Return what changed in an artifact by the way it did, what was only reworded last.

    `names` are the ids that pieces had before, each with the one it has today.
    """
    groups: dict[tuple[str, str], list[Sentence]] = {}
    for sentence in list_sentences(change, entry, names):
        groups.setdefault((sentence.sort, sentence.noun), []).append(sentence)
    ordered = sorted(groups.items(), key=lambda group: group[0][0] == _("Reworded"))
    return [Group(sort, noun, tuple(sentences)) for (sort, noun), sentences in ordered]


def write_sentences(change: ArtifactChange, entry: Entry, names: Mapping[str, str]) -> list[str]:
    """Return what changed as plain lines, such as `New (opportunity): a; b; and 3 more`.

    What was only reworded is left out where there is more to tell.
    """
    lines = []
    groups = group_sentences(change, entry, names)
    for group in [one for one in groups if one.sort != _("Reworded")] or groups:
        titles = join_titles([write_title(sentence) for sentence in group.sentences])
        noun = f" ({group.noun})" if group.noun else ""
        lines.append(f"{group.sort}{noun}: {titles}")
    return lines


def write_events(events: Iterable[Event]) -> list[str]:
    """Return what happened as plain lines, such as `Tested: a; b; and 3 more`."""
    groups: dict[str, list[str]] = {}
    for event in events:
        groups.setdefault(event.sort, []).append(event.title)
    return [f"{_(sort)}: {join_titles(titles)}" for sort, titles in groups.items()]


def join_titles(titles: Sequence[str]) -> str:
    """Return some titles, and how many more there are."""
    named = list(titles[:MOST_TITLES])
    if rest := len(titles) - len(named):
        named.append(ngettext("and %(number)s more", "and %(number)s more", rest))
    return "; ".join(named)


def write_title(sentence: Sentence) -> str:
    """Return what a sentence is about on one line, with its remark."""
    remark = f" ({sentence.remark})" if sentence.remark else ""
    return " ".join(f"{sentence.title}{remark}".split())


def list_sentences(
    change: ArtifactChange, entry: Entry, names: Mapping[str, str]
) -> Iterator[Sentence]:
    """Yield what changed in an artifact, piece by piece."""
    for piece in change.pieces:
        yield from list_sentences_of(piece, entry, names)
    keys = sorted({field.key for field in change.fields})
    if keys and not change.pieces:
        yield Sentence(_("Reworded"), "", entry.artifact.title.plain())


def list_sentences_of(
    piece: PieceChange, entry: Entry, names: Mapping[str, str]
) -> Iterator[Sentence]:
    """Yield what changed of one piece: a sentence for each way, or that it was reworded."""
    side = piece.after or piece.before
    if side is None:
        return
    name = names.get(side.name, side.name)
    part = name if name in entry.parts else ""
    noun = _(piece.noun)
    fields = {field.key: field for field in piece.fields}
    sorts = {
        Sort.ADDED: _("New"),
        Sort.REMOVED: _("Gone"),
        Sort.MOVED: _("Moved"),
        Sort.MERGED: _("Merged"),
        Sort.SPLIT: _("Split"),
    }
    for sort in piece.sorts:
        if sort in sorts:
            yield Sentence(sorts[sort], noun, side.title, part)
    if piece.before is None or piece.after is None:
        return
    if piece.before.title != piece.after.title:
        remark = _("before: %(title)s", title=piece.before.title)
        yield Sentence(_("Renamed"), noun, side.title, part, remark)
    for key, label in SHOWN_FIELDS.items():
        if key in fields:
            yield Sentence(_(label), noun, side.title, part, describe_step(fields[key], key))
    if "heard_in" in fields:
        counted = count(fields["heard_in"])
        yield Sentence(_("Heard"), noun, side.title, part, counted)
    known = {*SHOWN_FIELDS, "heard_in", "title", "id"}
    is_named = bool(sorts.keys() & set(piece.sorts)) or bool(fields.keys() & known)
    if not is_named and piece.before.title == piece.after.title:
        yield Sentence(_("Reworded"), "", side.title, part)


def describe_step(change: FieldChange, context: str) -> str:
    """Return from which value to which a field went, in words of ours."""
    before, after = (
        pgettext(context, str(value)) if value else _("nothing")
        for value in (change.before, change.after)
    )
    return f"{before} → {after}"


def count(change: FieldChange) -> str:
    """Return in how many interviews something is heard now, and was before."""
    before, after = (
        len(value) if isinstance(value, list | tuple) else int(bool(value))
        for value in (change.before, change.after)
    )
    now = ngettext("in %(number)s interview", "in %(number)s interviews", after)
    return _("%(now)s, before in %(before)s", now=now, before=before)
