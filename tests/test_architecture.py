import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "generator" / "playbook"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TEMPLATES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.jinja"))}
MOST_LINES = 250

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_a_template_includes_none_but_its_own_and_shared_ones() -> None:
    for name, path in TEMPLATES.items():
        included = re.findall(r'{%-? (?:import|include|extends|from) "([^"]+)"', path.read_text(encoding="utf-8"))
        own = f"{Path(name).parent.as_posix()}/"
        assert [each for each in included if each.startswith("kinds/") and not each.startswith(own)] == [], name


def public(tree: Documented, name: str) -> Iterator[tuple[str, Documented]]:
    """Yield a module, class or function with all that is public inside it; what is inside a function is not."""
    yield name, tree
    if not isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef):
        for node in tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
                yield from public(node, f"{name}:{node.name}")


@pytest.mark.parametrize("module", MODULES)
def test_all_that_is_public_has_a_docstring(module: str) -> None:
    assert [name for name, tree in public(parsed(MODULES[module]), module) if not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("name", [*MODULES, *TEMPLATES])
def test_a_file_is_short_enough_to_read_in_one_go(name: str) -> None:
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= MOST_LINES
