import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "generator" / "playbook"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TEMPLATES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.jinja"))}
KINDS = sorted(path.name for path in (PACKAGE / "kinds").iterdir() if (path / "__init__.py").exists())
MOST_LINES = 250

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Yield what a module imports, by its full name, wherever in the module it does."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def below(name: str, package: str) -> bool:
    return f"{name}.".startswith(f"{package}.")


def importers(package: str) -> set[str]:
    return {name for name, path in MODULES.items() if any(below(each, package) for each in imports(path))}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_imports_no_other_kind(kind: str) -> None:
    others = [f"playbook.kinds.{other}" for other in KINDS if other != kind]
    for name, path in MODULES.items():
        if name.startswith(f"kinds/{kind}/"):
            assert [each for each in imports(path) if any(below(each, other) for other in others)] == []


def test_parts_and_drawing_import_no_kind() -> None:
    knowing = importers("playbook.kinds") | importers("playbook.kind")
    assert {name for name in knowing if name.startswith(("parts/", "drawing/"))} == set()


def test_a_template_includes_none_but_its_own_and_shared_ones() -> None:
    for name, path in TEMPLATES.items():
        included = re.findall(r'{%-? (?:import|include|extends|from) "([^"]+)"', path.read_text(encoding="utf-8"))
        own = f"{Path(name).parent.as_posix()}/"
        assert [each for each in included if each.startswith("kinds/") and not each.startswith(own)] == [], name


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("mkdocs", {"config_check.py", "front_matter.py", "plugin.py", "publish.py", "site_draft.py"}),
        ("pygraphviz", {"drawing/layout.py"}),
        ("typst", {"typesetting.py"}),
        ("segno", {"handouts/code.py"}),
        ("yaml", {"composer.py", "node.py", "spans.py", "syntax.py"}),
    ],
)
def test_a_large_library_stays_in_its_room(package: str, rooms: set[str]) -> None:
    assert importers(package) == rooms


def test_only_the_commands_talk_to_the_terminal() -> None:
    assert {name.partition("/")[0] for name in importers("click")} == {"cli"}


def test_only_the_library_and_the_commands_know_the_registry_of_kinds() -> None:
    outside = {name for name in importers("playbook.kinds") if not name.startswith(("kinds/", "cli/"))}
    assert outside == {"library.py", "project.py"}


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
