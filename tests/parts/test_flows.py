"""A flow with branches, a checkpoint, a call and scenarios is clean.

Each way to break it is told at its place.
"""

import json
import re
import shutil
from itertools import pairwise

import pytest

from playbook.project import load_project
from projects import ROOT, Project, Run

FLOWS = ROOT / "tests" / "fixtures" / "flows"
WHOLE = sorted(FLOWS.glob("whole/*.yml"))
BROKEN = sorted(FLOWS.glob("broken/*.diff"))
FIVE = {
    "renamed-answer",
    "dropped-branch",
    "loop-without-exit",
    "call-of-a-missing-play",
    "end-nobody-reaches",
}
EXPECT = re.compile(r"^# expect: (\S+\.yml):(\d+):(\d+): ([A-Z]+\d+) (.+)$", re.MULTILINE)
HUNK = re.compile(r"^@@ (\S+\.yml)\n((?:[-+ ].*\n)+)", re.MULTILINE)
CALM = f"All is well: {len(WHOLE)} artifacts checked.\n"

Fact = tuple[str, int, int, str, str]


@pytest.fixture
def flows(project: Project) -> Project:
    for path in WHOLE:
        shutil.copy(path, project.content)
    return project


def expected(case: str) -> list[Fact]:
    said = EXPECT.findall((FLOWS / "broken" / f"{case}.diff").read_text(encoding="utf-8"))
    return [
        (file, int(line), int(column), code, message) for file, line, column, code, message in said
    ]


def side(lines: list[str], sign: str) -> str:
    """Return one side of a hunk: what stood there, or what stands there now."""
    return "".join(line[1:] for line in lines if line[0] in {sign, " "})


def apply(case: str, flows: Project) -> None:
    """Change the flows as the case says; each place must be there, and once."""
    diff = (FLOWS / "broken" / f"{case}.diff").read_text(encoding="utf-8")
    hunks = HUNK.findall(diff)
    assert len(hunks) == diff.count("@@ ")
    for file, body in hunks:
        lines = body.splitlines(keepends=True)
        path = flows.content / file
        text = path.read_text(encoding="utf-8")
        assert text.count(f"\n{side(lines, '-')}") == 1, lines
        path.write_text(text.replace(side(lines, "-"), side(lines, "+")), encoding="utf-8")


def weigh(rules: str, flows: Project) -> None:
    path = flows.root / "site_config" / "site.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}  rules: {{{rules}}}\n", encoding="utf-8")


def list_facts(flows: Project) -> list[Fact]:
    problems = load_project(flows.root).problems
    return [(each.path.name, *each.mark, each.code, each.message) for each in problems]


def test_an_unbroken_flow_is_clean_when_strict(flows: Project, run: Run) -> None:
    done = run("check", "--strict", cwd=flows.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, CALM, "")


def test_the_five_ways_to_break_a_flow_are_among_the_cases() -> None:
    assert {path.stem for path in BROKEN} > FIVE
    assert [path.stem for path in BROKEN if not expected(path.stem)] == []


@pytest.mark.parametrize("case", [path.stem for path in BROKEN])
def test_a_broken_flow_is_told_at_its_place(case: str, flows: Project, run: Run) -> None:
    apply(case, flows)
    done = run("check", "--format", "json", cwd=flows.root)
    said = [
        (p["path"], p["line"], p["column"], p["code"], p["message"])
        for p in json.loads(done.stdout)
    ]
    assert said == [(f"content/{file}", *rest) for file, *rest in expected(case)]
    assert done.returncode == 1


def test_a_play_that_is_gone_is_told_wherever_it_is_named_and_nowhere_else(flows: Project) -> None:
    (flows.content / "help-pages.yml").unlink()
    text = (flows.content / "refund.yml").read_text(encoding="utf-8")
    named = [
        (number, "REF002")
        for number, line in enumerate(text.split("\n"), 1)
        if "help-pages#" in line
    ]
    assert len(named) > 5
    assert [(line, code) for _, line, _, code, _ in list_facts(flows)] == named


def test_a_play_that_cannot_be_read_is_told_of_there_and_nowhere_else(flows: Project) -> None:
    path = flows.content / "help-pages.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("time: 30", "time: soon"), encoding="utf-8"
    )
    assert [(file, code) for file, _, _, code, _ in list_facts(flows)] == [
        ("help-pages.yml", "SHP004")
    ]


def test_a_flow_is_whole_whatever_the_order_of_its_ways(flows: Project) -> None:
    path = flows.content / "refund.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    swapped = list(lines)
    for number, (one, other) in enumerate(pairwise(lines)):
        if "answer: all, to" in one or "answer: found, to" in one:
            swapped[number : number + 2] = [other, one]
    assert swapped != lines
    path.write_text("\n".join(swapped), encoding="utf-8")
    assert list_facts(flows) == []


def test_a_rule_that_is_off_lets_a_flow_be(flows: Project, run: Run) -> None:
    apply("loop-without-exit", flows)
    weigh("FL003: off", flows)
    done = run("check", "--strict", cwd=flows.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, CALM, "")


def test_a_rule_that_is_advice_stops_a_flow_only_when_strict(flows: Project, run: Run) -> None:
    apply("end-nobody-reaches", flows)
    weigh("FL004: warning", flows)
    done, strict = run("check", cwd=flows.root), run("check", "--strict", cwd=flows.root)
    assert (done.returncode, strict.returncode) == (0, 1)
    assert done.stdout.startswith(
        "content/refund.yml:37:9: FL004 (advice) nothing leads to the end 'closed'"
    )
    assert strict.stdout == done.stdout


def test_a_flow_is_checked_while_what_its_scenarios_say_is_off(flows: Project) -> None:
    apply("end-nobody-reaches", flows)
    apply("dropped-branch", flows)
    weigh("SN001: off, SN002: off, SN003: off", flows)
    assert [(line, code) for _, line, _, code, _ in list_facts(flows)] == [(36, "FL004")]
