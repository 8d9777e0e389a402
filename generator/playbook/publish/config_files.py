"""What a configuration of MkDocs says: the project's folder, its language, and its files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.config.settings import CONFIG
from playbook.site.publication import ContentFile


def find_root(config: MkDocsConfig) -> Path:
    """Return the folder of the project."""
    return Path(config.config_file_path or CONFIG).resolve().parent


def find_config_file(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the folder of the project, and what its configuration is called there."""
    return find_root(config), Path(config.config_file_path or CONFIG).name


def make_content_file(published: ContentFile, config: MkDocsConfig) -> File:
    """Return a file of the content folder as MkDocs knows it."""
    if published.text is not None:
        file = File.generated(config, published.path, content=published.text)
        file.edit_uri = published.path
        return file
    return File(published.path, config.docs_dir, config.site_dir, config.use_directory_urls)


def replace_file(files: Files, file: File) -> None:
    """Add a file; one of the theme's, or one at a place of our own, gives way."""
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)
    files.append(file)


def find_language(config: MkDocsConfig) -> str:
    """Return the code of the theme's language."""
    return str(config.theme.get("language") or "en")
