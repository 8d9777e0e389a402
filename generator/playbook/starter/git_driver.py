"""Lets `git diff` show artifacts in words, in one clone; and takes that back."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playbook.system.git import ask_git, run

ATTRIBUTES = ".gitattributes"
SETTING = "diff.playbook.textconv"


def set_up_driver(root: Path, content: Path) -> Iterator[str]:
    """Set up the driver for a project; yield what was done."""
    path, lines = root / ATTRIBUTES, make_lines(root, content)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    missing = [line for line in lines if line not in text.splitlines()]
    if missing:
        gap = "" if not text or text.endswith("\n") else "\n"
        added = "".join(f"{line}\n" for line in missing)
        path.write_text(f"{text}{gap}{added}", encoding="utf-8", newline="\n")
        yield f"wrote {ATTRIBUTES}: {'; '.join(missing)}"
    command = shlex.join([sys.executable, "-m", "playbook", "show"])
    if ask_git(root, "config", "--local", "--get", SETTING) != command:
        run(root / ATTRIBUTES, "config", "--local", SETTING, command)
        yield f"set {SETTING} in this clone's settings of git: {command}"
    yield "'git diff' shows the YAML of the playbook in words; 'playbook doctor --no-git' ends that"


def remove_driver(root: Path, content: Path) -> Iterator[str]:
    """Take the driver back; yield what was done."""
    path, lines = root / ATTRIBUTES, make_lines(root, content)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = "".join(line for line in text.splitlines(keepends=True) if line.strip() not in lines)
    if kept != text and kept:
        path.write_text(kept, encoding="utf-8", newline="\n")
        yield f"took the lines for playbook out of {ATTRIBUTES}"
    elif kept != text:
        path.unlink()
        yield f"deleted {ATTRIBUTES}, which had nothing else in it"
    if ask_git(root, "config", "--local", "--get", SETTING):
        run(root / ATTRIBUTES, "config", "--local", "--unset-all", SETTING)
        yield f"took {SETTING} out of this clone's settings of git"
    yield "'git diff' shows the YAML of the playbook as it is written"


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
