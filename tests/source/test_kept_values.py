"""What a file says is the same whether it was kept or is read anew."""

import json
import os
import time
from functools import partial
from pathlib import Path

import pytest

from playbook.library.loader import read_entry
from playbook.library.steps import Steps
from playbook.project import VALUES, load_project
from playbook.source.document import read
from playbook.source.kept_values import DAY, KeptValues
from playbook.system.kept_file import digest
from projects import ROOT, Project

TEXT = "title: 'Look: again'\nsteps: [{title: One, minutes: 5}, two]\nnone:\n"
EVERY = 4
"""One in so many of the rules' bad cases is enough to tell."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "look.yml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_what_is_kept_gives_the_same_problems_at_the_same_places(project: Project) -> None:
    cases = sorted((ROOT / "tests" / "rules").glob("*/bad.yml"))[::EVERY]
    for case in cases:
        text = case.read_text(encoding="utf-8")
        project.write({f"{case.parent.name.lower()}.yml": text})
    project.write({"broken.yml": "title: [\n", "doubtful.yml": "kind: play\ntitle: A # B\n"})
    values = KeptValues(project.root / VALUES)
    steps = Steps(read=partial(read_entry, kept=values))
    first = load_project(project.root, steps=steps)
    kept = {path.name for path in (project.root / VALUES).glob("*.json")}
    assert len(kept) >= len(cases)
    again = load_project(project.root, steps=steps)
    assert again.problems == first.problems
    assert len(again.problems) > len(cases)
    assert [entry.source.root.data for entry in again.library.entries.values()] == [
        entry.source.data for entry in first.library.entries.values()
    ]


@pytest.mark.parametrize("content", [b"{", b"[" * 100_000, b"", b"\xff"])
def test_what_is_damaged_is_read_anew(file: Path, content: bytes) -> None:
    folder = file.parent / "values"
    source, _ = read(file, file.parent, KeptValues(folder))
    assert source
    [entry] = folder.glob("*.json")
    for damaged in (content, digest(content) + b"\n" + content):
        entry.write_bytes(damaged)
        again, problems = read(file, file.parent, KeptValues(folder))
        assert (again, problems) == (source, [])
        assert json.loads(entry.read_bytes().partition(b"\n")[2]) == source.data


def test_nothing_is_written_through_a_link_that_lies_there(file: Path) -> None:
    folder, other = file.parent / "values", file.parent / "other"
    other.write_text("theirs", encoding="utf-8")
    read(file, file.parent, KeptValues(folder))
    [entry] = folder.glob("*.json")
    entry.unlink()
    entry.symlink_to(other)
    read(file, file.parent, KeptValues(folder))
    assert other.read_text(encoding="utf-8") == "theirs"
    assert not entry.is_symlink()


def test_what_nobody_used_for_a_day_goes_and_the_folder_is_no_part_of_a_repository(
    file: Path,
) -> None:
    folder = file.parent / "values"
    read(file, file.parent, KeptValues(folder))
    [old] = folder.glob("*.json")
    os.utime(old, (time.time() - 2 * DAY,) * 2)
    file.write_text(f"{TEXT}more: words\n", encoding="utf-8")
    kept = KeptValues(folder)
    read(file, file.parent, kept)
    kept.sweep()
    [new] = folder.glob("*.json")
    assert new != old
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
