"""A secret of this computer: what was kept with it was kept here, and not brought by a stranger."""

import os
import secrets
import tempfile
from pathlib import Path

from playbook.system.untrusted_file import read_bytes

LENGTH = 32


def load_secret() -> bytes | None:
    """Return the secret, made the first time; None where it can't be kept."""
    try:
        path = find_folder() / "secret"
        return read_secret(path) or make_secret(path)
    except (OSError, RuntimeError):  # no home, or none that may be written to
        return None


def find_folder() -> Path:
    """Return the folder of this user's that programs keep things in, as XDG names it."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "playbook"


def read_secret(path: Path) -> bytes | None:
    """Return the secret in a file, or None where there is none that is whole."""
    try:
        secret = read_bytes(path, LENGTH + 1)
    except FileNotFoundError:
        return None
    return secret if len(secret) == LENGTH else None


def make_secret(path: Path) -> bytes:
    """Keep a new secret; of two that are made at once the last stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = secrets.token_bytes(LENGTH)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    return secret
