"""What is kept in a file from one run to the next, and is missing where the file is damaged."""

import hashlib
import os
import tempfile
from pathlib import Path


def digest(content: bytes) -> bytes:
    """Return the line that an entry opens with."""
    return hashlib.sha256(content).hexdigest().encode()


def read_entry(path: Path) -> bytes | None:
    """Return what an entry holds, or None when there is none or it is damaged."""
    try:
        opening, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if opening == digest(content) else None


def keep_out_of_git(folder: Path) -> None:
    """Let git pass over a folder, which nobody may have named in a `.gitignore`."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def write_entry(path: Path, content: bytes) -> None:
    """Write an entry whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    keep_out_of_git(path.parent)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(digest(content) + b"\n" + content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink()
        raise
