"""A project's folder -> the files of its preview."""

import logging
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.config.place import find_place
from playbook.config.settings import is_request_for_public
from playbook.content.handwritten import Nav, complete_nav
from playbook.drawing.cache import PictureCache
from playbook.language import use_language
from playbook.library.steps import Steps
from playbook.project import VALUES, load_project
from playbook.publish.config_files import (
    find_language,
    find_root,
    make_content_file,
    replace_file,
)
from playbook.publish.log import explain_error, log_problems
from playbook.publish.made_file import MadeFile
from playbook.publish.mkdocs_config import find_excluded
from playbook.publish.preview.files import PreviewFiles
from playbook.publish.preview.kept_entries import KeptEntries
from playbook.site.site import Site, make_site
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Problem, is_breaking

if TYPE_CHECKING:
    from playbook.library.library import Library
    from playbook.site.publication import ContentFile


log = logging.getLogger("mkdocs.plugins.playbook")


class PreviewContent:
    """What can be shown of a project, and what is wrong with the rest."""

    def __init__(self) -> None:
        self.site = Site()
        self.path = Path()
        self.is_strict = False
        self.library: Library | None = None
        self.entries = KeptEntries()
        self.problems: list[Problem] = []
        self.breaking: list[Problem] = []
        """Those of them with which there would be no build."""
        self.sources: dict[str, Path] = {}
        """The file to edit to change a page, by the page's path."""
        self.cache = PictureCache(None)
        self.is_full_disk_known = False
        self.published: tuple[ContentFile, ...] = ()
        self.nav: Nav = []
        self.is_own_nav = False
        """Whether the configuration leaves the navigation to us."""

    def set_problems(self, problems: Iterable[Problem]) -> None:
        """Take these for all that is wrong, and log what was not wrong before."""
        known, self.problems = {*self.problems}, sorted(problems)
        log_problems(problem for problem in self.problems if problem not in known)
        self.breaking = [
            problem for problem in self.problems if is_breaking([problem], strict=self.is_strict)
        ]

    def judge_anew(self) -> Iterator[bool]:
        """Apply the rules to all artifacts, since each may ask for others that have changed.

        Yields after each, and at the end whether that makes a difference.
        """
        library, before, after = self.library, set[Problem](), set[Problem]()
        if library is None:
            return
        for entry in library.own_entries:
            before.update(self.entries.recall(entry, library.weights) or ())
            after.update(self.entries.judge_anew(entry, library.weights, library))
            yield False
        if before != after:
            self.set_problems({*self.problems} - before | after)
            yield True

    def read(self, config: MkDocsConfig) -> None:
        """Read the content anew, what has changed of it, and work out the files of its site."""
        root, content = find_root(config), Path(config.docs_dir)
        self.entries.kept = KeptValues(root / VALUES)
        project = load_project(
            root,
            find_place(root),
            public=is_request_for_public(config.extra.get("public")),
            steps=Steps(self.entries.read, self.entries.judge),
        )
        self.entries.forget_all_but(project.unredacted.list_files())
        self.path, self.is_strict, self.library = content, config.strict, project.unredacted
        problems = self.entries.leave_out_stale(
            project.problems, project.unredacted.inventory.problems
        )
        self.set_problems([*problems, *find_excluded(config, project.library)])
        self.published = project.published
        self.cache = PictureCache(root / ".cache" / "playbook")
        try:
            site = make_site(
                project.library,
                project.settings.with_language(find_language(config)),
                self.cache,
                directory_urls=config.use_directory_urls,
                on_demand=True,
            )
            _ = site.files
            self.site = site
        except Exception:
            if not self.breaking:  # a site of what has mistakes is tried all the same
                raise
        self.nav = complete_nav(self.site.nav, project.library.handwritten)
        self.sources = {file.path: file.source for file in self.published} | {
            file.path: file.source for file in self.site.files if file.source
        }

    def report_unkept(self) -> None:
        """Say once that what is made can't be kept, and why."""
        if self.cache.fault and not self.is_full_disk_known:
            self.is_full_disk_known = True
            reason = explain_error(self.cache.fault)
            log.warning(
                "Pictures and sheets are made anew each time, as none can be kept: %s", reason
            )

    @property
    def shape(self) -> tuple[Any, ...]:
        """All that MkDocs knows of the files before one is made."""
        made = [(file.path, file.title, file.source) for file in self.site.files]
        return self.published, made, self.nav

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the files of the site, none of them made yet, and those of the content folder."""
        for published in self.published:
            replace_file(files, make_content_file(published, config))
        for site_file in self.site.files:
            replace_file(files, MadeFile.of(site_file, config))
        if isinstance(files, PreviewFiles) and self.site.find_sheet:
            files.find_sheet = partial(find_sheet, self.site, config)
        if self.is_own_nav:
            config.nav = self.nav
        return files

    def renew_files(self, files: PreviewFiles, config: MkDocsConfig) -> None:
        """Let the files of a site of the same shape be made from what was read last."""
        files.forget()
        for site_file in self.site.files:
            file = files.get_file_from_path(site_file.path)
            if isinstance(file, MadeFile):
                file.site_file = site_file
        if self.site.find_sheet:
            files.find_sheet = partial(find_sheet, self.site, config)


def find_sheet(site: Site, config: MkDocsConfig, path: str) -> File:
    """Return the printed sheet at a path; raises LookupError where there is none."""
    if site.find_sheet is None:
        raise LookupError(path)
    with use_language(site.language):
        return MadeFile.of(site.find_sheet(path), config)
