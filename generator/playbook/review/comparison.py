"""Two states of a project -> all that changed between them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from playbook.changes.change import ArtifactChange, Changes, Sort
from playbook.changes.comparison import compare_entries
from playbook.changes.remarks import list_remarks
from playbook.library.entry import Entry
from playbook.library.kept_records import KeptRecords
from playbook.project import RECORDS, VALUES
from playbook.review.revisions import Revision
from playbook.review.states import State, list_unread, load_state
from playbook.source.document import derive_id
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Mark, Problem, Severity

OLDER = RECORDS.parents[1] / "diff" / "records"
"""Where below a project's folder is kept what is known of the older state."""
FROM_HISTORY = {"CAL001", "CAL002", "CAL003", "CAL004"}
"""What is found only with the history of a file, which the folder of an extract lacks."""


class Comparison:
    """Two states, and what changed; what was written for them goes when the stack is left."""

    def __init__(
        self, root: Path, revisions: tuple[Revision, Revision], stack: ExitStack, *, public: bool
    ) -> None:
        values = KeptValues(root / VALUES)
        records = KeptRecords(root / RECORDS, values)
        older, newer = revisions
        self.after = load_state(newer, stack, records.steps, public=public)
        self.after.problems  # noqa: B018 - before the records say what is known of the older state
        if not newer.commit:
            records.save()
        known = KeptRecords(root / OLDER, values)
        known.know(records.used)
        self.before = load_state(older, stack, known.steps, public=public)
        self.before.problems  # noqa: B018 - the same
        if older.commit and known.is_new:
            known.save()
        self.changes = compare_states(self.before, self.after, is_public=public)


def compare_states(before: State, after: State, *, is_public: bool) -> Changes:
    """Return all that changed between two states."""
    others = before.submodules.keys() | after.submodules.keys()
    unread = find_changed_unread(before, after, others)
    lost = unread[0] | unread[1]
    old, new = (
        drop_unread(state, other, lost, others)
        for state, other in ((before, after), (after, before))
    )
    artifacts = compare_entries(old, new)
    library = after.project.library if is_public else after.project.unredacted
    files = tuple(sorted(compare_files(before, after, others), key=lambda pair: pair[1]))
    if is_public:  # a problem may quote what is internal, and so may the name of a broken file
        lost_count = sum(map(len, unread)) + sum(1 for _ in compare_submodules(before, after))
        hidden = tuple(count_unread(lost_count))
        remarks = list_remarks(artifacts, old, library)
        return Changes(artifacts=artifacts, files=files, unread=hidden, remarks=remarks)
    reasons = [
        *mark_older(list_unread(before, unread[0])),
        *list_unread(after, unread[1]),
        *mark_older(list_unwritten(before, after)),
        *list_unwritten(after, before),
        *compare_submodules(before, after),
    ]
    gone, fresh = compare_problems(before, after, artifacts, others)
    return Changes(
        artifacts=artifacts,
        files=files,
        unread=tuple(dict.fromkeys(reasons)),
        new_problems=tuple(problem for problem in fresh if problem not in reasons),
        gone_problems=gone,
        remarks=list_remarks(artifacts, old, library),
    )


def find_changed_unread(
    before: State, after: State, others: Collection[Path]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of files that can't be read in each of the states, where they differ."""
    old, new = (
        {derive_id(path): path for path in state.project.unredacted.inventory.artifacts}
        for state in (before, after)
    )
    same = {
        name
        for name in before.unread & after.unread
        if (
            before.is_same_file(old[name], after, new[name])
            if name in old and name in new
            else {*list_unread(before, {name})} == {*list_unread(after, {name})}
        )
    }
    same |= {
        name
        for state, files in ((before, old), (after, new))
        for name in state.unread & files.keys()
        if is_below(state.get_path(files[name]), others)
    }
    return before.unread - same, after.unread - same


def list_unwritten(state: State, other: State) -> Iterator[Problem]:
    """Yield what git has of a state and can't be read, where the other state hasn't the same."""
    files = other.extract.files if other.extract else {}
    for path, problem in state.extract.unread.items() if state.extract else ():
        if state.extract and files.get(path) != state.extract.files[path]:
            yield problem


def compare_submodules(before: State, after: State) -> Iterator[Problem]:
    """Yield which other repositories in the content are at another commit."""
    old, new = before.submodules, after.submodules
    for path in sorted(old.keys() | new.keys()):
        ends = [commits.get(path, "")[:8] or "nothing" for commits in (old, new)]
        if ends[0] != ends[1]:
            message = (
                "this is another repository (a submodule), which is not looked into: it went from "
                f"{ends[0]} to {ends[1]}"
            )
            yield Problem(path, Mark(), "SRC013", message)


def is_below(path: Path, folders: Collection[Path]) -> bool:
    """Whether a path leads into one of the folders."""
    return any(path.is_relative_to(folder) for folder in folders)


def drop_unread(
    state: State, other: State, lost: frozenset[str], others: Collection[Path]
) -> dict[str, Entry]:
    """Return the artifacts of a state that can be compared, without those of `others`.

    Those of shelves are no part of a change, but may be what something refers to.
    """
    return {
        name: entry
        for name, entry in state.entries.items()
        if name not in lost
        and (name in other.entries if entry.shelf else not is_below(entry.source.path, others))
    }


def mark_older(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems that are in the older state, said so."""
    for problem in problems:
        yield replace(problem, message=f"in the older state: {problem.message}")


def count_unread(number: int) -> Iterator[Problem]:
    """Yield that files can't be read, without saying which, since they may be internal."""
    if number:
        message = (
            f"{number} of the files can't be read, so they are not compared: 'playbook check' "
            "says why"
        )
        yield Problem(Path("content"), Mark(), "SRC013", message, Severity.WARNING)


def compare_files(
    before: State, after: State, others: Collection[Path]
) -> Iterator[tuple[Sort, str]]:
    """Yield the other files of the content, and the settings, that were changed."""
    old, new = (
        {path: file for path, file in state.list_files() if not is_below(Path(path), others)}
        for state in (before, after)
    )
    for path in old.keys() - new.keys():
        yield Sort.REMOVED, path
    for path, file in new.items():
        if path not in old:
            yield Sort.ADDED, path
        elif not before.is_same_file(old[path], after, file):
            yield Sort.CHANGED, path


def compare_problems(
    before: State,
    after: State,
    artifacts: tuple[ArtifactChange, ...],
    others: Collection[Path],
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that went away and those that are new.

    One is the same with the same words about the same file, on whatever line.
    """
    moved = {
        Path(change.before.path): Path(change.after.path)
        for change in artifacts
        if change.before and change.after
    }
    touched = {Path(change.after.path) for change in artifacts if change.after}
    old = [problem for problem in before.problems if problem.code not in FROM_HISTORY]
    new = [
        problem
        for problem in after.problems
        if problem.code not in FROM_HISTORY or problem.path in touched
    ]
    gone, fresh = subtract(old, new, moved), subtract(new, old, {}, moved)
    return (
        tuple(problem for problem in gone if not is_below(problem.path, others)),
        tuple(problem for problem in fresh if not is_below(problem.path, others)),
    )


def subtract(
    problems: list[Problem],
    known: list[Problem],
    moved: Mapping[Path, Path],
    known_moved: Mapping[Path, Path] | None = None,
) -> Iterator[Problem]:
    """Yield the problems that are not known, each as often as it is more than known."""
    left = Counter(identify(problem, known_moved or {}) for problem in known)
    for problem in problems:
        key = identify(problem, moved)
        if left[key]:
            left[key] -= 1
        else:
            yield problem


def identify(problem: Problem, moved: Mapping[Path, Path]) -> tuple[str, Path, str]:
    """Return what makes a problem the same as one of the other state."""
    return problem.code, moved.get(problem.path, problem.path), problem.message
