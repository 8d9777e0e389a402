"""Which Markdown of the last build still holds, by the artifacts that were read for it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from playbook.language import use_language
from playbook.publish.kept.page_store import PageStore, make_key
from playbook.publish.made_file import MadeFile
from playbook.site.site_file import Origin

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from playbook.site.basis import Basis
    from playbook.site.site import Site


class PageSource(NamedTuple):
    """What stands for the Markdown of a page, and the artifacts that were read for it."""

    digest: str
    reads: frozenset[str] = frozenset()


class PageSources:
    """Knows the Markdown of pages without making it.

    Pages of one origin are known together, as what is worked out for one may serve another.
    """

    def __init__(self, store: PageStore, site: "Site") -> None:
        self.store, self.basis, self.language = store, site.basis, site.language
        self.recalled = set[Origin]()
        self.digests: dict[str, str] = {}
        """By a page's path what stands for its Markdown."""

    def recall(self, files: Iterable["File"]) -> None:
        """Take from what is kept what stands for the Markdown of pages that are as they were."""
        if self.basis is None:
            return
        origins = (file.site_file.origin for file in files if isinstance(file, MadeFile))
        for origin in dict.fromkeys(filter(None, origins)):
            kept = self.store.read(self._name(origin, self.basis))
            if kept is None:
                continue
            reads, digests = json.loads(kept)
            if all(self.basis.artifacts.get(name) == digest for name, digest in reads.items()):
                self.recalled.add(origin)
                self.digests.update(digests)

    def keep(self, sources: "Iterable[tuple[File, PageSource]]") -> None:
        """Keep what stands for the Markdown of pages that were made."""
        if self.basis is None:
            return
        by_origin: dict[Origin, list[tuple[File, PageSource]]] = defaultdict(list)
        for file, source in sources:
            origin = file.site_file.origin if isinstance(file, MadeFile) else None
            if origin and origin not in self.recalled:
                by_origin[origin].append((file, source))
        for origin, together in by_origin.items():
            names = origin.reads.union(*(source.reads for _, source in together))
            if names <= self.basis.artifacts.keys():
                reads = {name: self.basis.artifacts[name] for name in sorted(names)}
                digests = {file.src_uri: source.digest for file, source in together}
                name = self._name(origin, self.basis)
                self.store.write(name, json.dumps([reads, digests]).encode())

    def _name(self, origin: "Origin", basis: "Basis") -> str:
        with use_language(self.language):
            return f"{make_key(basis.whole, origin.name, origin.find_rest())}.reads"
