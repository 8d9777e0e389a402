"""`playbook show` prints what YAML says, and `git diff` can use it."""

from pathlib import Path

import pytest

from projects import Project, Run
from repositories import git

YAML = """kind: book
# a word
title: 'Habits'
summary: >
  One
  thing. Another!
heard_in: [a, b]
"""
SAID = """kind: book
title: Habits
summary: One thing.
  Another!
heard in:
  - a
  - b
"""


def test_it_is_the_same_however_it_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "habits.yml").write_text(YAML, encoding="utf-8")
    assert run("show", "habits.yml", cwd=tmp_path).stdout == SAID
    other = YAML.replace("'Habits'", "Habits").replace("# a word\n", "\n")
    (tmp_path / "habits.yml").write_text(other.replace("[a, b]", "\n- a\n- b"), encoding="utf-8")
    assert run("show", "habits.yml", cwd=tmp_path).stdout == SAID


@pytest.mark.parametrize(
    "broken", ["title: 'open\n", "<<<<<<< a\nx: 1\n", "[" * 3000, "\0\1", "a: *b\n", ""]
)
def test_what_can_not_be_read_is_printed_as_it_is(run: Run, tmp_path: Path, broken: str) -> None:
    (tmp_path / "habits.yml").write_text(broken, encoding="utf-8")
    done = run("show", "habits.yml", cwd=tmp_path)
    assert (done.returncode, done.stdout.rstrip("\n"), done.stderr) == (0, broken.rstrip("\n"), "")


def test_what_is_not_utf_8_is_printed_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "habits.yml").write_bytes(b"\xff\xfe")
    assert run("show", "habits.yml", ">/dev/null", cwd=tmp_path).returncode == 2
    assert run("show", "nothing.yml", cwd=tmp_path).returncode == 2


def test_git_shows_words_until_that_is_taken_back(project: Project, run: Run) -> None:
    root = project.root
    assert (
        run("doctor", "--git", cwd=root, GIT_CEILING_DIRECTORIES=str(root.parent)).returncode == 2
    )
    git(root, "init", "--quiet")
    (root / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    project.write({"books/habits.yml": YAML})
    git(root, "add", "--all")
    said = run("doctor", "--git", cwd=root).stdout
    assert "wrote .gitattributes: content/**/*.yml diff=playbook; " in said
    assert run("doctor", "--git", cwd=root).stdout.startswith("'git diff' shows")
    project.write({"books/habits.yml": YAML.replace("thing", "Thing").replace("# a word", "")})
    shown = git(root, "diff", "content")
    assert "-summary: One thing.\n+summary: One Thing.\n   Another!" in shown
    assert "a word" not in shown
    assert "took diff.playbook.textconv out" in run("doctor", "--no-git", cwd=root).stdout
    assert (root / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    assert "a word" in git(root, "diff", "content")


def test_attributes_keep_each_byte_and_a_lock_is_said(project: Project, run: Run) -> None:
    root = project.root
    git(root, "init", "--quiet")
    (root / ".gitattributes").write_bytes(b"*.png binary\r\n# \xff\xfe\n")
    (root / ".git" / "config.lock").touch()
    done = run("doctor", "--git", cwd=root)
    assert (done.returncode, "git's settings can't be changed: " in done.stderr) == (1, True)
    (root / ".git" / "config.lock").unlink()
    assert run("doctor", "--git", cwd=root).returncode == 0
    assert run("doctor", "--no-git", cwd=root).returncode == 0
    assert (root / ".gitattributes").read_bytes() == b"*.png binary\r\n# \xff\xfe\n"
