"""What a removal plans is what the redaction does, in the text itself."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.removal.plan import plan_removal
from playbook.source.problem import Problem, Severity
from projects import ROOT
from referring import NAMES, documents

OWN = sorted(
    path.stem for path in (ROOT / "content").rglob("*.yml") if path.parent.suffix != ".versions"
)[::4]
LAYOUTS = [{"default_flow_style": flow} for flow in (True, False, None)]


@pytest.mark.parametrize("name", OWN)
def test_each_of_our_own_artifacts_goes_without_harm(name: str, own_library: Library) -> None:
    plan = plan_removal(own_library, [name], ROOT)
    assert plan.by_hand == []
    for path, text in plan.texts.items():
        before = path.read_text(encoding="utf-8").splitlines()
        remarks = [line for line in before if line.lstrip().startswith("#")]
        assert [line for line in text.splitlines() if line in remarks] == remarks


@settings(max_examples=12, deadline=None)
@given(documents(), st.sampled_from(NAMES), st.sampled_from(LAYOUTS))
def test_whatever_refers_to_it_in_whatever_way_no_reference_is_left_behind(
    held: dict[str, dict[str, Any]], name: str, layout: dict[str, Any]
) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder)
        for each, document in held.items():
            text = yaml.safe_dump({**document, "visibility": "public"}, width=40, **layout)
            (content / f"{each}.yml").write_text(text, encoding="utf-8")
        whole = Library(content, KINDS)
        assume(not list_broken(whole.problems))
        removed = [name]
        while needed := plan_removal(whole, removed, content).needed:
            removed += needed
        plan = plan_removal(whole, removed, content)
        assert plan.by_hand == []
        for path, text in plan.texts.items():
            path.write_text(text, encoding="utf-8")
        for each in removed:
            (content / f"{each}.yml").unlink()
        assert list_broken(Library(content, KINDS).problems) == []


def list_broken(problems: list[Problem]) -> list[Problem]:
    """Return what can't be read, and each reference that leads nowhere."""
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR and problem.code[:3] in {"REF", "SHP", "SRC"}
    ]
