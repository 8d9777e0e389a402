import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import ROOT

PACKAGE = ROOT / "generator" / "playbook"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TEMPLATES = {
    path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.jinja"))
}
MOST_LINES = 250
WIDEST = 100
VAGUE = {"as_read", "each", "found", "held", "holding", "made", "said", "shown", "standing", "told"}
"""Names that say nothing of what a function does or a variable holds."""
SHORT = 5
"""Lines of a function in which even such a name is understood."""
SHOWN = [
    path.relative_to(ROOT).as_posix()
    for folder in ("generator", "theme")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".jinja", ".html", ".typ"}
]


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


@pytest.mark.parametrize("name", MODULES)
def test_a_name_says_what_it_stands_for(name: str) -> None:
    for function in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            assert function.name not in VAGUE
            is_long = len(ast.unparse(function).splitlines()) > SHORT
            assert VAGUE.isdisjoint(list_names(function) if is_long else []), function.name


def list_names(function: ast.FunctionDef) -> Iterator[str]:
    """Yield what a function calls its arguments and its values."""
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            yield node.arg
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


@pytest.mark.parametrize("name", SHOWN)
def test_a_template_has_no_line_longer_than_an_editor_is_wide(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert [(number, line) for number, line in enumerate(lines, 1) if len(line) > WIDEST] == []
