"""What a page shows of an artifact was noted as read, or else it would not be made anew."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from playbook.drawing.cache import PictureCache
from playbook.library.library import Library
from playbook.library.reads import collect_reads
from playbook.project import load_project
from playbook.site.site import Site, make_site
from playbook.text.inline import Text
from projects import Project

IN_BASIS = {"title", "id"}
Pages = dict[str, tuple[str, str]]
"""By the path of a page what it is made from beside artifacts, and its Markdown."""


def change(value: Any) -> Any:
    """Return a value in which every text and every day is another, but for names."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.keys() - IN_BASIS
            return value.model_copy(update={name: change(getattr(value, name)) for name in fields})
        case tuple():
            return tuple(change(item) for item in value)
        case Text():
            return type(value)(f"{value} anew")
        case date():
            return value + timedelta(days=1)
    return value


def read_pages(site: Site) -> tuple[Pages, dict[str, set[str]]]:
    """Return the pages, and by the origin of some the artifacts that were read for them."""
    pages, reads = Pages(), defaultdict[str, set[str]](set)
    for file in site.files:
        if file.origin and file.path.endswith(".md"):
            with collect_reads() as own:
                pages[file.path] = file.origin.find_rest(), str(file.make_content())
            reads[file.origin.name] |= own | file.origin.reads
    return pages, reads


def find_unnoted(library: Library, make: Any) -> list[tuple[str, str]]:
    """Return each artifact with a page that shows something of it and has not read it."""
    site = make(library)
    before, reads = read_pages(site)
    origins = {file.path: file.origin.name for file in site.files if file.origin}
    unnoted = []
    for name, entry in library.entries.items():
        changed = {**library.entries, name: entry.with_artifact(change(entry.content))}
        other = make(library.with_entries(changed, library.handwritten))
        if other.basis.whole == site.basis.whole:
            assert other.basis.artifacts[name] != site.basis.artifacts[name]
            after, _ = read_pages(other)
            unnoted += [
                (name, path)
                for path, (rest, markdown) in before.items()
                if after[path][0] == rest
                and after[path][1] != markdown
                and name not in reads[origins[path]]
            ]
    return unnoted


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> PictureCache:
    return PictureCache(tmp_path_factory.mktemp("pictures"))


def test_a_page_has_read_what_it_shows(one_of_each: Project, pictures: PictureCache) -> None:
    project = load_project(Path(one_of_each.root))
    extra = project.settings.extra.model_copy(update={"reference": False, "handouts": False})
    settings = project.settings.model_copy(update={"extra": extra})
    library = project.library
    assert not find_unnoted(library, lambda library: make_site(library, settings, pictures))
