"""MkDocs' events -> the site's files."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import CombinedEvent, event_priority

from playbook.assets import THEME
from playbook.config.mkdocs_settings import read_own_settings
from playbook.config.settings import CONFIG, FILE
from playbook.content.handwritten import complete_nav
from playbook.language import load_language, use_language
from playbook.publish.clock import stop_clock
from playbook.publish.config_files import (
    find_config_file,
    find_language,
    find_root,
    make_content_file,
    replace_file,
)
from playbook.publish.draft import SiteDraft
from playbook.publish.dress import dress
from playbook.publish.guest_plugin import GuestPlugin
from playbook.publish.kept.page_keeper import PageKeeper, keep_pages
from playbook.publish.made_file import MadeFile
from playbook.publish.mkdocs_preview import answer_errors, watch_without_links
from playbook.publish.own_plugin import OwnPlugin
from playbook.publish.short_navigation import (
    is_shortened,
    settle_unlisted_pages,
    shorten_navigation,
)
from playbook.publish.site_search import MATERIAL, SiteSearch
from playbook.publish.theme_env import describe_options, keep_templates
from playbook.publish.whole_site import complete_config
from playbook.site.template_cache import TemplateCache
from playbook.system.disk_errors import explain_os_error
from playbook.system.garbage import leave_garbage
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

AFTER_SEARCH = -50
FIRST, LAST = 100, -100
log = logging.getLogger("mkdocs.plugins.playbook")


class PlaybookPlugin(OwnPlugin):  # type: ignore[no-untyped-call] # the same
    """Adds a page for every artifact below `docs_dir`; the YAML itself is not published."""

    def __init__(self) -> None:
        super().__init__()
        self.is_dirty = self.has_end = False
        self.is_whole = self.is_begun = False
        self.draft: SiteDraft | None = None
        self.add_files: Callable[[Files, MkDocsConfig], Files] | None = None
        self.docs_dir = ""
        self.search = SiteSearch()
        self.keeper: PageKeeper | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Become a guest where the site isn't ours: MkDocs then knows a guest's events alone."""
        result = super().load_config(options, config_file_path)
        if not self.config.site:
            self.__class__ = GuestPlugin  # type: ignore[assignment] # no event is known before this
        return result

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is the preview, and forget what was built before it.

        MkDocs keeps this object for all that runs in one process, and so the last good site.
        """
        self.is_preview, self.is_dirty = command == "serve", dirty
        self.draft = self.keeper = None
        self.add_files, self.has_end = None, True

    @event_priority(FIRST)
    def _keep_templates(self, config: "MkDocsConfig") -> None:
        """Before the search asks for some."""
        keep_templates(config.theme)

    def _configure(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Put our theme on Material, take out the clock, keep the letters of headings' ids."""
        stop_clock()
        complete_config(config, read_own_settings(*find_config_file(config)))
        dress(config)
        if self.has_end and not self.is_preview:
            self.draft = SiteDraft(config, is_dirty=self.is_dirty)
        return config

    on_config = CombinedEvent(_keep_templates, _configure)

    @event_priority(LAST)
    def on_pre_build(self, *, config: "MkDocsConfig") -> None:
        """Keep MkDocs from looking for files, as it would follow links and publish all."""
        self.is_begun = True
        self.docs_dir, config.docs_dir = config.docs_dir, os.devnull

    @event_priority(FIRST)
    @leave_garbage()
    def on_files(self, files: "Files", config: "MkDocsConfig") -> "Files":
        """Add the pages that we make, and those files of the content folder to be published."""
        config.docs_dir = self.docs_dir
        self.search = SiteSearch()
        if self.add_files:
            return self.add_files(files, config)
        project = self.read_content(config)
        for published in project.published:
            replace_file(files, make_content_file(published, config))
        for site_file in self.site.files:
            replace_file(files, MadeFile.of(site_file, config))
        if config.nav is None:
            config.nav = complete_nav(self.site.nav, project.library.handwritten)
        return files

    @event_priority(LAST)
    def on_nav(
        self, nav: "Navigation", /, *, config: "MkDocsConfig", files: "Files"
    ) -> "Navigation":
        """Make the pages, or take them from what the last build kept."""
        if is_shortened(config):
            settle_unlisted_pages(nav, files)
        if self.draft and not self.is_dirty:
            self.keeper = keep_pages(config, files, nav, self.search.texts, self.site)
        return nav

    def on_pre_page(self, page: "Page", /, **_: Any) -> "Page":
        """Let MkDocs take a page as it was made."""
        if self.keeper:
            self.keeper.take(page)
        return page

    def on_page_content(
        self, html: str, /, *, page: "Page", config: "MkDocsConfig", files: "Files"
    ) -> str:
        """Say of each block of a page which way it reads, and keep what the search reads of it."""
        del files
        html = mark_directions(html)
        if MATERIAL in config.plugins:
            with use_language(load_language(find_language(config))):
                self.search.keep_page(html, page)
        return html

    def on_env(self, env: "Environment", /, *, config: "MkDocsConfig", files: "Files") -> None:
        """Compile the theme's templates once for all builds."""
        del config, files
        env.bytecode_cache = TemplateCache(describe_options(env))
        if self.keeper:
            self.keeper.fill_pages(env)

    def on_page_context(
        self, context: "TemplateContext", /, *, page: "Page", config: "MkDocsConfig", **_: Any
    ) -> "TemplateContext":
        """Cut long sections of the navigation short; repeat what was logged of a kept page."""
        is_kept = self.keeper and self.keeper.repeat_log(page)
        if not is_kept and is_shortened(config):
            with use_language(load_language(find_language(config))):
                context["nav"] = shorten_navigation(context["nav"], page)
        return context

    @event_priority(AFTER_SEARCH)
    def on_post_build(self, *, config: "MkDocsConfig") -> None:
        """Write the search in the place of Material's."""
        if MATERIAL in config.plugins:
            converter = self.keeper.converter if self.keeper else None
            self.search.write(Path(config.site_dir), self.site, find_language(config), converter)
        self.is_whole = True

    def on_build_error(self, *, error: Exception) -> None:
        """Keep the last site; what is wrong with the disk is said in one line."""
        self.is_whole = False
        if isinstance(error, OSError) and (answer := explain_os_error(error)):
            raise PluginError(answer) from error

    def on_shutdown(self) -> None:
        """Put the site in its place.

        Only here has nothing failed, not even what MkDocs counts when it is strict.
        """
        if self.keeper:
            self.keeper.store.close(is_whole=self.is_whole)
        if self.draft:
            try:
                self.draft.close(is_whole=self.is_whole)
            except OSError as error:
                raise PluginError(explain_os_error(error) or str(error)) from error

    def on_serve(
        self,
        server: "LiveReloadServer",
        /,
        *,
        config: "MkDocsConfig",
        builder: "Callable[..., None]",
    ) -> "LiveReloadServer":
        """Let the preview see edits to the settings and the theme, too."""
        del builder
        root = find_root(config)
        watch_without_links(server)
        for folder in (root / FILE.parent, THEME):
            if folder.is_dir():
                server.watch(str(folder))
        build = server.builder

        def rebuild() -> None:
            self.is_begun = False
            build()

        server.builder = answer_errors(rebuild, lambda: self.is_begun, root)
        return server


def find_whole_plugin(config: "MkDocsConfig") -> PlaybookPlugin:
    """Return our plugin in a site that is ours; raises ConfigurationError where it isn't."""
    plugin = find_plugin(config)
    if not isinstance(plugin, PlaybookPlugin):
        raise ConfigurationError(
            "this site isn't all playbook's: write 'site: true' below 'playbook:'"
        )
    return plugin


def find_plugin(config: "MkDocsConfig") -> OwnPlugin:
    """Return our plugin as MkDocs has set it up; raises ConfigurationError when it has not."""
    for plugin in config.plugins.values():
        if isinstance(plugin, OwnPlugin):
            return plugin
    raise ConfigurationError(f"{CONFIG} lacks our plugin: write '- playbook' below 'plugins:'")
