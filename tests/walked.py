"""Trees as audiences read them."""

from pathlib import Path

from playbook.config.audiences import Audience
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.subpage import SubPage, make_subpages
from playbook.site.templates import Pages
from playbook.source.problem import Severity


def library_of(content: Path, audiences: tuple[Audience, ...] = ()) -> Library:
    """Return the library below a folder, in which nothing may be broken."""
    library = Library(content, KINDS, audiences=audiences)
    broken = [str(problem) for problem in library.problems if problem.severity is Severity.ERROR]
    assert not broken, broken
    return library


def walks(library: Library, tree: str) -> dict[str, str]:
    """Return each walk through a tree by its audience."""
    pages, entry = Pages(library), library.entries[tree]
    return {
        name_of(each): pages.render_subpage(entry, each, {}) for each in make_subpages(entry, library) if is_walk(each)
    }


def is_walk(page: SubPage) -> bool:
    """Whether a page is a walk."""
    return page.template == "walk.md.jinja"


def name_of(walk: SubPage) -> str:
    """Return the id of a walk's audience."""
    return Path(walk.path).stem.removeprefix("for-")
