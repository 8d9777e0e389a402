"""The Markdown of pages -> HTML, made by all processors at once, where it isn't kept."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.pages import Page

from playbook.library.reads import collect_reads
from playbook.publish.kept.kept_page import (
    Converted,
    Learned,
    TargetRecorder,
    describe_target,
    keep_log,
    list_links,
    write_anchor,
)
from playbook.publish.kept.page_sources import PageSource, PageSources
from playbook.publish.kept.page_store import make_key
from playbook.publish.made_file import MadeFile
from playbook.site.search import PageText, dump_page, load_page
from playbook.system.progress import Progress
from playbook.system.workers import share_out

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

PARTS = ("json", "content", "text")
"""What is kept of a page's conversion: what MkDocs learns, its HTML, what a search reads of it."""


@contextmanager
def keep_content(file: "File", content: str) -> Iterator[None]:
    """Let a file that is made each time keep its content meanwhile."""
    if not isinstance(file, MadeFile) or file.own_content is not None:
        yield
        return
    file.own_content = content
    try:
        yield
    finally:
        file.own_content = None


class Conversion(NamedTuple):
    """A page converted anew: what MkDocs learns, its HTML, what a search reads of it as JSON."""

    converted: Converted | None
    html: str
    text: bytes


class PageConverter:
    """Converts the pages of one build, each from what is kept of it where nothing has changed.

    `engine` is what decides how any Markdown becomes HTML, and `texts` where our plugin leaves what
    a search reads of a page.
    """

    def __init__(
        self,
        config: "MkDocsConfig",
        files: "Files",
        sources: PageSources,
        engine: str,
        texts: dict[str, PageText],
    ) -> None:
        self.config, self.files, self.store = config, files, sources.store
        self.engine, self.texts, self.sources = engine, texts, sources
        self.keys: dict[str, str] = {}
        """By the path of its file, what the text of a page is kept by that a search reads."""

    def convert_pages(self) -> dict[str, tuple[str, Learned]]:
        """Return what each page is kept by, and what MkDocs learns of it, by its file's path."""
        files = [file for file in self.files.documentation_pages() if isinstance(file.page, Page)]
        self.sources.recall(files)
        results = share_out(lambda index: self._convert(files[index]), len(files))
        converted, sources = {}, []
        with Progress("pages read", len(files)) as progress:
            for file, (source, result) in zip(files, results, strict=True):
                sources.append((file, source))
                if result:
                    key, what = converted[file.src_uri] = result
                    self.store.used |= {f"{key}.{part}" for part in PARTS}
                    if what.is_searched:
                        self.keys[file.src_uri] = key
                progress.step()
        self.sources.keep(sources)
        return converted

    def list_texts(self) -> dict[str, str]:
        """Return the address of each page that a search reads, by the path of its file."""
        pages = ((path, self.files.src_uris[path].page) for path in self.keys)
        return {path: page.url for path, page in pages if page}

    def read_text(self, path: str) -> PageText:
        """Return what a search reads of a page."""
        file, key = self.files.src_uris[path], self.keys[path]
        kept = self.store.read(f"{key}.text") or self.convert_anew(file, key).text
        return load_page(json.loads(kept))

    def read_page(self, file: "File", key: str) -> tuple[str, list[Any]]:
        """Return the HTML of a page, and its table of contents."""
        html, learned = (self.store.read(f"{key}.{part}") for part in ("content", "json"))
        if html is None or learned is None:
            anew = self.convert_anew(file, key)
            return anew.html, anew.converted.toc if anew.converted else []
        return html.decode("utf-8", "surrogatepass"), Converted.load(learned).toc

    def _convert(self, file: "File") -> tuple[PageSource, tuple[str, Learned] | None]:
        """Return what is kept of a page's conversion, after converting it where nothing is.

        Before it, what stands for its Markdown, which is made only where that isn't known.
        """
        digest = self.sources.digests.get(file.src_uri)
        if digest and (known := self._recall(file, digest)):
            return PageSource(digest), known
        with collect_reads() as reads:
            markdown = file.content_string
        source = PageSource(
            sha256(markdown.encode("utf-8", "surrogatepass")).hexdigest(), frozenset(reads)
        )
        if known := self._recall(file, source.digest):
            return source, known
        with keep_content(file, markdown):
            key = self._find_key(file, source.digest)
            anew = self.convert_anew(file, key).converted
        return source, (key, anew.learned) if anew else None

    def _find_key(self, file: "File", digest: str) -> str:
        return make_key(self.engine, file.src_uri, file.inclusion.name, digest)

    def _recall(self, file: "File", digest: str) -> tuple[str, Learned] | None:
        """Return what is kept of a page's conversion, unless it led elsewhere than it does now."""
        key = self._find_key(file, digest)
        kept = self.store.read(f"{key}.json")
        if kept is None:
            return None
        converted = Converted.load(kept)
        files = self.files.src_uris
        is_same = all(
            describe_target(files.get(path)) == target for path, target in converted.targets.items()
        )
        return (key, converted.learned) if is_same else None

    def convert_anew(self, file: "File", key: str) -> Conversion:
        """Convert a page and keep that, unless JSON can't say it."""
        if file.page is None:
            raise LookupError(f"MkDocs has no page for '{file.src_uri}'")
        page, targets = copy(file.page), TargetRecorder(self.files)
        page.__class__ = Page
        events = self.config.plugins
        with keep_log() as log:
            page.read_source(self.config)
            page.markdown = events.on_page_markdown(
                page.markdown or "", page=page, config=self.config, files=self.files
            )
            page.render(self.config, targets)  # type: ignore[arg-type] # all that it asks of them
            html = events.on_page_content(
                page.content or "", page=page, config=self.config, files=self.files
            )
        words = self.texts.pop(file.src_uri, None)
        text = json.dumps(dump_page(words)).encode() if words else b""
        converted = Converted(
            title=page._title_from_render,  # noqa: SLF001 - MkDocs tells nobody
            meta=dict(page.meta),
            toc=[write_anchor(anchor) for anchor in page.toc],
            anchors=sorted(page.present_anchor_ids or ()),
            links=list_links(page.links_to_anchors),
            targets=targets.targets,
            log=log,
            is_searched=bool(text),
        )
        dumped = converted.dump()
        if dumped is None:
            return Conversion(None, html, text)
        self.store.write(f"{key}.content", html.encode("utf-8", "surrogatepass"))
        if text:
            self.store.write(f"{key}.text", text)
        self.store.write(f"{key}.json", dumped)
        return Conversion(converted, html, text)
