"""What we add to a configuration of MkDocs: our theme, what it loads, and how Markdown is read."""

from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify_unicode

from playbook.assets import THEME
from playbook.language import load_language
from playbook.publish.config_files import find_language
from playbook.site.bundle import STYLE, load_manifest
from playbook.site.script_messages import translate_page_messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

EXTENSIONS = ("attr_list", "md_in_html", "tables")
"""What our pages are written in, whether the project names it or not."""


def dress(config: "MkDocsConfig") -> None:
    """Put our theme on Material, and keep the letters of headings' ids."""
    config.theme.dirs.insert(0, str(THEME / "site"))
    config.markdown_extensions += [
        name for name in EXTENSIONS if name not in config.markdown_extensions
    ]
    config.extra_css.insert(0, STYLE)
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    config.extra["scripts"] = load_manifest()["scripts"]
    config.extra["words"] = translate_page_messages(load_language(find_language(config)))
