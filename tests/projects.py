"""Projects as the tests make them, and the command run on one."""

import atexit
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).parents[1]


PROJECT = ("mkdocs.yml", "site_config")


SECOND = ROOT / "tests" / "fixtures" / "second_club"
ONE_OF_EACH = ROOT / "tests" / "fixtures" / "one_of_each"


ADDRESS = "https://playbook.test/habits/"


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


PYTHON = [sys.executable, "-W", "error"]
ONLY_AT_START = ("FONTCONFIG_", "HOME", "LANG", "LC_", "PYTHON")
"""What Python, or a library that it has loaded, asks the environment for once."""


@cache
def forks() -> "subprocess.Popen[str]":
    """Start what forks processes in which all is loaded."""
    command = [*PYTHON, "-B", str(ROOT / "tests" / "forks.py")]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(started.communicate)
    return started


def run_playbook(*args: str, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own.

    What only a new Python sees of its environment starts one.
    """
    whole = {**os.environ, **env}
    if any(name.startswith(ONLY_AT_START) for name in env):
        return subprocess.run(
            [*PYTHON, "-m", "playbook", *args],
            cwd=cwd,
            env=whole,
            capture_output=True,
            text=True,
            check=False,
        )
    return run_forked("playbook", *args, cwd=cwd, env=whole)


def run_forked(
    program: str,
    *args: str,
    cwd: Path,
    env: dict[str, str] | None = None,
    out: str | None = "",
    err: str | None = "",
) -> "subprocess.CompletedProcess[str]":
    """Run a module, or a script, in a process of its own in which all is loaded already.

    What it says is returned, or goes to a device, or where that is None to a closed stream.
    """
    with (
        NamedTemporaryFile("r", encoding="utf-8") as said,
        NamedTemporaryFile("r", encoding="utf-8") as said_aside,
    ):
        told = [said.name if out == "" else out, said_aside.name if err == "" else err]
        whole = dict(os.environ) if env is None else env
        call = {"program": program, "args": args, "cwd": str(cwd), "env": whole, "told": told}
        code = ask_forks(call, is_awaited=True)
        return subprocess.CompletedProcess(args, code, said.read(), said_aside.read())


def ask_forks(call: dict[str, object], *, is_awaited: bool) -> int:
    """Return the exit code of what is called once it has ended, or else its process's number."""
    asked, answers = forks().stdin, forks().stdout
    assert asked
    assert answers
    asked.write(f"{json.dumps({**call, 'is_awaited': is_awaited})}\n")
    asked.flush()
    return int(answers.readline())


def run_mkdocs(
    *args: str, cwd: Path, with_us: bool = True, **env: str
) -> "subprocess.CompletedProcess[str]":
    """Run MkDocs itself, with our package or as where it is not installed."""
    program = "mkdocs" if with_us else str(ROOT / "tests" / "mkdocs_without_us.py")
    return run_forked(
        program, *args, cwd=cwd, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    )


def make_project(root: Path, *, content: bool) -> Project:
    """Make a project like this repository, with its content or with none.

    Without the content it has no reference either, whose hundred pages are the same in every
    project.
    """
    root.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    if content:
        shutil.copytree(ROOT / "content", root / "content")
    else:
        (root / "content").mkdir()
        set_reference(Project(root), on=False)
    return Project(root)


def set_reference(project: Project, *, on: bool) -> None:
    """Let a project have the pages for contributors, or not."""
    path = project.root / "site_config" / "site.yml"
    lines = path.read_text(encoding="utf-8").replace("  reference: false\n", "")
    path.write_text(
        lines if on else lines.replace("\nextra:\n", "\nextra:\n  reference: false\n"),
        encoding="utf-8",
    )


def leave_out_handouts(project: Project) -> None:
    """Let a project go without sheets to print."""
    path = project.root / "site_config" / "site.yml"
    lines = path.read_text(encoding="utf-8")
    path.write_text(lines.replace("\nextra:\n", "\nextra:\n  handouts: false\n"), encoding="utf-8")


def offer_both_papers(project: Project) -> None:
    """Let a project have its sheets on both papers."""
    path = project.root / "site_config" / "site.yml"
    lines = path.read_text(encoding="utf-8")
    path.write_text(lines.replace("\nextra:\n", "\nextra:\n  paper: both\n"), encoding="utf-8")


def once(root: Path, make: Callable[[], Project], **env: str) -> Project:
    """Make a project and build its site, unless somebody who runs tests beside us has done so.

    Not to be changed.
    """
    built = root.with_name(f"{root.name} is built")
    with root.with_name(f"{root.name} is being built").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            shutil.rmtree(root, ignore_errors=True)
            done = run_playbook("build", "--strict", cwd=make().root, **env)
            assert (done.returncode, done.stderr) == (0, "")
            built.touch()
    return Project(root)
