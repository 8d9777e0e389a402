"""A site's settings say how much a rule matters.

Errors break the build, and advice only when strict.
"""

import pytest

from playbook.project import load_project
from playbook.source.problem import is_breaking
from projects import Project, Run

TREE = """kind: opportunity-tree
title: A first lesson booked
summary: What keeps adults from a first lesson.
outcome: {title: Adults book, type: product, metric: Bookings, from: "1", to: "2"}
opportunities:
  - title: I want an app to choose
  - {title: I can't pay, status: target, because: Most told us so, evidence: Interview 1}
"""
APP = 6
SITE = "site_name: A playbook\nextra:\n  rules:\n    {rules}\n"


@pytest.mark.parametrize(
    ("weight", "lines", "stops", "stops_when_strict"),
    [("off", [], False, False), ("warning", [APP], False, True), ("error", [APP], True, True)],
)
def test_a_site_weighs_a_rule(
    weight: str, lines: list[int], *, stops: bool, stops_when_strict: bool, project: Project
) -> None:
    path = project.root / "site_config" / "site.yml"
    path.write_text(SITE.format(rules=f"OT301: {weight}"), encoding="utf-8")
    project.write({"a-tree.yml": TREE})
    said = load_project(project.root).problems
    assert [(each.code, each.mark.line) for each in said] == [("OT301", line) for line in lines]
    assert is_breaking(said, strict=False) is stops
    assert is_breaking(said, strict=True) is stops_when_strict


@pytest.mark.parametrize(
    ("code", "meant"), [("OT390", " (did you mean 'OT3"), ("ot301", " (did you mean 'OT301'?)")]
)
def test_an_unknown_code_in_the_settings_is_an_error_at_its_line(
    code: str, meant: str, project: Project
) -> None:
    path = project.root / "site_config" / "site.yml"
    path.write_text(SITE.format(rules=f"OT302: off\n    {code}: off"), encoding="utf-8")
    (fault,) = load_project(project.root).problems
    assert (fault.path, fault.code, fault.mark.line, fault.mark.column) == (path, "SET001", 5, 5)
    assert fault.message.startswith(f"there is no rule '{code}'{meant}")
    assert is_breaking([fault], strict=False)


def test_an_unknown_weight_is_an_error_at_its_place(project: Project) -> None:
    path = project.root / "site_config" / "site.yml"
    path.write_text(SITE.format(rules="OT301: of"), encoding="utf-8")
    (fault,) = load_project(project.root).problems
    assert (fault.path, fault.mark.line, fault.mark.column) == (path, 4, 12)
    assert "(did you mean 'off'?): it can be 'error', 'warning', 'off'" in fault.message


def test_errors_break_the_build_and_advice_only_when_strict(project: Project, run: Run) -> None:
    project.write({"a-tree.yml": TREE})
    strict = run("build", "--strict", cwd=project.root)
    assert strict.returncode == 1
    assert f"a-tree.yml:{APP}:12: OT301 (advice) " in strict.stderr
    advised = run("build", cwd=project.root)
    assert advised.returncode == 0
    assert f"a-tree.yml:{APP}:12: OT301 (advice) " in advised.stderr
    built = (project.root / "site" / "index.html").read_bytes()
    path = project.root / "site_config" / "site.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  rules: {OT301: error}\n", encoding="utf-8"
    )
    failed = run("build", cwd=project.root)
    assert failed.returncode == 1
    assert f"a-tree.yml:{APP}:12: OT301 '" in failed.stderr
    assert (project.root / "site" / "index.html").read_bytes() == built
