"""The options of our plugin, as they stand below its name in `mkdocs.yml`."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class PlaybookConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves __init_subclass__ untyped
    """What a project says to our plugin."""

    site = config_options.Type(bool, default=False)
    """Whether the whole site is ours, and not only pages in someone's site."""
