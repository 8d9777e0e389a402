"""The versions of an artifact -> its history: which of them say something else, and what."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from playbook.changes.change import ArtifactChange
from playbook.changes.comparison import compare_entries
from playbook.history.moment import History, Moment
from playbook.history.versions import Version
from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.loader import parse_entry

State = tuple[Version, Entry]


def read_states(
    entry: Entry,
    versions: Iterable[Version],
    texts: Mapping[str, str],
    content: Path,
    kinds: Mapping[str, Kind],
) -> Iterator[State | None]:
    """Yield each version with what it says; None for one that is no artifact of the same kind.

    A version is read as what its kind is today: what no longer fits it can't be drawn or counted,
    and so is left out whole instead of being shown in part.
    """
    path = entry.source.path
    for version in versions:
        raw = version.path.read_bytes() if version.path else texts.get(version.blob, "").encode()
        state, _ = parse_entry(path, raw, content, kinds) if raw else (None, [])
        yield (version, state) if state and state.kind is entry.kind else None


def find_moments(states: Iterable[State], today: Entry) -> tuple[Moment, ...]:
    """Return the states that differ from the one before by meaning, what is there today last."""
    listed = list(states)
    if listed and compare(listed[-1][1], today) is not None:
        last = listed[-1][0].day
        day = getattr(today.artifact, "date", None) or last
        listed.append((Version(max(day, last)), today))
    if not listed:
        return ()
    moments = [make_moment(*listed[0], None)]
    before = listed[0][1]
    for (_, _), (version, state) in pairwise(listed):
        if change := compare(before, state):
            moments.append(make_moment(version, state, change))
            before = state
    return tuple(moments)


def compare(before: Entry, after: Entry) -> ArtifactChange | None:
    """Return what changed in an artifact; nothing where both states say the same."""
    changes = compare_entries({after.id: before}, {after.id: after})
    return next((change for change in changes if change.after), None)


def make_moment(version: Version, state: Entry, change: ArtifactChange | None) -> Moment:
    """Return the moment at which an artifact came to be what it says."""
    return Moment(
        day=version.day,
        title=state.artifact.title.plain(),
        change=change,
        drawing=next(iter(state.drawings), None),
        counts=state.kind.count_parts(state.artifact),
    )


def make_history(
    entry: Entry,
    states: Iterable[State | None],
    *,
    is_shallow: bool,
) -> History:
    """Return how an artifact grew."""
    listed = list(states)
    read = [state for state in listed if state]
    return History(
        moments=find_moments(read, entry),
        unread=len(listed) - len(read),
        is_shallow=is_shallow,
    )
