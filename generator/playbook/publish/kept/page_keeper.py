"""MkDocs' pages, made by all processors at once, and only those that can have changed."""

import json
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

from playbook.assets import THEME
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
    Converted,
    KeptPage,
    LogLine,
    TargetRecorder,
    describe_target,
    keep_log,
    list_links,
    repeat_log,
    write_anchor,
)
from playbook.publish.kept.page_store import PageStore, make_key
from playbook.system.progress import Progress
from playbook.system.workers import share_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

MAIN = "main.html"


class PageKeeper:
    """Makes the pages of one build, each from what is kept of it where nothing has changed.

    Raises Unknown where something has a hand in pages of which we don't know what it depends on.
    """

    def __init__(
        self, config: "MkDocsConfig", files: "Files", nav: "Navigation", root: Path
    ) -> None:
        if not has_known_parts(config):
            raise Unknown("a plugin, a hook or an extension")
        self.config, self.files, self.nav = config, files, nav
        self.engine, self.site = describe_engine(config), describe_site(config)
        self.store = PageStore(root / ".cache" / "playbook" / "pages")
        self.doc_files: Sequence[File] = ()
        self.env = Environment()  # noqa: S701 - until MkDocs gives its own
        self.converted: dict[str, tuple[str, Converted]] = {}

    def convert_pages(self) -> None:
        """Turn the Markdown of all pages into HTML."""
        files = [file for file in self.files.documentation_pages() if isinstance(file.page, Page)]
        results = share_out(lambda index: self._convert(files[index]), len(files))
        with Progress("pages read", len(files)) as progress:
            for file, result in zip(files, results, strict=True):
                if result:
                    self.converted[file.src_uri] = result
                    self.store.used |= {f"{result[0]}.json", f"{result[0]}.content"}
                progress.step()

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
        prints = NavigationPrint(self.nav, is_pruned=is_pruned)
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

    def repeat_log(self, page: Page) -> None:
        """Log what was logged when a page was filled in."""
        if not isinstance(page, KeptPage) or page.html is not None or page.filled is None:
            return
        repeat_log(page.filled)
        page.filled = None

    def render(self, page: KeptPage) -> str:
        """Return a page as it is written."""
        kept = self.store.read(f"{page.output_key}.html")
        if kept is not None:
            return decode(kept)
        return self._fill_in(page)[0]

    def _convert(self, file: "File") -> tuple[str, Converted] | None:
        """Return what is kept of a page's conversion, after converting it where nothing is."""
        source = file.content_string
        key = make_key(self.engine, file.src_uri, file.inclusion.name, source)
        kept = self.store.read(f"{key}.json")
        if kept is not None:
            converted = Converted.load(kept)
            if all(
                describe_target(self.files.src_uris.get(path)) == target
                for path, target in converted.targets.items()
            ):
                return key, converted
        anew = self._convert_anew(file, key)[0]
        return (key, anew) if anew else None

    def _convert_anew(self, file: "File", key: str) -> tuple[Converted | None, str]:
        """Return what is kept of a page, unless JSON can't say it, and its HTML."""
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
        converted = Converted(
            page._title_from_render,  # noqa: SLF001 - MkDocs tells nobody
            dict(page.meta),
            [write_anchor(anchor) for anchor in page.toc],
            sorted(page.present_anchor_ids or ()),
            list_links(page.links_to_anchors),
            targets.targets,
            log,
        )
        text = converted.dump()
        if text is None:
            return None, html
        self.store.write(f"{key}.content", html.encode("utf-8", "surrogatepass"))
        self.store.write(f"{key}.json", text)
        return converted, html

    def _describe_page(self, page: KeptPage, prints: NavigationPrint) -> str:
        own = [page.key, page.url, page.abs_url, page.canonical_url, page.edit_url]
        own += [str(page.title), page.update_date, str(page.is_homepage)]
        targets = sorted(page.converted.targets.items(), key=lambda item: item[0])
        return make_key(self.site, describe([own, targets]), prints.describe(page))

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
        kept = self.store.read(f"{page.key}.content")
        html = self._convert_anew(page.file, page.key)[1] if kept is None else decode(kept)
        page.open(html)
        page.active = True
        try:
            with keep_log() as log:
                context = get_context(self.nav, self.doc_files, self.config, page)
                template = self.env.get_template(page.converted.meta.get("template", MAIN))
                context = self.config.plugins.on_page_context(
                    context, page=page, config=self.config, nav=self.nav
                )
                output = template.render(context)
        finally:
            page.active = False
            page.close()
        return output, log


def keep_pages(
    config: "MkDocsConfig", files: "Files", nav: "Navigation", root: Path
) -> PageKeeper | None:
    """Return what keeps the pages of a build, all of them converted.

    None where something has a hand in pages that we don't know; MkDocs then makes them itself.
    """
    try:
        keeper = PageKeeper(config, files, nav, root)
    except Unknown:
        return None
    keeper.convert_pages()
    return keeper


class Output(Template):
    """The template of a page that is filled in already."""

    keeper: PageKeeper

    def render(self, *args: Any, **kwargs: Any) -> str:
        return self.keeper.render(dict(*args, **kwargs)["page"])


def decode(kept: bytes) -> str:
    return kept.decode("utf-8", "surrogatepass")
