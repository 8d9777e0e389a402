"""Trees as audiences read them."""

from pathlib import Path
from typing import Any

from playbook.config.audiences import Audience
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.subpage import SubPage, make_subpages
from playbook.site.templates import PageRenderer
from playbook.source.problem import Severity


def library_of(content: Path, audiences: tuple[Audience, ...] = ()) -> Library:
    """Return the library below a folder, in which nothing may be broken."""
    library = Library(content, KINDS, audiences=audiences)
    broken = [str(problem) for problem in library.problems if problem.severity is Severity.ERROR]
    assert not broken, broken
    return library


def walks(library: Library, tree: str) -> dict[str, str]:
    """Return each walk through a tree by its audience."""
    pages, entry = PageRenderer(library), library.entries[tree]
    return {
        name_of(each): pages.render_subpage(entry, each, {})
        for each in make_subpages(entry, library)
        if is_walk(each)
    }


def is_walk(page: SubPage) -> bool:
    """Whether a page is a walk."""
    return page.template == "walk.md.jinja"


def name_of(walk: SubPage) -> str:
    """Return the id of a walk's audience."""
    return Path(walk.path).stem.removeprefix("for-")


HERE = Path(__file__).parent / "fixtures" / "walks"


HOSTILE = """<img src=x onerror=alert(1)> [a](javascript:b) `c` {{ d }} | " onmouseover='e' & #f"""


def hostile_tree() -> dict[str, Any]:
    trial = {
        "id": "z",
        "title": HOSTILE,
        "result": "1 of 2",
        "learned": HOSTILE,
        "changed": HOSTILE,
    }
    belief = {
        "id": "y",
        "title": HOSTILE,
        "tests": [trial | {"criterion": {"at_least": "1 of 2", "who": HOSTILE}}],
    }
    idea = {
        "id": "w",
        "title": HOSTILE,
        "about": HOSTILE,
        "status": "chosen",
        "assumptions": [belief],
    }
    said = {
        "title": HOSTILE,
        "because": HOSTILE,
        "evidence": [HOSTILE],
        "factors": {"size": HOSTILE},
    }
    return {
        "kind": "opportunity-tree",
        "title": HOSTILE,
        "summary": HOSTILE,
        "outcome": {
            "title": HOSTILE,
            "type": "product",
            "metric": HOSTILE,
            "from": HOSTILE,
            "to": HOSTILE,
        },
        "opportunities": [said | {"id": "x", "status": "target", "solutions": [idea]}],
        "decisions": [{"date": "2026-01-02", "title": HOSTILE, "because": HOSTILE}],
        "next_question": {"ask": HOSTILE, "listen_for": HOSTILE},
    }
