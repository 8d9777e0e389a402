"""A preview reads a shelf once, and watches only what a team edits."""

from pathlib import Path

import pytest

from playbook.assets import OWN_SHELVES
from playbook.publish.preview import kept_entries
from playbook.publish.preview.live_site import LiveSite
from projects import Project
from shelved import set_shelves, write_play


def test_a_preview_reads_a_shelf_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = ("clear-boundaries", "scaling-sales")
    set_shelves(project, "plays", leave_out=gone)
    live = LiveSite(project.root, "http://127.0.0.1:8000")
    live.read()
    assert not any(OWN_SHELVES.is_relative_to(path) for path in live.list_watched())
    assert live.answer("/plays/support-careers/").status == 200
    files: list[Path] = []
    read_entry = kept_entries.read_entry

    def read_and_count(path: Path, *rest: object) -> object:
        files.append(path)
        return read_entry(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_entries, "read_entry", read_and_count)
    project.write({"plays/monday.yml": write_play("Monday", "See [[show-your-work]].")})
    live.read()
    list(live.content.judge_anew())
    assert [path.name for path in files] == ["monday.yml"]
    assert live.content.problems == []
    assert b"Show stakeholders your work</a>" in live.answer("/plays/monday/").content
    set_shelves(project, "plays", leave_out=(*gone, "show-your-work"))
    live.read()
    assert [path.name for path in files] == ["monday.yml"]
    assert live.answer("/plays/show-your-work/").status == 404
    assert [problem.code for problem in live.content.problems] == ["REF013"]
    set_shelves(project, "plays", leave_out=gone)
    live.read()
    assert b"Show stakeholders your work</a>" in live.answer("/plays/monday/").content
