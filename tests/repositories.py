"""Repositories of git's as the tests make them."""

import subprocess
from pathlib import Path

from projects import Project


def git(folder: Path, *command: str, stdin: bytes | None = None) -> str:
    """Run git in a folder as someone; return what it writes."""
    identity = ("-c", "user.name=Ana", "-c", "user.email=ana@team.test")
    done = subprocess.run(
        ["git", *identity, *command],  # noqa: S607 - the git of this machine, wherever it is
        cwd=folder,
        check=True,
        capture_output=True,
        input=stdin,
    )
    return done.stdout.decode().strip()


def commit(project: Project, message: str = "A change") -> None:
    """Commit all that a project has."""
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--allow-empty", "--message", message)
