"""The states that an artifact had: those that git knows, and those kept in the content."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from playbook.content.inventory import Inventory
from playbook.library.library import Library
from playbook.library.loader import parse_entry
from playbook.source.document import derive_id, read_raw
from playbook.source.problem import Mark, Problem
from playbook.system.git_log import Commit
from playbook.text.english import quoted, with_article

MOST = 400
"""How many states of one artifact are looked at, the latest ones."""


@dataclass(frozen=True)
class Version:
    """A file as it was at the end of a day: a blob of git's, or a file that is kept."""

    day: date
    blob: str = ""
    path: Path | None = None


def follow_files(commits: Sequence[Commit], paths: Iterable[str]) -> dict[str, list[Version]]:
    """Return the versions of each file that is there today, the earliest first.

    A file that had another name is followed back to it.
    """
    names = {path: path for path in paths}
    versions: dict[str, list[Version]] = defaultdict(list)
    for commit in reversed(commits):
        renamed: dict[str, str] = {}
        for change in commit.changes:
            today = names.get(change.path)
            if today is None:
                continue
            if change.blob:
                versions[today].append(Version(commit.day, change.blob))
            if change.old_path:
                names.pop(change.path)
                renamed[change.old_path] = today
        names |= renamed
    return {path: keep_last_of_day(reversed(listed)) for path, listed in versions.items()}


def find_kept_versions(inventory: Inventory) -> Mapping[Path, list[Version]]:
    """Return the kept versions of each artifact by its path, the earliest first."""
    kept: dict[Path, list[Version]] = defaultdict(list)
    for path, owner, day in list_kept_versions(inventory):
        if owner is not None and day is not None:
            kept[owner].append(Version(day, path=path))
    return {path: sorted(listed, key=lambda version: version.day) for path, listed in kept.items()}


def list_kept_versions(inventory: Inventory) -> Iterator[tuple[Path, Path | None, date | None]]:
    """Yield each kept version with the artifact that it is of, and its day, where there are any."""
    artifacts = {path.with_suffix(""): path for path in inventory.artifacts}
    for path in inventory.versions:
        owner = artifacts.get(path.parent.with_suffix(""))
        try:
            day = date.fromisoformat(path.stem)
        except ValueError:
            day = None
        yield path, owner, day


def choose_versions(kept: list[Version], known: list[Version]) -> list[Version]:
    """Return the versions that tell how an artifact grew: those kept, or else those git knows.

    Kept ones are chosen by the team, such as those that it brought from another tool; the commits
    since then may be about nothing but words.
    """
    return (kept or known)[-MOST:]


def find_version_problems(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with kept versions: their names, and what they say."""
    for path, owner, day in list_kept_versions(library.inventory):
        name = library.inventory.get_path(path)
        if owner is None:
            lacking = f"{path.parent.with_suffix('').name}.yml"
            message = (
                f"{quoted(name)} says what {quoted(lacking)} said before, and there is no such "
                "file beside its folder: rename the folder, or delete it"
            )
            yield Problem(path, Mark(), "FIL001", message)
            continue
        if day is None:
            message = (
                f"{quoted(path.name)} should be the day on which it was so: "
                "call it '2026-03-18.yml', for example"
            )
            yield Problem(path, Mark(), "FIL001", message)
        entry = library.entries.get(derive_id(owner))
        raw, problems = read_raw(path, library.content)
        state = None
        if not problems:
            state, problems = parse_entry(owner, raw, library.content, library.kinds)
        yield from (replace(problem, path=path) for problem in problems)
        if state and entry and state.kind is not entry.kind:
            message = (
                f"this is {with_article(state.kind.name)}, and {quoted(owner.name)} is "
                f"{with_article(entry.kind.name)}: a version is of the same kind"
            )
            yield Problem(path, state.source.find_mark(("kind",)), "SHP001", message)


def keep_last_of_day(versions: Iterable[Version]) -> list[Version]:
    """Return the last version of each day, for versions in their order."""
    return list({version.day: version for version in versions}.values())
