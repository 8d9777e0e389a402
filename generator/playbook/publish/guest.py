"""Our pages in someone's site, whose other pages stay as MkDocs makes them."""

import logging
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.structure.files import InclusionLevel

from playbook.assets import THEME
from playbook.config.place import Place
from playbook.content.handwritten import complete_nav, flatten_nav
from playbook.language import load_language
from playbook.publish.config_files import find_language, make_content_file, replace_file
from playbook.publish.guest_nav import expand_nav, list_titles, move_nav
from playbook.publish.guest_policy import guard_page
from playbook.publish.made_file import MadeFile
from playbook.publish.whole_site import EXTENSIONS, TOC
from playbook.site.bundle import list_scripts
from playbook.site.script_messages import translate_page_messages
from playbook.site.site_file import SiteFile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from playbook.project import Project
    from playbook.site.site import Site

TEMPLATE = "playbook/guest.html"
BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs itself adds."""
OTHERS_MAY_SET = ("permalink", "permalink_title", "permalink_class", "permalink_leading")
"""How a heading links to itself, which looks the same on all pages of a site."""
ARRIVE = "assets/arrive.js"
SOCIAL = "material/social"
INSTANT = "navigation.instant"
log = logging.getLogger("mkdocs.plugins.playbook")


class Guest:
    """The pages of one build."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.report_url = ""
        self.titles: dict[str, str] = {}
        """What our sections are called, by their folders."""
        self.own_config: MkDocsConfig | None = None

    def add_files(
        self, files: "Files", config: "MkDocsConfig", project: "Project", site: "Site"
    ) -> None:
        """Put our pages among theirs, in the place of the YAML; offer them to the navigation."""
        place, is_public = self.place, project.settings.extra.public
        self.report_url = project.settings.extra.report_url
        inventory = project.unredacted.inventory
        ours = {place.locate(inventory.get_path(file)) for file in inventory.artifacts}
        for file in list(files):
            if file.src_uri in ours or (is_public and place.holds(file.src_uri)):
                files.remove(file)
        for published in project.published:
            if is_public or published.text is not None:
                replace_file(files, make_content_file(published, config, place))
        arrive = SiteFile(ARRIVE, (THEME / "guest" / "arrive.js").read_bytes)
        for site_file in (*site.files, arrive):
            replace_file(files, MadeFile.of(site_file, config, place))
        self._offer_pages(files, config, project, site)

    def _offer_pages(
        self, files: "Files", config: "MkDocsConfig", project: "Project", site: "Site"
    ) -> None:
        own = move_nav(complete_nav(site.nav, project.library.handwritten), self.place)
        self.titles = dict(list_titles(own))
        listed = {*flatten_nav(own)}
        if config.nav is not None:
            config.nav = expand_nav(config.nav, self.place, own)
            listed = {*flatten_nav(config.nav)}
            if not any(map(self.place.holds, listed)):
                log.info(
                    "No entry of 'nav:' leads to the pages in '%s/': add '- Discovery: %s/' to it",
                    self.place.folder,
                    self.place.folder,
                )
        for file in files.documentation_pages():
            if isinstance(file, MadeFile) and file.src_uri not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV

    def read_alone(self, page: "Page", config: "MkDocsConfig") -> None:
        """Let a page be read with the extensions that it is written for, and no others."""
        render = page.render
        own = self.own_config = self.own_config or make_own_config(config)

        def render_alone(config: "MkDocsConfig", files: "Files") -> None:
            del config
            render(own, files)

        page.render = render_alone  # type: ignore[method-assign] # MkDocs has no event for it

    def describe_page(self, page: "Page") -> None:
        """Say of a page what is so in their site; other plugins may add up tags, or run macros."""
        meta = page.meta
        meta.pop("tags", None)
        meta["render_macros"] = False
        if "title" in meta:
            meta["title"] = Markup(meta["title"])  # noqa: S704 - it is HTML, and a theme may escape it
        for key in ("source", "preview"):
            if meta.get(key):
                meta[key] = self.place.locate(meta[key])

    def dress_pages(self, env: Environment, config: "MkDocsConfig", files: "Files") -> None:
        """Put our styles and scripts on our pages, in templates that extend theirs."""
        if env.loader is None:
            return
        own = env.overlay(loader=ChoiceLoader([env.loader, FileSystemLoader(THEME / "site")]))
        values = {
            "assets": self.place.locate("assets/"),
            "list_scripts": list_guest_scripts,
            "words": translate_page_messages(load_language(find_language(config))),
            "report_url": self.report_url,
            "is_shared": SOCIAL not in config.plugins,
            "is_instant": INSTANT in config.theme.get("features", ()),
        }
        template = own.get_template(TEMPLATE, globals={"playbook": values})
        for file in files:
            if is_ours(file) and file.page is not None:
                file.page.meta["template"] = template

    def guard(self, output: str, page: "Page") -> str:
        """Return one of our pages with our policy."""
        return guard_page(output, page.content or "")


def is_ours(file: "File") -> bool:
    """Whether a file is made from YAML."""
    return isinstance(file, MadeFile)


def make_own_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Return a configuration in which Markdown is read as our pages are written."""
    own = copy(config)
    theirs: Mapping[str, Any] = config.mdx_configs.get("toc") or {}
    own["markdown_extensions"] = [*BUILT_IN, *(name for name in EXTENSIONS if name not in BUILT_IN)]
    own["mdx_configs"] = {
        "toc": {
            "slugify": TOC["slugify"],
            **{key: theirs[key] for key in OTHERS_MAY_SET if key in theirs},
        }
    }
    return own


def list_guest_scripts(content: str | None) -> Iterable[str]:
    """Yield the scripts that a page loads; the site's own search stays."""
    return (name for name in list_scripts(content or "") if name != "search-open")
