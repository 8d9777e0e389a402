"""A package that ships a shelf, as if it were installed, and a project that takes from shelves."""

from pathlib import Path

import pytest

from playbook.drawing.cache import PictureCache
from playbook.project import Project as Loaded
from playbook.site.site import make_site
from projects import Project

PLAY = """\
kind: play
title: {title}
summary: What otters know about floating.
purpose: To float.
when_not: [On land.]
people: [Otters]
time: 10
steps:
  - title: Float
    text: "{text}"
sources: [Otters]
"""


def write_play(title: str = "Float on your back", text: str = "Hold hands.") -> str:
    """Return a small play."""
    return PLAY.format(title=title, text=text)


def install(  # noqa: PLR0913 - what a package says of itself, by name
    patch: pytest.MonkeyPatch,
    site: Path,
    files: dict[str, str],
    *,
    name: str = "otter-plays",
    version: str = "1.0",
    shelf: str = "otters",
    value: str = "otter_plays",
    requires: str = "",
) -> Path:
    """Put a package with these files on Python's path; return its folder."""
    folder = site / "otter_plays"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for old in site.glob(f"{name.replace('-', '_')}-*.dist-info/*"):
        old.unlink()
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    needed = f"Requires-Dist: {requires}\n" if requires else ""
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needed}", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(
        f"[playbook.shelves]\n{shelf} = {value}\n", encoding="utf-8"
    )
    for other in site.glob(f"{name.replace('-', '_')}-*.dist-info"):
        if other != info:
            other.rmdir()
    patch.syspath_prepend(str(site))
    return folder


def set_shelves(project: Project, *shelves: str, leave_out: tuple[str, ...] = ()) -> None:
    """Let a project take these shelves, and leave these ids out."""
    path = project.root / "site_config" / "site.yml"
    kept = [
        line
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(("  shelves:", "  leave_out:"))
    ]
    at = kept.index("extra:\n") + 1
    own = [f"  shelves: [{', '.join(shelves)}]\n", f"  leave_out: [{', '.join(leave_out)}]\n"]
    path.write_text("".join([*kept[:at], *own, *kept[at:]]), encoding="utf-8")


def list_messages(loaded: Loaded) -> list[str]:
    """Return what is wrong with a project, without the places."""
    return [str(problem).partition(": ")[2] for problem in loaded.problems]


def render(loaded: Loaded, path: str) -> str:
    """Return a page of the site in Markdown."""
    cache = PictureCache(loaded.library.content.parent / ".cache")
    return str(make_site(loaded.library, loaded.settings, cache).find(path).content)
