import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from playbook.history.histories import read_histories
from playbook.history.moment import History
from playbook.history.versions import find_version_problems
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.visibility.redaction import redact_library

TREE = """\
kind: opportunity-tree
title: Bees 🐝 that stay
summary: Why swarms leave a new hive.
date: 2026-02-01
outcome: {title: More swarms stay, type: product, metric: Share of hives with bees in May}
opportunities:
  - {title: 蜂が多すぎる, status: target, heard_in: []}
  - {title: I can't see the queen}
"""
Commit = Callable[[dict[str, str | None], str], None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "trees").mkdir(parents=True)
    return content


@pytest.fixture
def commit(content: Path) -> Commit:
    def run_git(*args: str, **env: str) -> None:
        named = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
        mail = {"GIT_AUTHOR_EMAIL": "x@x", "GIT_COMMITTER_EMAIL": "x@x"}
        subprocess.run(
            ["git", *args],  # noqa: S607 - git of this machine
            cwd=content.parent,
            check=True,
            env=os.environ | named | mail | env,
        )

    run_git("init", "--quiet")

    def commit(files: dict[str, str | None], day: str) -> None:
        for name, text in files.items():
            if text is None:
                (content / name).unlink()
            else:
                (content / name).write_text(text, encoding="utf-8")
        run_git("add", "-A")
        when = f"{day}T12:00:00+0000"
        run_git(*("commit", "--quiet", "-m", "x"), GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)

    return commit


def read(content: Path, *, is_public: bool = False) -> dict[str, History]:
    library = Library(content, KINDS)
    if is_public:
        library = redact_library(library)
    return read_histories(library, lambda *asked: asked[2](), is_public=is_public)


def test_a_commit_is_a_moment_where_it_changes_what_is_said(content: Path, commit: Commit) -> None:
    commit({"trees/hive.yml": TREE}, "2026-01-05")
    commit({"trees/hive.yml": TREE + "# a remark\n"}, "2026-01-06")
    commit({"trees/hive.yml": TREE.replace("see the", "find the")}, "2026-01-07")
    (history,) = read(content).values()
    assert [moment.day for moment in history.moments] == [date(2026, 1, 5), date(2026, 1, 7)]
    assert history.names == {"i-cant-see-the-queen": "i-cant-find-the-queen"}
    first = history.moments[0]
    assert first.drawing
    assert first.counts["Opportunities"]["target"] == 1


def test_a_file_is_followed_back_to_its_old_name(content: Path, commit: Commit) -> None:
    commit({"trees/old.yml": TREE}, "2026-01-05")
    commit({"trees/old.yml": None, "trees/hive.yml": TREE}, "2026-01-06")
    commit({"trees/hive.yml": TREE.replace("Bees 🐝", "Bees")}, "2026-01-07")
    (history,) = read(content).values()
    assert [moment.title for moment in history.moments] == ["Bees 🐝 that stay", "Bees that stay"]


def test_what_is_unreadable_is_counted_and_ends_nothing(content: Path, commit: Commit) -> None:
    commit({"trees/hive.yml": TREE}, "2026-01-05")
    commit({"trees/hive.yml": "<<<<<<< HEAD\n" + TREE}, "2026-01-06")
    commit({"trees/hive.yml": TREE.replace("see", "hear")}, "2026-01-07")
    (history,) = read(content).values()
    assert len(history.moments) == 2
    assert history.unread == 1


def test_what_is_not_committed_yet_is_the_last_moment(content: Path, commit: Commit) -> None:
    commit({"trees/hive.yml": TREE}, "2026-01-05")
    (content / "trees/hive.yml").write_text(TREE.replace("see", "hear"), encoding="utf-8")
    (history,) = read(content).values()
    assert history.moments[-1].day == date(2026, 2, 1)


def test_kept_versions_stand_for_git(content: Path, commit: Commit) -> None:
    commit({"trees/hive.yml": TREE}, "2026-05-05")
    kept = content / "trees/hive.versions"
    kept.mkdir()
    (kept / "2026-01-08.yml").write_text(TREE.replace("see", "hear"), encoding="utf-8")
    (history,) = read(content).values()
    assert [moment.day for moment in history.moments] == [date(2026, 1, 8), date(2026, 2, 1)]
    assert list(Library(content, KINDS).entries) == ["hive"]


def test_without_git_there_is_no_history(content: Path) -> None:
    (content / "trees/hive.yml").write_text(TREE, encoding="utf-8")
    assert read(content) == {}


def test_what_is_wrong_with_a_kept_version_is_told_at_its_line(content: Path) -> None:
    (content / "trees/hive.yml").write_text(TREE, encoding="utf-8")
    kept = {
        "hive.versions/2026-01-08.yml": TREE.replace("summary:", "sumary:"),
        "hive.versions/first.yml": TREE,
        "gone.versions/2026-01-08.yml": TREE,
        "hive.versions/2026-01-09.yml": "kind: signpost\ntitle: x\nsummary: x\nways: []\n",
    }
    for name, text in kept.items():
        path = content / "trees" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = sorted(find_version_problems(Library(content, KINDS)))
    told = [f"{problem.path.name}:{problem.mark.line} {problem.message}" for problem in problems]
    assert [line for line in told if "there is no such file beside its folder" in line]
    assert [line for line in told if line.startswith("2026-01-08.yml:3") and "summary" in line]
    assert [line for line in told if "should be the day" in line]


def test_a_public_history_says_nothing_that_is_not_published_today(
    content: Path, commit: Commit
) -> None:
    secret = TREE.replace("I can't see the queen", "Marta MARKER can't see her queen").replace(
        "summary: Why", "summary: MARKER why"
    )
    commit({"trees/hive.yml": secret}, "2026-01-05")
    commit(
        {"trees/hive.yml": f"{TREE}visibility: internal\n".replace("see", "MARKER")}, "2026-01-06"
    )
    commit({"trees/hive.yml": TREE}, "2026-01-07")
    histories = read(content, is_public=True)
    assert len(histories["hive"].moments) == 2
    assert "MARKER" not in repr(histories)
    assert "MARKER" in repr(read(content))
