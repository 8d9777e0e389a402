"""A folder's git repository -> where its pages are edited, and where problems are reported."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playbook.system.git import ask_git

REMOTE = re.compile(
    r"""(?:(?:https?|ssh|git)://(?:[^/@]*@)?|[^/@:]+@)   # no name, and above all no password
        (?P<host>[^/:@]+)(?::\d+(?=/))?[:/]/*(?P<path>.+?)(?:\.git)?/*""",
    re.VERBOSE,
)
"""`https://host/team/name.git`, `ssh://git@host:22/team/name` and `git@host:team/name.git`."""
ADDRESSES = {
    "github": (
        "https://{place}/edit/{branch}/content/",
        "https://{place}/issues/new?title={{title}}&body={{address}}",
    ),
    "gitlab": (
        "https://{place}/-/edit/{branch}/content/",
        "https://{place}/-/issues/new?issue%5Btitle%5D={{title}}&issue%5Bdescription%5D={{address}}",
    ),
}
"""The editor of a repository's files, and the form of its tracker."""


@dataclass(frozen=True)
class Repository:
    """What a folder's git repository says of itself."""

    top: Path | None = None
    """The folder of the whole repository; None where there is none."""
    forge: str = ""
    """Who hosts it: github, gitlab, or nothing that we know."""
    place: str = ""
    """Its address, without a scheme."""
    branch: str = "main"
    """Its main branch."""

    def find_addresses(self, forge: str) -> tuple[str, str]:
        """Return where its pages are edited and where problems are reported.

        Empty where nobody knows. `forge` is what a team says of a host that we don't know.
        """
        forms = ADDRESSES.get(self.forge or forge)
        if not forms or not self.place:
            return "", ""
        edit, report = (form.format(place=self.place, branch=quote(self.branch)) for form in forms)
        return edit, report


def read_repository(folder: Path) -> Repository:
    """Return what git says of a folder, or of the first above it that there is."""
    while not folder.is_dir():
        folder = folder.parent
    top = ask_git(folder, "rev-parse", "--show-toplevel")
    if not top:
        return Repository()
    remote = REMOTE.fullmatch(ask_git(folder, "config", "--get", "remote.origin.url"))
    head = ask_git(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    branch = head.removeprefix("origin/") or "main"
    if not remote:
        return Repository(Path(top), branch=branch)
    host = remote["host"].lower()
    forge = next((name for name in ADDRESSES if name in host.split(".")), "")
    return Repository(Path(top), forge, f"{host}/{quote(remote['path'])}", branch)
