"""What is kept in a file from one run to the next, and is missing where the file is damaged."""

import hashlib
import hmac
import os
import tempfile
from pathlib import Path


def digest(content: bytes, secret: bytes = b"") -> bytes:
    """Return the line that an entry opens with, which nobody can write who lacks the secret."""
    if secret:
        return hmac.new(secret, content, "sha256").hexdigest().encode()
    return hashlib.sha256(content).hexdigest().encode()


def read_entry(path: Path, secret: bytes = b"") -> bytes | None:
    """Return what an entry holds, or None when there is none or it is damaged."""
    try:
        opening, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if hmac.compare_digest(opening, digest(content, secret)) else None


def keep_out_of_git(folder: Path) -> None:
    """Let git pass over a folder, which nobody may have named in a `.gitignore`."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def write_entry(path: Path, content: bytes, secret: bytes = b"") -> None:
    """Write an entry whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    keep_out_of_git(path.parent)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(digest(content, secret) + b"\n" + content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink()
        raise
