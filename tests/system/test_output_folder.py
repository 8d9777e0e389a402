"""What a build, an export or the handouts may replace."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from built import files
from large import MAP
from playbook.system.output_folder import Unusable, is_site, resolve_target
from projects import Project, Run, leave_out_handouts, run_forked

if TYPE_CHECKING:
    import subprocess

SMALL_MAP = MAP.format(title="A small map")
HOME = '<html><head><meta name="generator" content="mkdocs-1.6.1"></head></html>'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "home" / "project"
    (root / "content" / "maps").mkdir(parents=True)
    (root / "site_config").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(root)
    return root


def resolve(root: Path, name: str) -> Path:
    return resolve_target(root / name, root, root / "content", is_site)


def test_a_folder_that_is_missing_or_empty_may_be_used(root: Path) -> None:
    assert resolve(root, "new/deep") == root / "new" / "deep"
    (root / "empty").mkdir()
    (root / "empty" / ".git").mkdir()
    assert resolve(root, "empty") == root / "empty"


@pytest.mark.parametrize(
    "built", ["index.html", "404.html", "assets/javascripts/bundle.60a45f97.min.js"]
)
def test_a_site_that_was_built_before_may_be_replaced_even_a_half_one(
    root: Path, built: str
) -> None:
    (root / "site" / built).parent.mkdir(parents=True)
    (root / "site" / built).write_text(HOME)
    assert resolve(root, "site") == root / "site"


def test_a_link_is_followed_and_so_is_one_to_a_folder_that_is_not_there_yet(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "www").mkdir()
    (root / "site").symlink_to(tmp_path / "www")
    assert resolve(root, "site") == tmp_path / "www"
    (root / "other").symlink_to("site")
    assert resolve(root, "other") == tmp_path / "www"
    (tmp_path / "www").rmdir()
    assert resolve(root, "site") == tmp_path / "www"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("a-file", "'a-file' is a file: move it elsewhere, or name another folder"),
        ("to-a-file", "'{root}/a-file', where 'to-a-file' leads, is a file"),
        (
            "to-nowhere",
            "'/no/such', where 'to-nowhere' leads, can't be made: make '/no', or delete the link",
        ),
        ("to-itself", "can't be made"),
        (".", "'.' holds the project itself, and all in it would be replaced"),
        ("..", "'..' holds the project itself"),
        ("content", "'content' lies in content/: name a folder outside it"),
        ("content/maps/site", "'content/maps/site' lies in content/"),
        ("to-content", "'{root}/content', where 'to-content' leads, lies in content/"),
        ("site_config/site", "lies in site_config/"),
        ("theirs", "'theirs' holds something else: name a new or empty folder"),
        ("their-site", "'their-site' holds something else"),
    ],
)
def test_a_folder_that_holds_anything_else_is_refused(root: Path, name: str, answer: str) -> None:
    (root / "a-file").write_text("mine")
    (root / "to-a-file").symlink_to("a-file")
    (root / "to-nowhere").symlink_to("/no/such")
    (root / "to-itself").symlink_to("to-itself")
    (root / "to-content").symlink_to("content")
    (root / "theirs").mkdir()
    (root / "theirs" / "notes.txt").write_text("mine")
    (root / "their-site").mkdir()
    (root / "their-site" / "index.html").write_text("<html>mine</html>")
    with pytest.raises(Unusable) as refused:
        resolve(root, name)
    assert answer.format(root=root) in str(refused.value)


def test_a_mount_point_is_refused_with_the_way_round(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "site").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == root / "site")
    with pytest.raises(
        Unusable,
        match="'site' is a mount point, which can't be replaced in one step: name a folder",
    ):
        resolve(root, "site")


def test_somebody_without_a_home_is_no_matter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert resolve(root, "site") == root / "site"


def test_a_home_folder_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(root / "home"))
    with pytest.raises(Unusable, match="'home' holds your home folder"):
        resolve(root, "home")


def test_a_build_follows_the_link_to_where_the_web_server_looks(
    project: Project, run: Run, tmp_path: Path
) -> None:
    project.write({"a-map.yml": SMALL_MAP})
    (tmp_path / "www").mkdir()
    (project.root / "site").symlink_to(tmp_path / "www")
    done = run("build", cwd=project.root)
    assert done.returncode == 0
    assert (project.root / "site").is_symlink()
    assert "maps/a-map/index.html" in files(tmp_path / "www")
    assert not list(tmp_path.glob(".www*"))


@pytest.mark.parametrize(
    "command", [["build"], ["-m", "mkdocs", "build"]], ids=["playbook", "mkdocs"]
)
def test_a_site_folder_with_other_files_is_refused_and_left_alone(
    project: Project, run: Run, command: list[str]
) -> None:
    project.write({"a-map.yml": SMALL_MAP})
    (project.root / "site").mkdir()
    (project.root / "site" / "thesis.txt").write_text("ten years' work")
    done = mkdocs(project.root) if "mkdocs" in command else run(*command, cwd=project.root)
    assert done.returncode == 1
    assert "'site_dir' in mkdocs.yml: 'site' holds something else" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(project.root / "site") == {"thesis.txt": b"ten years' work"}


def mkdocs(root: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return run_forked("mkdocs", "build", *args, cwd=root, env=env)


def test_mkdocs_itself_builds_a_site_that_is_whole_or_untouched(project: Project) -> None:
    leave_out_handouts(project)
    project.write({"a-map.yml": SMALL_MAP.replace("evidence: Interview 1, ", "")})
    assert mkdocs(project.root).returncode == 0
    before = files(project.root / "site")
    assert "maps/a-map/index.html" in before
    project.write({"about.md": "About us"})
    assert mkdocs(project.root, "--strict").returncode == 1
    assert files(project.root / "site") == before
    assert mkdocs(project.root, "--dirty").returncode == 0
    assert {"about/index.html", "maps/a-map/index.html"} <= set(files(project.root / "site"))
    assert not list(project.root.glob(".site*"))
