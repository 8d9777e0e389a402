"""Pages written by hand, files and links.

Whoever told us is found there as well, and a page may say it means it.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.project import load_project
from playbook.visibility.people_on_pages import find_traces
from projects import Project, Run

SNAPSHOT = """kind: interview-snapshot
title: A search
summary: What we heard.
who: Rosa
date: 2026-03-18
story: [{title: One, next: two}, {id: two, title: Two}]
"""
PAGE = """---
title: Who we are
author: Kenji Yamada
---
We heard it from Maura Halloran
and from [her](mailto:maura@example.net), +44 20 7946 0123.

![Her desk](img/maura-halloran.png) and linkedin.com/in/maura-h

Write to team@example.net.
"""


def find_private(path: Path) -> list[tuple[str, int, int]]:
    problems = load_project(path).problems
    private = [
        each for each in problems if each.path.suffix == ".md" and each.code.startswith("IS")
    ]
    return [(each.code, each.mark.line, each.mark.column) for each in private]


def test_a_page_is_searched_for_all_that_leads_to_a_person(project: Project) -> None:
    project.write({"who.md": PAGE})
    assert find_private(project.root) == [
        ("IS104", 5, 18),
        ("IS101", 6, 23),
        ("IS102", 6, 43),
        ("IS104", 8, 13),
        ("IS105", 8, 41),
    ]


def test_what_a_page_says_is_advice_that_it_can_waive(project: Project, run: Run) -> None:
    waivers = "\n".join(
        f"<!-- playbook: allow IS10{number} because we are the team -->" for number in (1, 2, 4, 5)
    )
    project.write({"who.md": PAGE, "img/maura-halloran.png": ""})
    assert run("check", cwd=project.root).returncode == 0
    assert run("check", "--strict", cwd=project.root).returncode == 1
    project.write({"who.md": f"{PAGE}\n{waivers}\n"})
    assert find_private(project.root) == []


def test_a_waiver_without_a_reason_waives_nothing(project: Project) -> None:
    project.write(
        {
            "who.md": (
                f"{PAGE}\n<!-- playbook: allow IS104 -->\n<!-- playbook: allow IS101 because -->\n"
            )
        }
    )
    assert len(find_private(project.root)) == 5


@pytest.mark.parametrize(("weight", "code"), [("off", 0), ("error", 1)])
def test_the_settings_weigh_what_is_on_a_page(
    weight: str, code: int, project: Project, run: Run
) -> None:
    (project.root / "site_config" / "site.yml").write_text(
        f"site_name: Ours\nextra: {{rules: {{IS104: {weight}}}}}\n", encoding="utf-8"
    )
    project.write({"who.md": "We heard it from Maura Halloran.\n"})
    done = run("check", cwd=project.root)
    assert (done.returncode, done.stdout.count("IS104")) == (code, 2 * code)


def test_the_names_of_files_are_searched(tmp_path: Path) -> None:
    for name in ("maura-halloran", "rosa"):
        (tmp_path / f"{name}.yml").write_text(SNAPSHOT, encoding="utf-8")
    problems = Library(tmp_path, KINDS).problems
    assert [(each.path.stem, each.code, each.mark) for each in problems] == [
        ("maura-halloran", "IS103", (1, 1))
    ]
    assert "rename it" in problems[0].message
    path = tmp_path / "maura-halloran.yml"
    path.write_text(
        f"# playbook: allow IS103 because she wrote it herself\n{SNAPSHOT}", encoding="utf-8"
    )
    assert Library(tmp_path, KINDS).problems == []


def test_the_name_of_a_page_is_searched(project: Project) -> None:
    project.write({"people/maura-halloran.md": "Text.\n", "people/sources.md": "Text.\n"})
    assert find_private(project.root) == [("IS104", 1, 1)]


@given(st.text(max_size=300))
def test_any_page_can_be_searched(text: str) -> None:
    for _code, trace, _message in find_traces("page.md", text):
        assert 0 <= trace.start <= len(text)
