"""Files and pages as MkDocs knows them, each made when it is asked for."""

from collections.abc import Callable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from playbook.handouts.catalogue import FOLDER
from playbook.publish.made_file import MadeFile


class PreviewFiles(Files):
    """The files of a preview; a printed sheet is found when something leads to it."""

    find_sheet: Callable[[str], File] | None = None

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file by its path, or None."""
        file = super().get_file_from_path(path)
        if file is None and self.find_sheet and path.startswith(f"{FOLDER}/"):
            try:
                file = self.find_sheet(path)
            except LookupError:
                return None
            self.append(file)
        return file


class PreviewPage(Page):
    """A page that is read when something of it is asked for, and not for its title alone."""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.config = config
        del self.markdown, self.meta
        if isinstance(file, MadeFile) and file.site_file.title:
            self.title = escape(file.site_file.title)
            self.meta = {"title": self.title}

    def __getattr__(self, name: str) -> object:
        """Read the page for what it says of itself."""
        if name not in {"markdown", "meta"}:
            raise AttributeError(name)
        self.read_source(self.config)
        return self.__dict__[name]
