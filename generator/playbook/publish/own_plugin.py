"""What our plugin does of a project's content in its own site and in someone else's."""

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from playbook.config.settings import is_request_for_public
from playbook.drawing.cache import PictureCache
from playbook.library.kept_records import KeptRecords
from playbook.project import RECORDS, VALUES, Project, load_project
from playbook.publish.config_files import find_language, find_place, find_root
from playbook.publish.log import count_advice, log_problems
from playbook.publish.mkdocs_config import find_excluded
from playbook.publish.options import PlaybookConfig
from playbook.site.site import Site, make_site, show_problems
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Severity, is_breaking
from playbook.starter.unreplaced import describe_unreplaced, find_unreplaced
from playbook.text.english import counted

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.playbook")
shared_log = logging.getLogger("mkdocs.plugins")
"""For what `playbook build`, which shows warnings of others alone, says in words of its own."""


class OwnPlugin(BasePlugin[PlaybookConfig]):  # type: ignore[no-untyped-call] # MkDocs has no types
    """Reads the content, and knows the site that was last made from it."""

    def __init__(self) -> None:
        self.is_preview = False
        self.is_public = False
        self.is_strict = False
        """Whether advice breaks a build even in a site that isn't ours."""
        self.site = Site()
        self.project: Project | None = None
        """What was read last."""

    def read_content(self, config: "MkDocsConfig") -> Project:
        """Read the content and take its site; raises PluginError for what no site is made of.

        In a site that isn't ours advice is counted and not shown, as its owner may be strict: it is
        for who writes the YAML, and `check` is where they look for it.
        """
        root, place = find_root(config), find_place(config, self.config)
        if place.is_guest and not place.content.is_dir():
            raise PluginError(place.explain_missing(root))
        public = self.is_public or is_request_for_public(config.extra.get("public"))
        values = KeptValues(root / VALUES)
        records = KeptRecords(root / RECORDS, values)
        self.project = project = load_project(root, place, public=public, steps=records.steps)
        if unreplaced := list(find_unreplaced(root, project.library, project.settings)):
            shared_log.info("%s", describe_unreplaced(unreplaced))
        values.sweep()
        records.save()
        problems = sorted([*project.problems, *find_excluded(config, project.library, place)])
        is_quiet = place.is_guest and not self.is_strict
        is_strict = config.strict and not is_quiet
        say = count_advice if is_quiet else log_problems
        say(problems)
        if not is_breaking(problems, strict=is_strict):
            site = make_site(
                project.library,
                project.settings.with_language(find_language(config)),
                PictureCache(root / ".cache" / "playbook"),
                directory_urls=config.use_directory_urls,
            )
            say(site.problems)
            if self.is_preview:
                for site_file in site.files:
                    # Made now, so that the last good site stands where this one can't be made.
                    _ = site_file.content
            self.site = site
        elif self.is_preview:
            self.site = show_problems(self.site, project.library, problems)
        else:
            count = sum(is_strict or problem.severity is Severity.ERROR for problem in problems)
            them = "it" if count == 1 else "them"
            raise PluginError(
                f"{counted(count, 'problem')} in the content: fix {them}, then build again"
            )
        return project
