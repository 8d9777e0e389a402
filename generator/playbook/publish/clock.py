"""The time that a build says it is, the same for every build unless the environment sets it."""

import os

from mkdocs.exceptions import PluginError

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that says for all tools which time it is."""
LATEST = 2**32 - 1
"""The latest time that a compressed file can name."""


def stop_clock() -> None:
    """Let it be 1970 for all tools; raises PluginError for a time that is none."""
    epoch = os.environ.setdefault(EPOCH, "0")
    if not (epoch.isascii() and epoch.isdigit() and int(epoch[:11]) <= LATEST):
        raise PluginError(
            f"{EPOCH} is {epoch!r}: unset it, or write the seconds since 1970, such as {EPOCH}=0"
        )
