"""What a configuration of MkDocs says: the project's folder, its language, and its files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.config.place import WHOLE, Place, make_place
from playbook.config.settings import CONFIG
from playbook.site.publication import ContentFile


def find_root(config: MkDocsConfig) -> Path:
    """Return the folder of the project."""
    return Path(config.config_file_path or CONFIG).resolve().parent


def find_place(config: MkDocsConfig, options: Mapping[str, Any]) -> Place:
    """Return where the YAML lies, by the options of our plugin."""
    return make_place(Path(config.docs_dir), options)


def find_config_file(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the folder of the project, and what its configuration is called there."""
    return find_root(config), Path(config.config_file_path or CONFIG).name


def make_content_file(published: ContentFile, config: MkDocsConfig, place: Place = WHOLE) -> File:
    """Return a file of the content folder as MkDocs knows it."""
    path = place.locate(published.path)
    if published.text is not None:
        file = File.generated(config, path, content=published.text)
        file.edit_uri = path
        return file
    return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)


def replace_file(files: Files, file: File) -> None:
    """Add a file; one of the theme's, or one at a place of our own, gives way."""
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)
    files.append(file)


def find_language(config: MkDocsConfig) -> str:
    """Return the code of the theme's language."""
    return str(config.theme.get("language") or "en")
