"""Two states of the artifacts -> what changed between them, by meaning."""

from collections.abc import Mapping

from playbook.changes.artifact_comparison import (
    compare_artifact,
    describe_added,
    describe_removed,
    mark_takeover,
)
from playbook.changes.change import ArtifactChange
from playbook.changes.following import HasPieces, Renames
from playbook.changes.matching import match_artifacts, match_pieces
from playbook.changes.merging import find_merged_artifacts, list_origins
from playbook.changes.outline import Outline, make_outline
from playbook.changes.sequence import list_in_order
from playbook.library.entry import Entry


def compare_entries(
    before: Mapping[str, Entry], after: Mapping[str, Entry]
) -> tuple[ArtifactChange, ...]:
    """Return the artifacts that changed, by their ids; none where both states say the same.

    What says the same in both may be left out of both. Paths must be alike, so that an artifact
    in the same folder has the same one.
    """
    same = {name for name in before if name in after and is_same_file(before[name], after[name])}
    first, second = outline_all(before, same), outline_all(after, same)
    matches = match_artifacts(first, second)
    pieces = {name: match_pieces(first[name], second[other]) for name, other in matches.items()}
    renames = list_renames(matches, pieces)
    later: dict[str, HasPieces] = {**after, **second}
    vacant = renames.keep_vacant(later)
    if renames.has_taken(later):  # what refers to an id that something else has now changed
        for name in sorted(same):
            first[name] = second[name] = make_outline(before[name])
            matches[name], pieces[name] = name, {piece: piece for piece in first[name].pieces}
    changes: dict[str, ArtifactChange] = {}
    for name, outline in first.items():
        if name not in matches:
            changes[f"-{name}"] = describe_removed(outline, before)
    known = {later: earlier for earlier, later in matches.items()}
    for name, outline in second.items():
        if name not in known:
            changes[name] = describe_added(outline, after)
            continue
        pair = first[known[name]], outline
        change = compare_artifact(pair, pieces[known[name]], (renames, vacant), (before, after))
        if change:
            changes[name] = change
    merged = find_merged_artifacts(first, second, matches)
    merged |= {
        name: origins
        for name, outline in second.items()
        if name not in known and len(origins := tuple(list_origins(outline))) > 1
    }
    split = find_merged_artifacts(second, first, known)
    changes = {name: mark_takeover(change, merged, split) for name, change in changes.items()}
    order = list_in_order([*before], [*after], matches | {name: name for name in same})
    keys = (name if is_later else f"-{name}" for is_later, name in order)
    return tuple(changes[key] for key in keys if key in changes)


def is_same_file(one: Entry, other: Entry) -> bool:
    """Whether two artifacts are the same without a look at what they say.

    What may not be shown of one was cut for what it refers to, so its text alone doesn't tell.
    """
    if one.kind.name != other.kind.name or one.source.path != other.source.path:
        return False
    if one.is_pruned or other.is_pruned:
        return one.digest == other.digest
    return one.source.text == other.source.text


def outline_all(entries: Mapping[str, Entry], same: set[str]) -> dict[str, Outline]:
    """Return the outlines of the artifacts that may have changed."""
    return {name: make_outline(entry) for name, entry in entries.items() if name not in same}


def list_renames(matches: Mapping[str, str], pieces: Mapping[str, Mapping[str, str]]) -> Renames:
    """Return what has another id now."""
    return Renames(
        {name: other for name, other in matches.items() if name != other},
        {
            artifact: renamed
            for artifact, matched in pieces.items()
            if (renamed := {name: other for name, other in matched.items() if name != other})
        },
    )
