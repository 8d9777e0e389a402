"""`playbook explain` tells of every rule why it exists, what is bad and good, and how to waive
it.
"""

import re
import textwrap

import pytest
from click.testing import CliRunner, Result

from playbook.cli import main
from playbook.kinds import KINDS
from playbook.reference.lessons import load_lessons
from playbook.rules.faults import load_faults
from playbook.source.composer import Composer
from playbook.source.problem import Severity
from projects import ROOT, Project, Run

LESSONS = load_lessons(KINDS)
FAULTS = load_faults()
SHOWN = [code for code, fault in FAULTS.items() if fault.bad and code.startswith("SRC")]
CODE = re.compile(r"""["']([A-Z]{2,4}\d{3})["']""")


def explain(*args: str) -> Result:
    return CliRunner().invoke(main, ["explain", *args])


@pytest.mark.parametrize("code", LESSONS)
def test_a_rule_is_explained_with_why_bad_good_and_how_to_waive_it(code: str) -> None:
    lesson = LESSONS[code]
    done = explain(code)
    assert (done.exit_code, done.stderr) == (0, "")
    weight = "error" if lesson.rule.severity is Severity.ERROR else "advice"
    title, places, *rest = done.stdout.splitlines()
    state, other = (", off", str(lesson.rule.severity)) if lesson.rule.is_optional else ("", "off")
    assert title == f"{code} {lesson.rule.name} ({weight}{state})"
    assert places == "in " + ", ".join(kind.name for kind in lesson.kinds)
    assert lesson.why in " ".join(rest)
    said = "\n".join(rest)
    assert f"\nBad:\n{textwrap.indent(lesson.bad, '    ')}\n" in said
    assert f"\nGood:\n{textwrap.indent(lesson.good, '    ')}\n" in said
    assert f"    # playbook: allow {code} because …" in rest
    assert f"extra: {{rules: {{{code}: {other}}}}}" in said


def test_every_code_that_check_can_print_is_explained() -> None:
    modules = (ROOT / "generator" / "playbook").rglob("*.py")
    printed = {code for path in modules for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert printed - LESSONS.keys() - FAULTS.keys() == set()
    assert FAULTS.keys() - printed == set()
    assert FAULTS.keys() & LESSONS.keys() == set()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_explained_with_its_reason_and_example(code: str) -> None:
    fault = FAULTS[code]
    done = explain(code.lower())
    assert (done.exit_code, done.stderr) == (0, "")
    title, _, *rest = done.stdout.splitlines()
    assert title == f"{code} {fault.name}"
    assert fault.why in " ".join(rest)
    assert ("Bad:" in rest, "Good:" in rest) == (bool(fault.bad), bool(fault.good))
    assert textwrap.indent(fault.good, "    ") in done.stdout
    assert "It can't be waived" in rest[-1]
    assert fault.bad != fault.good or not fault.bad


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_of_what_cannot_be_read_shows_it(code: str) -> None:
    bad, good = Composer(), Composer()
    bad.compose(FAULTS[code].bad)
    good.compose(FAULTS[code].good)
    assert [mistake.code for mistake in bad.faults] == [code]
    assert good.faults == []


@pytest.mark.parametrize("code", [*LESSONS, *FAULTS])
def test_an_explanation_fits_a_terminal_of_120_columns(code: str) -> None:
    assert [
        line
        for line in explain(code).stdout.splitlines()
        if len(line) > 120 or line != line.rstrip()
    ] == []


def test_a_code_may_be_typed_in_lower_case() -> None:
    assert explain("ot301").stdout == explain("OT301").stdout


def test_without_a_code_all_rules_are_listed() -> None:
    done = explain()
    assert done.exit_code == 0
    names = {code: lesson.rule.name for code, lesson in LESSONS.items()} | {
        code: fault.name for code, fault in FAULTS.items()
    }
    assert done.stdout.splitlines() == [f"{code}  {name}" for code, name in names.items()]


@pytest.mark.parametrize("code", ["OT3O1", "OT390", "0T301", "ot30"])
def test_an_unknown_code_is_exit_code_2_with_the_closest_one(code: str) -> None:
    done = explain(code)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"Error: there is no rule '{code}' (did you mean 'OT3" in done.stderr


def test_a_code_like_no_other_is_exit_code_2_without_a_guess() -> None:
    done = explain("nonsense")
    assert done.exit_code == 2
    assert done.stderr.endswith("Error: there is no rule 'nonsense'\n")


def test_explaining_needs_no_project(project: Project, run: Run) -> None:
    done = run("explain", "OT301", cwd=project.root.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == explain("OT301").stdout
