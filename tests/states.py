"""Two states of some artifacts, as `playbook diff` compares them."""

from collections.abc import Mapping
from pathlib import Path

from playbook.changes.application import apply_changes, read_states, settle_references
from playbook.changes.change import ArtifactChange
from playbook.changes.comparison import compare_entries
from playbook.kinds import KINDS
from playbook.library.entry import Entry
from playbook.library.loader import parse_entry

CONTENT = Path("content")
BY_NAME = {kind.name: kind for kind in KINDS}


def parse_all(files: Mapping[str, str]) -> dict[str, Entry]:
    """Return the artifacts in files, by their paths below the content."""
    entries: dict[str, Entry] = {}
    for path, text in files.items():
        entry, problems = parse_entry(CONTENT / path, text.encode(), CONTENT, BY_NAME)
        assert entry, problems
        entries[entry.id] = entry
    return entries


def compare_files(before: Mapping[str, str], after: Mapping[str, str]) -> list[ArtifactChange]:
    """Return what changed; applied to the first state it gives the second."""
    first, second = parse_all(before), parse_all(after)
    changes = compare_entries(first, second)
    applied = apply_changes(read_states(first), changes)
    assert settle_references(applied, changes) == settle_references(read_states(second), changes)
    assert compare_entries(second, second) == ()
    return list(changes)


def list_lines(changes: list[ArtifactChange]) -> list[str]:
    """Return each change on a line, with the pieces and references below their artifact."""
    lines: list[str] = []
    for change in changes:
        sides = list(dict.fromkeys(side.name for side in (change.before, change.after) if side))
        lines.append(" ".join([" -> ".join(sides), *change.sorts, *change.others]))
        lines += [f"  {field.key}: {field.before} -> {field.after}" for field in change.fields]
        for piece in change.pieces:
            ends = [side.name for side in (piece.before, piece.after) if side]
            lines.append(
                " ".join([" ", " -> ".join(dict.fromkeys(ends)), *piece.sorts, *piece.others])
            )
            lines += [f"    {field.key}: {field.before} -> {field.after}" for field in piece.fields]
        for reference in change.references:
            sign = "+" if reference.is_gained else "-"
            lines.append(f"  {sign} {reference.piece} {reference.key} {reference.target}")
    return lines
