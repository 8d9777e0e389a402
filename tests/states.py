"""Two states of some artifacts, as `playbook diff` compares them."""

from collections.abc import Mapping
from pathlib import Path

from playbook.changes.application import apply_changes, read_states, settle_references
from playbook.changes.change import ArtifactChange, Changes, Remark
from playbook.changes.comparison import compare_entries
from playbook.kinds import KINDS
from playbook.library.entry import Entry
from playbook.library.loader import parse_entry
from playbook.source.problem import Problem

CONTENT = Path("content")
BY_NAME = {kind.name: kind for kind in KINDS}
FOLDER = Path(__file__).parent / "report" / "changes"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


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


def read_state(case: Path, state: str) -> tuple[dict[str, Entry], list[Problem]]:
    """Return the artifacts of one state, and the problems of files that can't be read."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for folder in (case / "both", case / state):
        for path in sorted(folder.rglob("*.yml")):
            place = CONTENT / path.relative_to(folder)
            entry, wrong = parse_entry(place, path.read_bytes(), CONTENT, BY_NAME)
            problems += wrong
            if entry:
                entries[entry.id] = entry
    return entries, problems


def read_changes(case: Path) -> tuple[Changes, dict[str, Entry], dict[str, Entry]]:
    """Return what changed in a case, and both states."""
    (before, _), (after, unread) = read_state(case, "before"), read_state(case, "after")
    for problem in unread:
        before.pop(problem.path.stem, None)
    asked = case / "remarks.txt"
    lines = asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []
    remarks = []
    for line in lines:
        artifact, piece, name, message = line.split("|")
        remarks.append(Remark(artifact=artifact, piece=piece, name=name, message=message))
    changes = Changes(
        artifacts=compare_entries(before, after), unread=tuple(unread), remarks=tuple(remarks)
    )
    return changes, before, after
