"""Trees as audiences read them."""

from pathlib import Path

from playbook.audiences import Audience
from playbook.further import Further
from playbook.library import Library
from playbook.page import Pages
from playbook.problem import Severity


def library_of(content: Path, audiences: tuple[Audience, ...] = ()) -> Library:
    """Return the library below a folder, in which nothing may be broken."""
    library = Library(content, audiences=audiences)
    broken = [str(problem) for problem in library.problems if problem.severity is Severity.ERROR]
    assert not broken, broken
    return library


def walks(library: Library, tree: str) -> dict[str, str]:
    """Return each walk through a tree by its audience."""
    pages, entry = Pages(library), library.entries[tree]
    return {
        name_of(each): pages.further(entry, each, {}) for each in entry.kind.further(entry, library) if is_walk(each)
    }


def is_walk(page: Further) -> bool:
    """Whether a further page is a walk."""
    return page.template == "walk.md.jinja"


def name_of(walk: Further) -> str:
    """Return the id of a walk's audience."""
    return Path(walk.path).stem.removeprefix("for-")
