"""Library -> the paths of all that its site will have, worked out without making any of it."""

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property

from playbook.content.handwritten import normalize_address
from playbook.library.library import Library
from playbook.library.subpage import make_subpages

HOME = "index.md"


class SitePaths:
    """The files of a site by their paths from its root; a page by that of its Markdown."""

    def __init__(
        self, library: Library, *, has_reference: bool = True, is_guest: bool = False
    ) -> None:
        self.library = library
        self.has_reference = has_reference
        self.is_guest = is_guest

    @cached_property
    def content_paths(self) -> frozenset[str]:
        """The files of the content folder, and the page of each artifact."""
        inventory = self.library.inventory
        files = (inventory.get_path(file) for file in (*inventory.assets, *inventory.extras))
        pages = (entry.page for entry in self.library.entries.values())
        return frozenset([HOME, *self.library.handwritten, *files, *pages])

    @cached_property
    def all_paths(self) -> frozenset[str]:
        """All of them, those made from several artifacts too."""
        return self.content_paths.union(self._list_generated())

    @cached_property
    def pages_by_address(self) -> dict[str, str]:
        """Every page by its address without an ending."""
        return {
            normalize_address(path): path for path in sorted(self.all_paths) if path.endswith(".md")
        }

    def has_file(self, path: str) -> bool:
        """Whether the site has a file at this path; a page is meant by its Markdown."""
        return path in self.content_paths or path in self.all_paths or self.is_theirs(path)

    def is_theirs(self, path: str) -> bool:
        """Whether a path leads to what MkDocs publishes by itself, in a site that isn't ours."""
        return self.is_guest and (path.startswith("../") or (self.library.content / path).is_file())

    def has_address(self, path: str) -> bool:
        """Whether a browser finds something at this path."""
        place = path.removesuffix("index.html").removesuffix(".html").rstrip("/").removeprefix(".")
        return self.has_file(path) or place in self.pages_by_address

    def guess(self, path: str) -> str:
        """Return the file that a path which leads nowhere was most likely meant to name.

        Nothing for none.
        """
        stem = posixpath.splitext(path.strip("/"))[0].removesuffix("/index")
        if stem in self.pages_by_address:
            return self.pages_by_address[stem]
        return next(iter(get_close_matches(path, self.all_paths, n=1)), "")

    def _list_generated(self) -> Iterator[str]:
        # What makes pages takes long to load, and few playbooks link to such a page by hand.
        from playbook.clubs.feed import PATH as FEED  # noqa: PLC0415
        from playbook.library.pieces import collect_pieces  # noqa: PLC0415
        from playbook.parts.anti_pattern import AntiPattern  # noqa: PLC0415
        from playbook.parts.exercise import Exercise  # noqa: PLC0415
        from playbook.reference.lessons import load_lessons  # noqa: PLC0415
        from playbook.site.catalogues import ANTI_PATTERNS, EXERCISES, INDEX, TAGS  # noqa: PLC0415
        from playbook.site.growth import locate_growth_page  # noqa: PLC0415
        from playbook.site.reference_pages import (  # noqa: PLC0415
            REFERENCE,
            RULES,
            locate_kind_page,
            locate_rule_page,
        )

        library = self.library
        for entry in library.entries.values():
            yield from (page.path for page in make_subpages(entry, library))
            place = entry.page.removesuffix(".md")
            yield f"{place}.ics"
            if entry.kind.is_club:
                yield from (f"{place}/{session.id}.ics" for session in entry.artifact.sessions)
            if entry.kind.has_history:
                yield locate_growth_page(entry)
            if not entry.kind.is_way_in:
                yield f"{entry.kind.folder}/{HOME}"
        ways = (
            (EXERCISES, collect_pieces(library, Exercise)),
            (ANTI_PATTERNS, collect_pieces(library, AntiPattern)),
        )
        catalogues = [path for path, pieces in ways if pieces] + [TAGS] * bool(library.tags)
        if catalogues or any(entry.kind.is_way_in for entry in library.entries.values()):
            yield from (INDEX, *catalogues)
        yield FEED
        if self.has_reference:
            yield from (REFERENCE, RULES, *map(locate_kind_page, library.kinds))
            yield from map(locate_rule_page, load_lessons(library.kinds.values()))
