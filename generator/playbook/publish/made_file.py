"""A file of the site as MkDocs knows it, made when MkDocs asks for it."""

from typing import TYPE_CHECKING, Self

from mkdocs.structure.files import File

from playbook.config.place import WHOLE, Place
from playbook.site.site_file import SiteFile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class MadeFile(File):
    """A file that is not kept: it is made each time that its content is asked for."""

    site_file: SiteFile
    own_content: str | bytes | None = None
    """What a plugin has put in the place of ours."""

    @classmethod
    def of(cls, site_file: SiteFile, config: "MkDocsConfig", place: Place = WHOLE) -> Self:
        path = place.locate(site_file.path)
        file = cls(path, None, config.site_dir, config.use_directory_urls)
        file.generated_by, file.abs_src_path = "playbook", None
        file.site_file = site_file
        source = site_file.source
        file.edit_uri = source.relative_to(config.docs_dir).as_posix() if source else None
        return file

    @property
    def _content(self) -> str | bytes | None:
        if self.own_content is not None:
            return self.own_content
        content = vars(self.site_file).get("content")
        return self.site_file.make_content() if content is None else content

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self.own_content = value
