"""A project's folder -> its library and settings, with every problem in either."""

from pathlib import Path

from playbook.kinds import KINDS
from playbook.library import Library
from playbook.problem import Problem
from playbook.settings import Settings, load


def read_content(content: Path, root: Path) -> tuple[Library, Settings, list[Problem]]:
    """Return the library below `content`, the settings of the project at `root`, and all problems, sorted."""
    settings, problems = load(root, {rule.code for kind in KINDS for rule in kind.rules})
    library = Library(content, weights=settings.extra.rules)
    return library, settings, sorted([*problems, *library.problems])
