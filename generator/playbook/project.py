"""A project's folder -> its library, ready to publish, and its settings, with every problem in either."""

from dataclasses import dataclass
from pathlib import Path

from playbook import audiences, identity
from playbook.exposure import exposures
from playbook.kinds import KINDS
from playbook.library import Library
from playbook.privacy.pages import find_on_pages
from playbook.problem import Problem, Severity
from playbook.redaction import redacted
from playbook.settings import Settings, load


@dataclass(frozen=True)
class Project:
    """What a command works with: `library` is what may be published, and nothing else may be."""

    library: Library
    """The library to publish: on a public site, what is internal is no longer in it."""
    unredacted: Library
    """All of it, what is internal too: for `check` and for the finder of leaks alone."""
    settings: Settings
    """The settings of the site."""
    problems: list[Problem]
    """Every problem in the content and in the settings, sorted."""

    @property
    def withheld_pages(self) -> frozenset[str]:
        """The paths of the handwritten pages that are not published."""
        return frozenset(self.unredacted.by_hand) - frozenset(self.library.by_hand)


def load_project(root: Path, content: Path | None = None, *, public: bool = False) -> Project:
    """Return the project at `root`, whose YAML lies below `content`, or else below `content/`.

    What is internal is left out when `public` asks for that, or the environment, or the settings.
    """
    settings, problems = load(root, {rule.code for kind in KINDS for rule in kind.rules}, public=public)
    known_audiences, audience_problems = audiences.load(root)
    look, look_problems = identity.load(root)
    settings = settings.looking(look)
    whole = Library(
        content or root / "content", weights=settings.extra.rules, audiences=known_audiences, fonts=look.fonts
    )
    redaction = redacted(whole)
    library = redaction if settings.extra.public else whole
    severity = Severity.ERROR if settings.extra.public else Severity.WARNING
    exposed = exposures(whole, redaction, root, severity)
    found = [*problems, *audience_problems, *look_problems, *whole.problems, *exposed, *find_on_pages(whole)]
    return Project(library, whole, settings, sorted(found))
