import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from built import files
from playbook.shelves.installed import OWN, make_own_shelf
from playbook.site.bundle import STYLE, load_manifest
from projects import ROOT, Project, Run
from shelved import set_shelves

SHELVES = "playbook/own_shelves/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    return zipfile.Path(path)


@pytest.fixture(scope="module")
def names(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def below(folder: str) -> set[str]:
    return {path for path in files(ROOT / folder) if "__pycache__" not in path}


def test_the_wheel_is_named_after_the_project(wheel: zipfile.Path) -> None:
    assert Path(str(wheel.root.filename)).name.startswith("discovery_playbook-")


def test_the_wheel_holds_the_package_and_its_templates(names: set[str]) -> None:
    package = below("generator/playbook")
    assert {path for path in package if path.endswith(".md.jinja")}
    assert {f"playbook/{path}" for path in package} <= names


def test_the_wheel_holds_the_theme(names: set[str]) -> None:
    theme = below("theme")
    styles = {f"styles/{name}.css" for name in load_manifest()["styles"]}
    assert {"frontend.toml", "pages/artifact.md.jinja", "site/assets/playbook.js", *styles} <= theme
    assert {f"playbook/theme/{path}" for path in theme} <= names


def test_the_wheel_holds_nothing_else(names: set[str]) -> None:
    rest = {
        name for name in names if not name.startswith("playbook/") and ".dist-info/" not in name
    }
    assert rest == set()
    assert not {
        name
        for name in names
        if Path(name).name.startswith(("test_", "conftest")) or name.endswith(".pyc")
    }
    written = {name for name in names if name.endswith(".yml") and not name.startswith(SHELVES)}
    assert {Path(name).name for name in written} == {"new.yml", "example.yml"}


def test_the_wheel_holds_our_shelves_and_nothing_internal(names: set[str]) -> None:
    content = ROOT / "content"
    ours = {
        path.relative_to(content).as_posix()
        for shelf in OWN
        for path in make_own_shelf(shelf).files.values()
    }
    assert {name.removeprefix(SHELVES) for name in names if name.startswith(SHELVES)} == ours


def test_the_wheel_alone_builds_the_same_site(
    wheel: zipfile.Path, one_of_each: Project, run: Run, tmp_path: Path
) -> None:
    wheel.root.extractall(tmp_path / "installed")
    out = tmp_path / "out"
    done = run("export", str(out), cwd=one_of_each.root, PYTHONPATH=str(tmp_path / "installed"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "content" / STYLE).is_file()


def test_the_wheel_alone_has_our_shelves(
    wheel: zipfile.Path, project: Project, run: Run, tmp_path: Path
) -> None:
    wheel.root.extractall(tmp_path / "installed")
    set_shelves(project, *OWN)
    checked = run("check", "--strict", cwd=project.root, PYTHONPATH=str(tmp_path / "installed"))
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
