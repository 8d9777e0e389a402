import re
from pathlib import Path

import pytest

from projects import ROOT

PACKAGE = ROOT / "generator" / "playbook"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TEMPLATES = {
    path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.jinja"))
}
MOST_LINES = 250


def test_a_template_includes_none_but_its_own_and_shared_ones() -> None:
    for name, path in TEMPLATES.items():
        included = re.findall(
            r'{%-? (?:import|include|extends|from) "([^"]+)"', path.read_text(encoding="utf-8")
        )
        own = f"{Path(name).parent.as_posix()}/"
        assert [
            each for each in included if each.startswith("kinds/") and not each.startswith(own)
        ] == [], name


@pytest.mark.parametrize("name", [*MODULES, *TEMPLATES])
def test_a_file_is_short_enough_to_read_in_one_go(name: str) -> None:
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= MOST_LINES
