"""MkDocs' build -> a site that is whole or untouched, by which command it was started."""

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from playbook.config.settings import CONFIG
from playbook.system.atomic_swap import Draft
from playbook.system.output_folder import Unusable, is_site, resolve_target

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.playbook")


class SiteDraft:
    """The folder that MkDocs builds in, in place of the site's own, until the build is over."""

    def __init__(self, config: "MkDocsConfig", *, is_dirty: bool) -> None:
        """Open a draft; a dirty build renews some of the old site, and so begins with all of it."""
        self.config, self.site_dir = config, config.site_dir
        root = Path(config.config_file_path or CONFIG).resolve().parent
        try:
            place = resolve_target(Path(config.site_dir), root, Path(config.docs_dir), is_site)
        except Unusable as error:
            raise PluginError(f"'site_dir' in {CONFIG}: {error}") from error
        self.draft = Draft(
            place, lambda: log.info("another build is running: waiting for it to end")
        )
        self.draft.open()
        config.site_dir = str(self.draft.folder)
        if is_dirty and place.is_dir():
            shutil.copytree(place, config.site_dir, dirs_exist_ok=True)

    def close(self, *, is_whole: bool) -> None:
        """Put a whole draft in the place of the site, and delete any other."""
        try:
            if is_whole:
                self.draft.put_in_place()
        finally:
            self.draft.close()
            self.config.site_dir = self.site_dir
