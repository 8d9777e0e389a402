"""Lets `git diff` show artifacts in words, in one clone; and takes that back."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playbook.system.git import ask_git, run
from playbook.system.git_objects import call_git

ATTRIBUTES = ".gitattributes"
SETTING = "diff.playbook.textconv"


def set_up_driver(root: Path, content: Path) -> Iterator[str]:
    """Set up the driver for a project; yield what was done.

    Raises GitFailure where git's settings can't be changed.
    """
    path, lines = root / ATTRIBUTES, make_lines(root, content)
    text = read_attributes(path)
    missing = [line for line in lines if line not in text.splitlines()]
    if missing:
        gap = "" if not text or text.endswith("\n") else "\n"
        added = "".join(f"{line}\n" for line in missing)
        path.write_bytes(os.fsencode(f"{text}{gap}{added}"))
        yield f"wrote {ATTRIBUTES}: {'; '.join(missing)}"
    command = shlex.join([sys.executable, "-m", "playbook", "show"])
    if ask_git(root, "config", "--local", "--get", SETTING) != command:
        call_git(root, "config", "--local", SETTING, command)
        yield f"set {SETTING} in this clone's settings of git: {command}"
    yield "'git diff' shows the YAML of the playbook in words; 'playbook doctor --no-git' ends that"


def remove_driver(root: Path, content: Path) -> Iterator[str]:
    """Take the driver back; yield what was done.

    Raises GitFailure where git's settings can't be changed.
    """
    path, lines = root / ATTRIBUTES, make_lines(root, content)
    text = read_attributes(path)
    kept = "".join(line for line in text.splitlines(keepends=True) if line.strip() not in lines)
    if kept != text and kept:
        path.write_bytes(os.fsencode(kept))
        yield f"took the lines for playbook out of {ATTRIBUTES}"
    elif kept != text:
        path.unlink()
        yield f"deleted {ATTRIBUTES}, which had nothing else in it"
    if ask_git(root, "config", "--local", "--get", SETTING):
        call_git(root, "config", "--local", "--unset-all", SETTING)
        yield f"took {SETTING} out of this clone's settings of git"
    yield "'git diff' shows the YAML of the playbook as it is written"


def read_attributes(path: Path) -> str:
    """Return a file of attributes, from which each byte can be written again."""
    return os.fsdecode(path.read_bytes()) if path.exists() else ""


def make_lines(root: Path, content: Path) -> list[str]:
    """Return the lines that say which files are shown in words."""
    inner = content.resolve().relative_to(root.resolve()).as_posix()
    patterns = [f"{inner}/**/*.{ending}" for ending in ("yml", "yaml")]
    return [f"{quote_pattern(pattern)} diff=playbook" for pattern in patterns]


def quote_pattern(pattern: str) -> str:
    """Return a pattern as git reads it where it has a space or a quotation mark in it."""
    if not set(pattern) & set(' "\\\t'):
        return pattern
    return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'


def explain_driver_fault(root: Path, content: Path) -> str:
    """Return why the driver can't be set up; nothing where it can."""
    try:
        run(root / ATTRIBUTES, "rev-parse", "--git-dir")
    except (OSError, subprocess.SubprocessError):
        return "there is no git repository here that git can read: 'git init' makes one"
    if not content.resolve().is_relative_to(root.resolve()):
        return "the content lies outside of the project's folder: set up git there by hand"
    if (root / ATTRIBUTES).is_symlink():
        return f"{ATTRIBUTES} is a link, and links are not followed: put a file there instead"
    return ""
