"""Dates of what has happened that are still to come are advice of `check`, and of nothing else."""

from datetime import date
from pathlib import Path

import pytest

from playbook.kinds import KINDS
from playbook.library.future_dates import find_future_dates
from playbook.library.library import Library
from playbook.source.problem import Mark, Severity
from projects import Project, Run

SNAPSHOT = """kind: interview-snapshot
title: How Mara found a teacher
summary: What happened.
who: Mara
date: {day}
"""


@pytest.mark.parametrize(
    ("day", "marks"),
    [("2026-03-19", []), ("2026-03-20", [Mark(5, 7)]), ("2099-01-01", [Mark(5, 7)])],
)
def test_an_interview_that_is_still_to_come_is_advice(
    day: str, marks: list[Mark], tmp_path: Path
) -> None:
    (tmp_path / "mara.yml").write_text(SNAPSHOT.format(day=day), encoding="utf-8")
    found = list(find_future_dates(Library(tmp_path, KINDS), date(2026, 3, 18)))
    assert [(each.mark, each.code, each.severity) for each in found] == [
        (mark, "SHP011", Severity.WARNING) for mark in marks
    ]


def test_the_command_says_it(project: Project, run: Run) -> None:
    project.write({"mara.yml": SNAPSHOT.format(day="2099-12-31")})
    done = run("check", cwd=project.root)
    assert "content/mara.yml:5:7: SHP011 (advice) 'date' is '2099-12-31'" in done.stdout
    assert done.returncode == 0


def test_a_session_may_be_still_to_come(tmp_path: Path) -> None:
    (tmp_path / "club.yml").write_text(
        "kind: club\ntitle: A club\nsummary: S\ncadence: monthly\nstart: 2099-01-01\nzone: "
        "Europe/Berlin\nbook: b\n"
        "readings: [{guide: g}]\nsessions: [{id: s, title: S, date: 2099-02-01, times: "
        "09:00-10:00}]\n",
        encoding="utf-8",
    )
    library = Library(tmp_path, KINDS)
    assert "club" in library.entries
    assert list(find_future_dates(library, date(2026, 3, 18))) == []
