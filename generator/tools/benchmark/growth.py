"""How fast a history of git is read: 500 commits over 100 opportunity trees."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import Figure, run

from content import ROOT, retitle

COMMITS, ARTIFACTS = 500, 100
COLD, KEPT = 10.0, 1.0
TREE = ROOT / "content" / "trees" / "first-lesson-booked.yml"
START = 1_767_225_600
"""The first of January 2026, as git has it."""
EVERY = 20_000
"""The seconds between two commits."""
READ = """
import sys
from pathlib import Path
from playbook.drawing.cache import PictureCache
from playbook.history.histories import read_histories
from playbook.kinds import KINDS
from playbook.library.library import Library
histories = read_histories(Library(Path("content"), KINDS), PictureCache(Path("kept")).get)
sys.exit(len(histories) != int(sys.argv[1]))
"""
READ_TODAY = """
from pathlib import Path
from playbook.kinds import KINDS
from playbook.library.library import Library
Library(Path("content"), KINDS).entries
"""


def measure_growth(root: Path) -> Iterator[Figure]:
    """Yield what reading a history takes, beyond reading what is there today."""
    write_history(root)
    alone = run([sys.executable, "-c", READ_TODAY], root).seconds
    command = [sys.executable, "-c", READ, str(ARTIFACTS)]
    cold = run(command, root).seconds - alone
    yield Figure(f"{COMMITS} commits are read, nothing kept", str(ARTIFACTS), cold, "s", COLD)
    kept = run(command, root).seconds - alone
    yield Figure(f"{COMMITS} commits are read again", str(ARTIFACTS), kept, "s", KEPT)


def write_history(root: Path) -> None:
    """Write a repository in which each commit but the first changes one tree by a word."""
    shutil.rmtree(root, ignore_errors=True)
    trees = root / "content" / "trees"
    trees.mkdir(parents=True)
    git = ["git", "-C", str(root)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    stream = "".join(write_commits(TREE.read_text(encoding="utf-8")))
    subprocess.run(
        [*git, "fast-import", "--quiet"], input=stream.encode(), check=True, capture_output=True
    )
    subprocess.run([*git, "reset", "--quiet", "--hard", "main"], check=True)


def write_commits(text: str) -> Iterator[str]:
    """Yield the commits, as `git fast-import` reads them."""
    for number in range(COMMITS):
        changed = range(ARTIFACTS) if number == 0 else [number % ARTIFACTS]
        head = f"commit refs/heads/main\ncommitter x <x@x> {START + number * EVERY} +0000\n"
        yield f"{head}data 1\nx\n"
        for artifact in changed:
            tree = retitle(text, artifact * COMMITS + number)
            yield f"M 644 inline content/trees/tree-{artifact}.yml\n"
            yield f"data {len(tree.encode())}\n{tree}\n"
