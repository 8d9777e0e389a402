"""A project's folder -> the files of its preview."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.config.settings import is_request_for_public
from playbook.content.handwritten import complete_nav
from playbook.drawing.cache import PictureCache
from playbook.language import use_language
from playbook.library.steps import Steps
from playbook.project import load_project
from playbook.publish.config_files import (
    find_language,
    find_root,
    make_content_file,
    replace_file,
)
from playbook.publish.kept_entries import KeptEntries
from playbook.publish.made_file import MadeFile
from playbook.publish.mkdocs_config import find_excluded
from playbook.publish.preview import log_problems
from playbook.publish.preview_files import PreviewFiles
from playbook.site.site import Site, make_site
from playbook.source.problem import Problem, is_breaking

if TYPE_CHECKING:
    from playbook.library.library import Library


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
        for entry in library.entries.values():
            before.update(self.entries.recall(entry, library.weights) or ())
            after.update(self.entries.judge_anew(entry, library.weights, library))
            yield False
        if before != after:
            self.set_problems({*self.problems} - before | after)
            yield True

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the files of the site, none of them made yet, and those of the content folder."""
        root, content = find_root(config), Path(config.docs_dir)
        project = load_project(
            root,
            content,
            public=is_request_for_public(config.extra.get("public")),
            steps=Steps(self.entries.read, self.entries.judge),
        )
        self.entries.forget_all_but(project.unredacted.inventory.artifacts)
        self.path, self.is_strict, self.library = content, config.strict, project.unredacted
        self.set_problems([*project.problems, *find_excluded(config, project.library)])
        try:
            site = make_site(
                project.library,
                project.settings.with_language(find_language(config)),
                PictureCache(root / ".cache" / "playbook"),
                directory_urls=config.use_directory_urls,
                on_demand=True,
            )
            _ = site.files
            self.site = site
        except Exception:
            if not self.breaking:  # a site of what has mistakes is tried all the same
                raise
        for published in project.published:
            replace_file(files, make_content_file(published, config))
            self.sources[published.path] = published.source
        for site_file in self.site.files:
            if site_file.source:
                self.sources[site_file.path] = site_file.source
            replace_file(files, MadeFile.of(site_file, config))
        if isinstance(files, PreviewFiles) and self.site.find_sheet:
            files.find_sheet = partial(find_sheet, self.site, config)
        if config.nav is None:
            config.nav = complete_nav(self.site.nav, project.library.handwritten)
        return files


def find_sheet(site: Site, config: MkDocsConfig, path: str) -> File:
    """Return the printed sheet at a path; raises LookupError where there is none."""
    if site.find_sheet is None:
        raise LookupError(path)
    with use_language(site.language):
        return MadeFile.of(site.find_sheet(path), config)
