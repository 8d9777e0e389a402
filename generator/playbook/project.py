"""A project's folder -> its library, ready to publish, its settings, and their problems."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from playbook.clubs.unannounced import find_unannounced
from playbook.config import audiences, identity
from playbook.config.audiences import load_audiences
from playbook.config.identity import load_look
from playbook.config.settings import CONFIG, FILE, Settings, load_settings, look_up
from playbook.content.inventory import Inventory, take_inventory
from playbook.kinds import KINDS
from playbook.library.adopted import find_orphans
from playbook.library.library import STEPS, Library
from playbook.library.steps import Steps
from playbook.shelves.choice import choose_shelves
from playbook.site.handwritten_links import find_page_problems
from playbook.site.publication import ContentFile, find_asset_problems, list_published_files
from playbook.source import document
from playbook.source.problem import Problem, Severity
from playbook.text.english import quoted
from playbook.visibility.absence import drop_absent
from playbook.visibility.leaks import find_exposures
from playbook.visibility.people_on_pages import find_on_pages
from playbook.visibility.redaction import redact_library

CONFIG_FILES = (CONFIG, FILE, audiences.FILE, identity.FILE)
"""The files that a project's settings are read from, below its folder."""


@dataclass(frozen=True)
class Project:
    """What a command works with: `library` is what may be published, and nothing else may be."""

    library: Library
    """The library to publish: on a public site, what is internal is no longer in it."""
    unredacted: Library
    """All of it, what is internal too: for `check` and for the finder of leaks alone."""
    published: tuple[ContentFile, ...]
    """The files of the content folder that are published as they are."""
    settings: Settings
    """The settings of the site."""
    problems: list[Problem]
    """Every problem in the content and in the settings, sorted."""


def load_project(
    root: Path, content: Path | None = None, *, public: bool = False, steps: Steps = STEPS
) -> Project:
    """Return the project at `root`, whose YAML lies below `content`, or else below `content/`.

    What is internal is left out when `public` asks for that, or the environment, or the settings.
    `steps` look at one file of the content.
    """
    settings, problems = load_settings(
        root, {rule.code for kind in KINDS for rule in kind.rules}, public=public
    )
    known_audiences, audience_problems = load_audiences(root)
    look, look_problems = load_look(root)
    settings = settings.with_look(look)
    inventory = take_inventory(content or root / "content", settings.extra.publish)
    shelves, shelf_problems = choose_shelves(root, settings.extra)
    whole = Library(
        inventory,
        KINDS,
        settings.extra.rules,
        known_audiences,
        fonts=look.fonts,
        steps=steps,
        shelves=shelves,
    )
    complete = drop_absent(whole)
    redaction = redact_library(complete)
    library = redaction if settings.extra.public else complete
    severity = Severity.ERROR if settings.extra.public else Severity.WARNING
    leaks = find_exposures(whole, redaction, root, severity)
    all_problems = [
        *problems,
        *audience_problems,
        *look_problems,
        *shelf_problems,
        *inventory.problems,
        *whole.page_problems,
    ]
    all_problems += find_unmatched_patterns(root, inventory, settings.extra.publish)
    all_problems += [*whole.problems, *leaks, *find_asset_problems(whole, settings.site_url)]
    all_problems += [
        *find_on_pages(whole),
        *find_page_problems(whole, has_reference=settings.extra.reference),
        *find_unannounced(whole),
        *find_orphans(whole),
    ]
    published = tuple(list_published_files(library, settings.site_url))
    return Project(library, whole, published, settings, sorted(all_problems))


def find_unmatched_patterns(
    root: Path, inventory: Inventory, active: Container[str]
) -> Iterator[Problem]:
    """Yield each active pattern of `publish:` in `site.yml` that no file of the content has."""
    source, _ = document.read(root / FILE, root) if (root / FILE).exists() else (None, [])
    patterns = look_up(source, "extra", "publish") if source else None
    paths = [inventory.get_path(file) for file in inventory.extras]
    for index, pattern in enumerate(patterns if isinstance(patterns, list) else []):
        if source and pattern in active and not any(fnmatchcase(path, pattern) for path in paths):
            mark = source.find_mark(("extra", "publish", index))
            message = (
                f"no file that could be published is called {quoted(pattern)}: "
                "see how it is spelt, or delete it"
            )
            yield Problem(source.path, mark, "SET011", message, Severity.WARNING)
