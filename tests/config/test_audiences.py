"""A file in fixtures/audiences/ says, line by line, how it is answered.

`# expect: CODE line:column message`.
"""

import re
from pathlib import Path

import pytest

from playbook.config import audiences
from playbook.project import load_project
from projects import ROOT, Project, Run

BROKEN = sorted((ROOT / "tests" / "fixtures" / "audiences").glob("*.yml"))
EXPECT = re.compile(r"^# expect: (\S+ \d+:\d+ .+)$", re.MULTILINE)
NOBODY = ["", "# Nobody yet\n", "audiences: []\n"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.stem)
def test_each_mistake_is_answered_at_its_place(case: Path, project: Project) -> None:
    text = case.read_text(encoding="utf-8")
    path = project.root / audiences.FILE
    path.write_text(text, encoding="utf-8")
    loaded = load_project(project.root)
    assert {each.path for each in loaded.problems} == {path}
    said = [
        f"{each.code} {each.mark.line}:{each.mark.column} {each.message}"
        for each in loaded.problems
    ]
    assert said == EXPECT.findall(text)
    assert len({each.id for each in loaded.library.audiences}) <= 1


def test_the_command_says_it_too(project: Project, run: Run) -> None:
    (project.root / audiences.FILE).write_text("audience: []\n", encoding="utf-8")
    checked = run("check", cwd=project.root)
    assert checked.returncode == 1
    assert checked.stdout.startswith(
        "site_config/audiences.yml:1:1: SHP003 'audience' is not known here (did you mean"
    )


@pytest.mark.parametrize("text", [None, *NOBODY])
def test_without_audiences_nothing_is_wrong(text: str | None, project: Project) -> None:
    path = project.root / audiences.FILE
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    loaded = load_project(project.root)
    assert (loaded.library.audiences, loaded.problems) == ((), [])


def test_ours_are_three_that_block_shape_and_are_told() -> None:
    found, problems = audiences.load_audiences(ROOT)
    assert problems == []
    assert [each.can for each in found] == ["block", "shape", "told"]
    assert [each.depth for each in found] == ["headline", "reasons", "evidence"]
