"""Changed files -> a copy of the project with them, to be checked before any of them is written."""

import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SETTINGS = ("mkdocs.yml", "site_config")


@contextmanager
def copy_changed(
    root: Path, content: Path, texts: Mapping[Path, str], removed: Collection[Path]
) -> Iterator[Path]:
    """Make a copy of the project at `root` for a while, with changed texts and without some."""
    with TemporaryDirectory(prefix="playbook-removal-") as folder:
        copy = Path(folder).resolve() / "project"
        shutil.copytree(content, copy / content.relative_to(root), symlinks=True)
        for name in SETTINGS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True, dirs_exist_ok=True)
            elif (root / name).exists():
                shutil.copy(root / name, copy / name)
        for path, text in texts.items():
            (copy / path.relative_to(root)).write_text(text, encoding="utf-8", newline="\n")
        for path in removed:
            (copy / path.relative_to(root)).unlink()
        yield copy


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
