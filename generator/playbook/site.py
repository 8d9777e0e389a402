"""Library -> Site: the list of files that the site is made of."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from playbook.drawing.cache import PictureCache
from playbook.entry import Entry
from playbook.guidebook import REFERENCE, RULES, guidebook
from playbook.library import Library
from playbook.page import Pages
from playbook.problem import Problem
from playbook.settings import Settings

HOME = "index.md"


@dataclass(frozen=True)
class SiteFile:
    """A file to be: its path from the site's root, its text, and the YAML it came from."""

    path: str
    content: str
    source: Path | None = None


@dataclass(frozen=True)
class Site:
    """Every generated file, and the order in which a reader meets the sections."""

    files: list[SiteFile]
    nav: list[dict[str, str | list[str]]] = field(default_factory=list)


def make_site(library: Library, settings: Settings, cache: PictureCache) -> Site:
    """Return the site of a library without errors; pages written by hand are not part of it."""
    pages = Pages(library)
    shelves = {kind: library.of(kind) for kind in library.kinds.values() if library.of(kind)}
    files = [SiteFile(HOME, pages.render("home.md.jinja", HOME, settings=settings, shelves=shelves))]
    nav: list[dict[str, str | list[str]]] = [{"Home": HOME}]
    for kind, entries in shelves.items():
        index = f"{kind.folder}/{HOME}"
        files.append(SiteFile(index, pages.render("section.md.jinja", index, kind=kind, entries=entries)))
        files += [SiteFile(entry.page, page(entry, pages, cache), entry.source.path) for entry in entries]
        nav.append({kind.plural: [index, *(entry.page for entry in entries)]})
    kinds = tuple(library.kinds.values())
    files += [SiteFile(path, text) for path, text in guidebook(kinds, pages)]
    nav.append({"Reference": [REFERENCE, *(f"reference/{kind.name}.md" for kind in kinds), RULES]})
    return Site([file for file in files if not is_by_hand(library.content / file.path)], nav)


def with_problems(site: Site, library: Library, problems: list[Problem]) -> Site:
    """Return a site as it was, but for its home page, which says what has to be mended before there is a new one."""
    home = SiteFile(HOME, Pages(library).render("problems.md.jinja", HOME, problems=[str(each) for each in problems]))
    return Site([home, *(file for file in site.files if file.path != HOME)], site.nav or [{"Home": HOME}])


def is_by_hand(path: Path) -> bool:
    """Whether somebody wrote this page by hand, so that ours steps back; README.md is a folder's index, too."""
    return path.exists() or (path.name == HOME and path.with_name("README.md").exists())


def page(entry: Entry, pages: Pages, cache: PictureCache) -> str:
    """Return an artifact's page with its pictures."""
    pictures = {drawing.name: Markup(cache.picture(drawing)) for drawing in entry.kind.draw(entry.artifact)}
    return pages.artifact(entry, pictures)
