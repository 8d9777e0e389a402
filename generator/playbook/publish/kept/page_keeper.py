"""MkDocs' pages, made by all processors at once, and only those that can have changed."""

import json
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

from playbook.assets import THEME
from playbook.publish.config_files import find_root
from playbook.publish.kept.fingerprint import (
    PRUNE,
    NavigationPrint,
    Unknown,
    describe,
    describe_engine,
    describe_site,
    find_own_dirs,
    has_known_parts,
)
from playbook.publish.kept.kept_page import (
    KeptPage,
    LogLine,
    keep_log,
    repeat_log,
)
from playbook.publish.kept.page_converter import PageConverter
from playbook.publish.kept.page_sources import PageSources
from playbook.publish.kept.page_store import PageStore, make_key
from playbook.publish.short_navigation import is_shortened
from playbook.site.search import PageText
from playbook.system.garbage import keep_everything
from playbook.system.progress import Progress
from playbook.system.workers import share_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from playbook.site.site import Site

MAIN = "main.html"
PARTS = ("json", "content", "text")
"""What is kept of a page's conversion: what MkDocs learns, its HTML, what a search reads of it."""


class PageKeeper:
    """Makes the pages of one build, each from what is kept of it where nothing has changed.

    `site` is what decides how the theme shows any of them.
    """

    def __init__(self, nav: "Navigation", converter: PageConverter, site: str) -> None:
        self.nav, self.converter, self.site = nav, converter, site
        self.config, self.files, self.store = converter.config, converter.files, converter.store
        self.converted = converter.convert_pages()
        self.doc_files: Sequence[File] = ()
        self.env = Environment()  # noqa: S701 - until MkDocs gives its own

    def take(self, page: Page) -> None:
        """Let MkDocs know a page as it was converted."""
        result = self.converted.pop(page.file.src_uri, None)
        if result:
            KeptPage.adopt(page, *result)

    def fill_pages(self, env: Environment) -> None:
        """Fill the theme's templates with all pages."""
        self.env = env
        self.doc_files = self.files.documentation_pages()
        own_dirs = [str(folder) for folder in find_own_dirs(self.config)]
        is_pruned = PRUNE in self.config.theme["features"] and own_dirs == [str(THEME / "site")]
        prints = NavigationPrint(self.nav, is_pruned=is_pruned, is_short=is_shortened(self.config))
        pages = [file.page for file in self.doc_files if isinstance(file.page, KeptPage)]
        for page in pages:
            page.output_key = self._describe_page(page, prints)
            page.filled = self._find_filled(page)
        missing = [page for page in pages if page.filled is None]
        results = share_out(lambda index: self._fill(missing[index]), len(missing))
        with Progress("pages written", len(missing)) as progress:
            for page, filled in zip(missing, results, strict=True):
                page.filled = filled
                progress.step()
        output = Output("")
        output.keeper = self
        for page in pages:
            page.meta = {**page.meta, "template": output}

    def repeat_log(self, page: Page) -> bool:
        """Log what was logged when a page was filled in; False for one that is filled in now."""
        if not isinstance(page, KeptPage) or page.html is not None or page.filled is None:
            return False
        repeat_log(page.filled)
        page.filled = None
        return True

    def render(self, page: KeptPage) -> str:
        """Return a page as it is written."""
        kept = self.store.read(f"{page.output_key}.html")
        if kept is not None:
            return decode(kept)
        return self._fill_in(page)[0]

    def _describe_page(self, page: KeptPage, prints: NavigationPrint) -> str:
        own = [page.key, page.url, page.abs_url, page.canonical_url, page.edit_url]
        own += [str(page.title), page.update_date, str(page.is_homepage)]
        return make_key(self.site, page.learned.ways, describe(own), prints.describe(page))

    def _find_filled(self, page: KeptPage) -> list[LogLine] | None:
        self.store.used.add(f"{page.output_key}.html")
        if not (self.store.folder / f"{page.output_key}.html").exists():
            return None
        kept = self.store.read(f"{page.output_key}.json")
        return None if kept is None else [tuple(line) for line in json.loads(kept)]

    def _fill(self, page: KeptPage) -> list[LogLine]:
        output, log = self._fill_in(page)
        self.store.write(f"{page.output_key}.html", output.encode("utf-8", "surrogatepass"))
        self.store.write(f"{page.output_key}.json", json.dumps(log).encode())
        return log

    def _fill_in(self, page: KeptPage) -> tuple[str, list[LogLine]]:
        """Return a page in the theme's template, and what is logged meanwhile."""
        page.open(*self.converter.read_page(page.file, page.key))
        page.active = True
        try:
            with keep_log() as log:
                context = get_context(self.nav, self.doc_files, self.config, page)
                template = self.env.get_template(page.learned.meta.get("template", MAIN))
                context = self.config.plugins.on_page_context(
                    context, page=page, config=self.config, nav=self.nav
                )
                output = template.render(context)
        finally:
            page.active = False
            page.close()
        return output, log


def keep_pages(
    config: "MkDocsConfig",
    files: "Files",
    nav: "Navigation",
    texts: dict[str, PageText],
    ours: "Site",
) -> PageKeeper | None:
    """Return what keeps the pages of a build, all of them converted; `ours` has those that we make.

    None where something has a hand in pages that we don't know; MkDocs then makes them itself.
    """
    if not has_known_parts(config):
        return None
    try:
        engine, site = describe_engine(config), describe_site(config)
    except Unknown:
        return None
    store = PageStore(find_root(config) / ".cache" / "playbook" / "pages")
    keep_everything()  # the process ends with this build
    sources = PageSources(store, ours)
    return PageKeeper(nav, PageConverter(config, files, sources, engine, texts), site)


class Output(Template):
    """The template of a page that is filled in already."""

    keeper: PageKeeper

    def render(self, *args: Any, **kwargs: Any) -> str:
        return self.keeper.render(dict(*args, **kwargs)["page"])


def decode(kept: bytes) -> str:
    return kept.decode("utf-8", "surrogatepass")
