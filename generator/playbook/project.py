"""A project's folder -> its library, ready to publish, its settings, and their problems."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from playbook.clubs.unannounced import find_unannounced
from playbook.config import audiences, identity
from playbook.config.audiences import load_audiences
from playbook.config.identity import load_look
from playbook.config.mkdocs_settings import look_up
from playbook.config.place import Place, find_place
from playbook.config.settings import CONFIG, FILE, Settings, load_settings
from playbook.content.inventory import Inventory, take_inventory
from playbook.history.versions import find_version_problems
from playbook.kinds import KINDS
from playbook.library.adopted import find_orphans
from playbook.library.left_out import find_left_out
from playbook.library.library import STEPS, Library
from playbook.library.steps import Steps
from playbook.library.voice_on_pages import find_voice_on_pages
from playbook.shelves.choice import choose_shelves
from playbook.site.handwritten_links import find_page_problems
from playbook.site.publication import ContentFile, find_asset_problems, list_published_files
from playbook.source import document
from playbook.source.problem import Problem, Severity, is_breaking
from playbook.text.english import quoted
from playbook.visibility.absence import drop_absent
from playbook.visibility.leaks import find_exposures
from playbook.visibility.people_on_pages import find_on_pages
from playbook.visibility.redaction import redact_library

CONFIG_FILES = (CONFIG, FILE, audiences.FILE, identity.FILE)
"""The files that a project's settings are read from, below its folder."""
VALUES = Path(".cache") / "playbook" / "values"
"""Where below a project's folder the values of its YAML are kept."""
RECORDS = Path(".cache") / "playbook" / "check" / "records"
"""Where below a project's folder is kept what `check` knows of its artifacts."""


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

    @cached_property
    def published(self) -> tuple[ContentFile, ...]:
        """The files of the content folder that are published as they are."""
        return tuple(list_published_files(self.library, self.settings.site_url))


def load_project(
    root: Path,
    place: Place | None = None,
    *,
    public: bool = False,
    steps: Steps = STEPS,
) -> Project:
    """Return the project at `root`, whose YAML lies at `place`, or else where `mkdocs.yml` says.

    What is internal is left out when `public` asks for that, or the environment, or the settings.
    `steps` look at one file of the content.
    """
    place = place or find_place(root)
    settings, problems = load_settings(
        root,
        {rule.code for kind in KINDS for rule in kind.rules},
        public=public,
        is_guest=place.is_guest,
    )
    are_sure = not is_breaking(problems, strict=False)
    known_audiences, audience_problems = load_audiences(root)
    look, look_problems = load_look(root)
    settings = fit_settings(settings.with_look(look), place)
    inventory = take_inventory(place.content, settings.extra.publish)
    shelves, shelf_problems = choose_shelves(root, settings.extra, are_known=are_sure)
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
    leaks = find_exposures(whole, redaction, root, severity, place)
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
        *find_voice_on_pages(whole),
        *find_page_problems(whole, has_reference=settings.extra.reference, is_guest=place.is_guest),
        *find_unannounced(whole),
        *find_orphans(whole),
        *find_left_out(whole),
        *find_version_problems(whole),
    ]
    if place.is_guest and not settings.extra.public:
        all_problems = [problem for problem in all_problems if not is_about_unpublished(problem)]
    return Project(library, whole, settings, sorted(all_problems))


def fit_settings(settings: Settings, place: Place) -> Settings:
    """Return settings as they are for pages at a place: where those lie, and what is among them."""
    reference = settings.extra.reference if place.has_reference is None else place.has_reference
    extra = settings.extra.model_copy(update={"reference": reference})
    address = settings.site_url
    if place.is_guest and address:
        address = f"{address.rstrip('/')}/{quote(place.folder)}/"
    fitting = settings.model_copy(update={"extra": extra, "site_url": address})
    return fitting.with_section(place.title)


def is_about_unpublished(problem: Problem) -> bool:
    """Whether a problem is advice on a file that we don't publish, and MkDocs does for a guest."""
    return problem.severity is Severity.WARNING and problem.code in {"FIL001", "FIL006"}


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
            if any(fnmatchcase(inventory.get_path(file), pattern) for file in inventory.artifacts):
                message = (
                    f"{quoted(pattern)} matches only YAML, which playbook reads as its own: "
                    "write the whole path of a file that isn't, or delete it"
                )
            else:
                message = (
                    f"no file that could be published is called {quoted(pattern)} "
                    f"in {quoted(inventory.content.name)}: check how it is spelt, or delete it"
                )
            yield Problem(source.path, mark, "SET011", message, Severity.WARNING)
