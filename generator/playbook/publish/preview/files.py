"""Files and pages as MkDocs knows them, each made when it is asked for."""

from collections.abc import Callable, Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from playbook.handouts.catalogue import FOLDER
from playbook.publish.made_file import MadeFile


class PreviewFiles(Files):
    """The files of a preview; a printed sheet is found when something leads to it."""

    find_sheet: Callable[[str], File] | None = None

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.sheets: list[File] = []

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file by its path, or None."""
        file = super().get_file_from_path(path)
        if file is None and self.find_sheet and path.startswith(f"{FOLDER}/"):
            try:
                file = self.find_sheet(path)
            except LookupError:
                return None
            self.append(file)
            self.sheets.append(file)
        return file

    def forget(self) -> None:
        """Forget what was read of pages, and the sheets that were found."""
        for sheet in self.sheets:
            self.remove(sheet)
        self.sheets.clear()
        for file in self:
            if isinstance(file.page, PreviewPage):
                file.page.forget()


class PreviewPage(Page):
    """A page that is read when something of it is asked for, and not for its title alone."""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.config = config
        if isinstance(file, MadeFile) and file.site_file.title:
            self.title = escape(file.site_file.title)
        self.forget()

    def forget(self) -> None:
        """Forget what was read of it."""
        for name in ("markdown", "meta"):
            self.__dict__.pop(name, None)
        self.content, self._title_from_render = None, None
        if "title" in self.__dict__:
            self.meta = {"title": self.title}

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page; the search of a preview needs nothing of it."""
        super().read_source(config)
        self.meta["search"] = {"exclude": True}

    def __getattr__(self, name: str) -> object:
        """Read the page for what it says of itself."""
        if name not in {"markdown", "meta"}:
            raise AttributeError(name)
        self.read_source(self.config)
        return self.__dict__[name]
