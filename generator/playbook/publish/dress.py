"""What we add to a configuration of MkDocs: our theme, and what it loads."""

from typing import TYPE_CHECKING

from playbook.assets import THEME
from playbook.language import load_language
from playbook.publish.config_files import find_language
from playbook.site.bundle import STYLE, load_manifest
from playbook.site.script_messages import translate_page_messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def dress(config: "MkDocsConfig") -> None:
    """Put our theme on Material."""
    config.theme.dirs.insert(0, str(THEME / "site"))
    config.extra_css.insert(0, STYLE)
    config.extra["scripts"] = load_manifest()["scripts"]
    config.extra["words"] = translate_page_messages(load_language(find_language(config)))
