"""A project's folder -> its library and settings, with every problem in either."""

from pathlib import Path

from playbook import audiences, identity
from playbook.exposure import exposures
from playbook.kinds import KINDS
from playbook.library import Library
from playbook.problem import Problem, Severity
from playbook.settings import Settings, load


def read_content(content: Path, root: Path, *, public: bool = False) -> tuple[Library, Settings, list[Problem]]:
    """Return the library below `content`, the settings of the project at `root`, and all problems, sorted.

    The library is the whole one; with `public` the settings ask for a site without what is internal.
    """
    settings, problems = load(root, {rule.code for kind in KINDS for rule in kind.rules})
    if public:
        settings = settings.model_copy(update={"extra": settings.extra.model_copy(update={"public": True})})
    whom, faults = audiences.load(root)
    look, unlike = identity.load(root)
    settings = settings.looking(look)
    library = Library(content, weights=settings.extra.rules, audiences=whom)
    severity = Severity.ERROR if settings.extra.public else Severity.WARNING
    exposed = exposures(library, root, severity)
    return library, settings, sorted([*problems, *faults, *unlike, *library.problems, *exposed])
