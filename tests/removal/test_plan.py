"""What a removal plans is what the redaction does, in the text itself."""

import pytest

from playbook.library.library import Library
from playbook.removal.plan import plan_removal
from projects import ROOT

NAMES = sorted(path.stem for path in (ROOT / "content").rglob("*.yml"))[::3]


@pytest.mark.parametrize("name", NAMES)
def test_each_of_our_own_artifacts_goes_without_harm(name: str, own_library: Library) -> None:
    plan = plan_removal(own_library, [name], ROOT)
    assert plan.by_hand == []
    for path, text in plan.texts.items():
        before = path.read_text(encoding="utf-8").splitlines()
        remarks = [line for line in before if line.lstrip().startswith("#")]
        assert [line for line in text.splitlines() if line in remarks] == remarks
