"""What several tests use: a project drawn in the test, the command, and the repository's own site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from large import large_map, large_tree

ROOT = Path(__file__).parents[1]
PROJECT = ("mkdocs.yml", "site_config")


@dataclass(frozen=True)
class Project:
    """A folder with a playbook in it."""

    root: Path

    @property
    def content(self) -> Path:
        """Where its YAML lies."""
        return self.root / "content"

    def write(self, files: dict[str, str]) -> None:
        """Write files below content/."""
        for name, text in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run_playbook(*args: str, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "playbook", *args]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False)


@pytest.fixture
def run() -> Run:
    """The command `playbook`, in a process of its own: run("check", cwd=folder, NAME="value")."""
    return run_playbook


def make_project(root: Path, *, content: bool) -> Project:
    """Make a project like this repository, with its content or with none."""
    root.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    if content:
        shutil.copytree(ROOT / "content", root / "content")
    else:
        (root / "content").mkdir()
    return Project(root)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without content, to write the test's own into."""
    return make_project(tmp_path / "project", content=False)


@pytest.fixture(scope="session")
def own_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of this repository's playbook, with its content, built into site/; not to be changed."""
    project = make_project(tmp_path_factory.mktemp("own") / "project", content=True)
    built = run_playbook("build", "--strict", cwd=project.root)
    assert built.returncode == 0, built.stderr
    assert built.stderr == ""
    return project


@pytest.fixture(scope="session")
def large_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A tree of 300 nodes and a map of 60, built into site/; not to be changed."""
    project = make_project(tmp_path_factory.mktemp("large") / "project", content=False)
    project.write({"trees/year.yml": large_tree(), "maps/year-of-moments.yml": large_map()})
    built = run_playbook("build", "--strict", cwd=project.root)
    assert (built.returncode, built.stderr) == (0, "")
    return project
