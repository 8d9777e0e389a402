"""Changed files -> a copy of the project with them, to be checked before any of them is written."""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SETTINGS = ("mkdocs.yml", "site_config")


@dataclass(frozen=True)
class Copy:
    """A copy of a project's files, and the folder whose files they are."""

    folder: Path
    original: Path

    def locate(self, path: Path) -> Path:
        """Return where the copy of a file is."""
        return self.folder / path.relative_to(self.original)

    def restore(self, path: Path) -> Path:
        """Return of which file this is the copy; what is none stays as it is."""
        if not path.is_relative_to(self.folder):
            return path
        return self.original / path.relative_to(self.folder)


@contextmanager
def copy_changed(
    root: Path, content: Path, texts: Mapping[Path, str], removed: Collection[Path]
) -> Iterator[Copy]:
    """Make a copy of the project at `root` for a while, with changed texts and without some.

    `content` may lie outside of it: what is copied is below the folder that both have in common.
    """
    base = Path(os.path.commonpath([root, content]))
    with TemporaryDirectory(prefix="playbook-removal-") as folder:
        copy = Path(folder).resolve() / "project"
        shutil.copytree(content, copy / content.relative_to(base), symlinks=True)
        for path in (root / name for name in SETTINGS):
            place = copy / path.relative_to(base)
            if path.is_dir():
                shutil.copytree(path, place, symlinks=True, dirs_exist_ok=True)
            elif path.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)
        for path, text in texts.items():
            (copy / path.relative_to(base)).write_text(text, encoding="utf-8", newline="\n")
        for path in removed:
            (copy / path.relative_to(base)).unlink()
        yield Copy(copy, base)


def write_texts(texts: Mapping[Path, str], removed: Collection[Path]) -> None:
    """Write changed files and delete others; where that fails, all is as it was."""
    old = {path: path.read_bytes() for path in (*texts, *removed)}
    aside = {path: path.with_name(f".{path.name}-new") for path in texts}
    done: list[Path] = []
    try:
        for path, text in texts.items():
            aside[path].write_bytes(encode_alike(text, old[path]))
            shutil.copymode(path, aside[path])
        for path in texts:
            aside[path].replace(path)
            done.append(path)
        for path in removed:
            path.unlink()
            done.append(path)
    except BaseException:
        for path in done:
            path.write_bytes(old[path])
        raise
    finally:
        for path in aside.values():
            path.unlink(missing_ok=True)


def encode_alike(text: str, old: bytes) -> bytes:
    """Return a text as bytes, with the byte order mark and the ends of line that it had."""
    if b"\r\n" in old and "\r\n" not in text:
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()
