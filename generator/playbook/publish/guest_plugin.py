"""MkDocs' events -> our pages in someone's site."""

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from playbook.config.settings import FILE
from playbook.publish.config_files import find_place, find_root
from playbook.publish.guest import Guest, is_ours
from playbook.publish.guest_content import fit_content
from playbook.publish.guest_languages import place_in_language
from playbook.publish.guest_nav import close_sections, name_sections
from playbook.publish.mkdocs_preview import answer_errors
from playbook.publish.own_plugin import OwnPlugin
from playbook.text.html_direction import mark_directions

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

FIRST, LAST = 100, -100
TRANSLATOR = "i18n"
"""mkdocs-static-i18n, which drops every page that doesn't lie on the disk."""


class GuestPlugin(OwnPlugin):  # type: ignore[no-untyped-call] # the same
    """Adds a page for every artifact in one folder, and leaves all other pages as they are."""

    guest: Guest
    is_begun = False
    """Whether a build got past its settings."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is MkDocs' preview, for which this object is then kept."""
        del dirty
        self.is_preview = command == "serve"

    def on_pre_build(self, **_: Any) -> None:
        """Note that the settings could be read."""
        self.is_begun = True

    @event_priority(FIRST)
    def _add_first(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Add our pages before any other plugin looks at what there is."""
        return files if TRANSLATOR in config.plugins else self._add(files, config)

    @event_priority(LAST - 1)
    def _add_last(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Add them behind a plugin that takes apart the files on the disk, once a language."""
        if TRANSLATOR not in config.plugins:
            return files
        self._add(files, config)
        place_in_language(files, config.plugins[TRANSLATOR])
        return files

    on_files = CombinedEvent(_add_first, _add_last)

    def _add(self, files: "Files", config: "MkDocsConfig") -> "Files":
        project = self.read_content(config)
        self.guest = Guest(find_place(config, self.config))
        self.guest.add_files(files, config, project, self.site)
        return files

    @event_priority(LAST)
    def on_nav(self, nav: "Navigation", /, **_: Any) -> "Navigation":
        """Call our sections what they are, where another plugin made them from folders."""
        name_sections(nav.items, self.guest.titles)
        return nav

    def on_pre_page(self, page: "Page", /, *, config: "MkDocsConfig", **_: Any) -> "Page":
        """Let our pages be read as they are written, whatever extensions theirs use."""
        if is_ours(page.file):
            self.guest.read_alone(page, config)
        return page

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, /, *, page: "Page", **_: Any) -> str:
        """Say what other plugins are to know of our pages."""
        if is_ours(page.file):
            self.guest.describe_page(page)
        return markdown

    def on_page_content(self, html: str, /, *, page: "Page", **_: Any) -> str:
        """Say of each block of our pages which way it reads; let their site read the page."""
        return fit_content(mark_directions(html)) if is_ours(page.file) else html

    def on_env(
        self, env: "Environment", /, *, config: "MkDocsConfig", files: "Files"
    ) -> "Environment":
        """Give our pages a template of their own."""
        self.guest.dress_pages(env, config, files)
        return env

    def on_page_context(
        self, context: "TemplateContext", /, *, page: "Page", **_: Any
    ) -> "TemplateContext":
        """List long sections of ours only on the pages in them."""
        context["nav"] = close_sections(context["nav"], page)
        return context

    @event_priority(LAST)
    def on_post_page(self, output: str, /, *, page: "Page", **_: Any) -> str:
        """Put our policy on our pages; MkDocs' preview goes without, for its reloading."""
        is_guarded = is_ours(page.file) and not self.is_preview
        return self.guest.guard(output, page) if is_guarded else output

    def on_serve(
        self,
        server: "LiveReloadServer",
        /,
        *,
        config: "MkDocsConfig",
        builder: "Callable[..., None]",
    ) -> "LiveReloadServer":
        """Let MkDocs' preview see edits to our settings, and outlive what is wrong meanwhile."""
        del builder
        root = find_root(config)
        if (root / FILE.parent).is_dir():
            server.watch(str(root / FILE.parent))
        build = server.builder

        def rebuild() -> None:
            self.is_begun = False
            build()

        server.builder = answer_errors(rebuild, lambda: self.is_begun, root)
        return server
