"""A project -> its site as MkDocs knows it, whose pages are made when they are asked for."""

import posixpath
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import _build_template, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from playbook.config.settings import CONFIG
from playbook.language import use_language
from playbook.publish.kept.fingerprint import has_known_parts
from playbook.publish.made_file import MadeFile
from playbook.publish.mkdocs_config import find_config_problems
from playbook.publish.plugin import find_whole_plugin
from playbook.publish.preview.content import PreviewContent
from playbook.publish.preview.files import PreviewFiles, PreviewPage
from playbook.site.search import sketch_pages
from playbook.site.search_parts import FOLDER, make_search_files
from playbook.source.problem import Problem

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

SHOWN = InclusionLevel.is_in_serve
HOME = "index.html"


class Unusable(Exception):
    """The configuration can't be used; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(CONFIG)
        self.problems = problems


class PreviewSite:
    """What MkDocs has read of a site, up to its navigation. Not for two threads at once."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: PreviewFiles,
        nav: Navigation,
        env: "Environment",
        content: PreviewContent,
    ) -> None:
        self.site, self.shape = content.site, content.shape
        self.config, self.files, self.nav, self.env = config, files, nav, env
        self.mount = find_mount(config)
        self.pages = files.documentation_pages(inclusion=SHOWN)
        self.by_path = {
            file.dest_uri: file
            for file in files
            if SHOWN(file.inclusion)  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
        }

    def locate(self, url: str) -> str | None:
        """Return the path of the file at an address of the server, or None outside the site."""
        if not url.startswith(self.mount):
            return None
        path = url.removeprefix(self.mount)
        if not path or path.endswith("/"):
            path += HOME
        return posixpath.normpath(path)

    def find(self, path: str) -> "File | None":
        """Return the file that is published at a path; a sheet is known once it is asked for."""
        return self.by_path.get(path) or self.files.get_file_from_path(path)

    def make(self, path: str) -> bytes | None:
        """Return the content of what is at a path, or None where there is nothing."""
        file = self.find(path)
        if file is not None and file.page is not None:
            return self.make_page(file.page).encode(errors="xmlcharrefreplace")
        if file is not None:
            return file.content_bytes
        if path in self.config.theme.static_templates:
            return self.make_template(path)
        if path.startswith(f"{FOLDER}/") and path in self.search_files:
            return self.search_files[path].encode()
        return None

    def make_template(self, name: str) -> bytes:
        """Return a page that is a template of the theme alone, such as that for a lost reader."""
        template = self.env.get_template(name)
        return _build_template(name, template, self.files, self.config, self.nav).encode()

    @cached_property
    def search_files(self) -> dict[str, str]:
        """A search of titles and of what artifacts say, for which no page has to be made."""
        titles = {
            file.src_uri: (file.url, unescape(str(file.page and file.page.title)))
            for file in self.pages
            if not isinstance(file, MadeFile) or file.site_file.title
        }
        with use_language(self.site.language):
            texts = sketch_pages(titles, self.site.pieces)
        return make_search_files(texts.values(), self.site.also, self.site.language.code)

    def make_page(self, page: "Page") -> str:
        """Return a page as MkDocs makes it."""
        config = self.config
        config._current_page = page  # noqa: SLF001 - as MkDocs does, for its plugins
        page.active = True
        try:
            self.read_page(page)
            context = get_context(self.nav, self.pages, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=self.nav
            )
            return config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
            config._current_page = None  # noqa: SLF001

    def read_page(self, page: "Page") -> None:
        """Read a page and make its HTML, as MkDocs does, which would log on its own what fails."""
        config, files, plugins = self.config, self.files, self.config.plugins
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )


def load_site(
    root: Path, origin: str, content: PreviewContent, old: PreviewSite | None = None
) -> PreviewSite:
    """Read the project at `root`, as the site to be seen at `origin`; raises Unusable.

    `old` is the site as it was, where nothing has changed since but artifacts and pages: of that
    is kept what they don't decide.
    """
    if old and is_still_usable(old.config):
        content.read(old.config)
        if content.shape == old.shape:
            content.renew_files(old.files, old.config)
            return PreviewSite(old.config, old.files, old.nav, old.env, content)
        config, env = old.config, old.env
    else:
        config = configure(root, origin)
        content.is_own_nav = config.nav is None
        content.read(config)
        env = None
    plugin = find_whole_plugin(config)
    plugin.add_files = content.add_files
    config.plugins.on_pre_build(config=config)
    env_of_files = env or config.theme.get_env()
    files = PreviewFiles([])
    files.add_files_from_theme(env_of_files, config)
    config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    for file in files.documentation_pages(inclusion=SHOWN):
        PreviewPage(file, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    if env is None:
        env = config.plugins.on_env(env_of_files, config=config, files=files)
    return PreviewSite(config, files, nav, env, content)


def configure(root: Path, origin: str) -> MkDocsConfig:
    """Return the configuration of the project at `root`, for the preview; raises Unusable."""
    if problems := find_config_problems(root):
        raise Unusable(problems)
    config = load_config(str(root / CONFIG))
    config.extra["on_demand"] = True
    config.site_url = f"{origin}{find_mount(config)}"
    if find_whole_plugin(config).add_files is None:
        config.plugins.on_startup(command="serve", dirty=False)
    return config.plugins.on_config(config)


def is_still_usable(config: MkDocsConfig) -> bool:
    """Whether a configuration that was used once can be used again.

    What we don't know may want to see each of its events again.
    """
    return has_known_parts(config) and Path(config.docs_dir).is_dir()


def find_mount(config: MkDocsConfig) -> str:
    """Return the path at which the site begins, with a slash at both ends."""
    return f"/{urlsplit(config.site_url or '').path.strip('/')}/".replace("//", "/")
