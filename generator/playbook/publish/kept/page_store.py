"""Finished pages kept between builds."""

import hashlib
import os
import shutil
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path

from playbook.system.kept_file import read_entry, write_entry

DAY = 24 * 3600.0


class PageStore:
    """A folder of what pages are made of, each entry by a key that says all that decides it.

    What is damaged counts as missing. Where the folder can't be written, another is used until the
    build is over.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()
        self.is_lasting = can_write(folder)
        if not self.is_lasting:
            self.folder = Path(tempfile.mkdtemp(prefix="playbook-pages-"))

    def read(self, name: str) -> bytes | None:
        """Return an entry, or None where there is none that is whole."""
        self.used.add(name)
        content = read_entry(self.folder / name)
        return None if content is None else zlib.decompress(content)

    def write(self, name: str, content: bytes) -> None:
        """Keep an entry; a disk that is full keeps none."""
        self.used.add(name)
        with suppress(OSError):
            write_entry(self.folder / name, zlib.compress(content, 1))

    def close(self, *, is_whole: bool) -> None:
        """Delete what was not used for a day.

        That long another build of the same content may want it, such as a public or an offline one.
        """
        if not self.is_lasting:
            shutil.rmtree(self.folder, ignore_errors=True)
        elif is_whole:
            with suppress(OSError):
                self._sweep(time.time())

    def _sweep(self, now: float) -> None:
        for entry in os.scandir(self.folder):
            with suppress(OSError):
                if entry.name in self.used or entry.name == ".gitignore":
                    os.utime(entry.path)
                elif now - entry.stat().st_mtime > DAY:
                    Path(entry.path).unlink()


def can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def make_key(*parts: str | bytes) -> str:
    """Return the name of what these parts decide."""
    total = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()
