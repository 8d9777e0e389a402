"""`playbook init` writes a whole playbook or nothing, and never over what is there."""

import errno
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from built import files
from projects import ROOT, Run, run_forked

DISK = str(ROOT / "tests" / "failing_disk.py")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in sorted(files(folder))}


def test_it_writes_a_playbook_and_says_what_to_do_next(run: Run, tmp_path: Path) -> None:
    done = run("init", "a/my otter", "--name", "Team Otter", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    first, now, readme, hook = done.stdout.splitlines()
    assert hook.startswith("To have it checked before each commit: 'git init', ")
    assert first == "Wrote 15 files to a/my otter/ for 'Team Otter'."
    assert now.startswith("Now: cd 'a/my otter', then 'playbook serve', and open http://")
    assert readme.startswith("README.md says how")
    root = tmp_path / "a" / "my otter"
    assert f"discovery-playbook=={version('discovery-playbook')}\n" in (
        root / "requirements.txt"
    ).read_text(encoding="utf-8")
    assert "\n  shelves: [plays]\n" in (root / "site_config" / "site.yml").read_text("utf-8")
    again = run("init", cwd=root)
    assert (again.returncode, again.stdout) == (
        0,
        "This folder already has everything that 'playbook init' writes.\n",
    )
    assert run("new", "play", "our-first", cwd=root).returncode == 0
    assert (root / "content" / "plays" / "our-first.yml").exists()


def test_a_folder_that_has_something_keeps_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Ours.\n", encoding="utf-8")
    before = snapshot(tmp_path)
    done = run("init", cwd=tmp_path)
    assert done.returncode == 1
    assert "  content/plays/example-play.yml\n" in done.stdout
    assert "these stay as they are: README.md" in done.stdout
    assert "add --yes" in done.stderr
    assert snapshot(tmp_path) == before
    assert run("init", "--yes", "--shelf", "none", cwd=tmp_path).returncode == 0
    assert "  # shelves: [" in (tmp_path / "site_config" / "site.yml").read_text(encoding="utf-8")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Ours.\n"
    assert (tmp_path / "mkdocs.yml").exists()


def test_a_playbook_gets_what_it_lacks_and_no_example(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\nplugins: [playbook]\n", encoding="utf-8")
    done = run("init", "--yes", "--host", "netlify", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "netlify.toml" in files(tmp_path)
    assert not [name for name in files(tmp_path) if name.startswith(("content", "site_config"))]
    assert "README.md" not in files(tmp_path)
    hooks = (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "^(docs/discovery/|" in hooks


def test_settings_that_are_gone_are_missed_and_written_anew(run: Run, tmp_path: Path) -> None:
    assert run("init", "otter", "--name", "Team Otter", cwd=tmp_path).returncode == 0
    root = tmp_path / "otter"
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=root, check=True)  # noqa: S607 - git of this machine
    shutil.rmtree(root / "site_config")
    known = "site_config/site.yml is gone: 'git restore site_config/site.yml' brings it back, or "
    assert f"missing  {known}'playbook init'" in run("doctor", cwd=root).stdout
    shutil.rmtree(root / ".git")
    gone = "site_config/site.yml isn't there: 'playbook init' writes one"
    assert f"missing  {gone}\n" in run("doctor", cwd=root).stdout
    for args in (["check"], ["build"], ["export", "out"]):
        done = run(*args, cwd=root)
        assert done.returncode in {1, 2}
        assert (done.stdout + done.stderr).count(gone) == 1, args
    done = run("init", "--yes", "--name", "Team Otter", cwd=root)
    assert [line for line in done.stdout.splitlines() if line.startswith(" ")] == [
        f"  site_config/{name}.yml" for name in ("audiences", "identity", "site")
    ]
    assert run("check", "--strict", cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (("--name", "!!!"), "a name has at least one letter or digit"),
        (("--name", ""), "a name has at least one letter or digit"),
        (("--name", "a\u202eb"), "invisible characters in it"),
        (("--name", "a" * 101), "100 characters at most"),
        (("--shelf", "play"), "there is no shelf 'play' to use: it can be 'plays', 'book-club'"),
        (("taken",), "'taken' is not a folder: name another"),
        (("taken/in",), "there is a file where a folder is needed"),
        (("other",), "'other/mkdocs.yml' belongs to another site"),
        (("half", "--yes"), "'half/content' is where a folder is needed"),
    ],
)
def test_what_it_cannot_use_is_a_sentence_and_nothing_is_written(
    run: Run, tmp_path: Path, args: tuple[str, ...], answer: str
) -> None:
    (tmp_path / "taken").write_text("")
    for name, text in {"other/mkdocs.yml": "site_name: X\n", "half/content": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = snapshot(tmp_path)
    done = run("init", *args, cwd=tmp_path)
    assert done.returncode in {1, 2}
    assert answer in done.stderr
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "new"), (errno.ENOSPC, ".playbook-init-"), (errno.EACCES, "plays")],
)
def test_a_disk_that_fails_leaves_nothing_behind(tmp_path: Path, code: int, word: str) -> None:
    done = run_forked(DISK, str(code), word, "init", "new", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert list(tmp_path.iterdir()) == []


def test_a_repository_says_where_it_is_hosted(run: Run, tmp_path: Path) -> None:
    for command in (
        ["init", "--quiet"],
        ["remote", "add", "origin", "git@github.com:team/otter.git"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)  # noqa: S607 - git of this machine
    inner = run("init", "inner", "--host", "gitlab", cwd=tmp_path)
    assert inner.returncode == 2
    assert "lies inside the repository" in inner.stderr
    assert run("init", cwd=tmp_path).returncode == 0
    site = (tmp_path / "site_config" / "site.yml").read_text(encoding="utf-8")
    assert "https://github.com/team/otter/edit/main/content/" in site
    assert (tmp_path / ".github" / "workflows" / "publish.yml").exists()
