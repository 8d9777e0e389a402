"""Pages that somebody wrote by hand: who may see them, and which stand in the place of ours."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.problem import Mark

Section = dict[str, "str | Nav"]
"""A title with its page, or with all that is in the section."""
Nav = list[str | Section]
"""Pages and sections, in their order."""

ENDINGS = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
HEAD = re.compile(
    r"\A\s*(?:---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*$|(?:[^\n:]+:[^\n]*(?:\n|\Z))+)", re.DOTALL | re.MULTILINE
)
VISIBILITY = re.compile(r"""\bvisibility["']?[ \t]*:[ \t]*["']?([^\s"'#,}]*)""")


@dataclass(frozen=True)
class PageByHand:
    """A page written by hand: its path from the content folder, and its text."""

    path: str
    text: str

    @property
    def visibility(self) -> tuple[str, Mark]:
        """Who may see it, as its front matter has it, and where that stands."""
        head = HEAD.match(self.text)
        said = VISIBILITY.search(head[0]) if head else None
        return (said[1], mark_of(self.text, said.start(1))) if said else ("public", Mark())


def mark_of(text: str, index: int) -> Mark:
    """Return the place of a character."""
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def pages_by_hand(content: Path) -> dict[str, PageByHand]:
    """Return every page written by hand below a folder, by its path."""
    found = sorted(path for path in content.rglob("*") if path.suffix in ENDINGS and path.is_file())
    made = (PageByHand(each.relative_to(content).as_posix(), read_page(each)) for each in found)
    return {each.path: each for each in made}


def read_page(path: Path) -> str:
    """Return a page's text; what is no UTF-8 in it is for MkDocs to complain of."""
    return path.read_text(encoding="utf-8-sig", errors="replace")


def by_hand(written: Container[str], path: str) -> str | None:
    """Return the page that was written by hand in the place of `path`, or None; README.md is a folder's index, too."""
    folder, name = posixpath.split(path)
    stands = (path, posixpath.join(folder, "README.md")) if name == "index.md" else (path,)
    return next((each for each in stands if each in written), None)


def standing(written: Container[str], path: str) -> str:
    """Return the page that stands at `path` in the end, ours or the one written by hand."""
    return by_hand(written, path) or path


def whole(nav: Nav, pages: Iterable[str]) -> Nav:
    """Return the navigation with those pages written by hand that are not in it yet."""
    listed = set(flat(nav))
    return [*nav, *(page for page in pages if page not in listed)]


def flat(nav: Nav) -> Iterator[str]:
    """Yield the pages of a navigation."""
    for each in nav:
        if isinstance(each, str):
            yield each
        else:
            for held in each.values():
                yield from [held] if isinstance(held, str) else flat(held)
