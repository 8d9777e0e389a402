"""The options of our plugin, as they stand below its name in `mkdocs.yml`."""

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError

from playbook.config.place import GUEST_FOLDER, explain_folder


class Folder(config_options.Type[str]):
    """A folder below `docs_dir`."""

    def run_validation(self, value: object) -> str:
        """Return the folder; raises ValidationError for what names none."""
        folder = super().run_validation(value)
        if fault := explain_folder(folder):
            raise ValidationError(fault)
        return folder


class PlaybookConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves __init_subclass__ untyped
    """What a project says to our plugin."""

    site = config_options.Type(bool, default=False)
    """Whether the whole site is ours, and not only pages in someone's site."""
    folder = Folder(str, default=GUEST_FOLDER)
    """Where the YAML lies below `docs_dir`, and its pages in the site that isn't ours."""
    reference = config_options.Optional(config_options.Type(bool))
    """Whether there are the pages for contributors: the fields of every kind, and the rules."""
