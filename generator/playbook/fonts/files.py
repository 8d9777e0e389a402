"""A site owner's font file -> the font, or what is wrong with it."""

from pathlib import Path

from playbook.fonts.coverage import NoFontError, read_coverage
from playbook.fonts.fonts import OwnFont

LARGEST = 60_000_000
"""In bytes; the largest that Noto has, for Chinese, Japanese and Korean, is half of that."""


def read_font(folder: Path, name: str) -> tuple[OwnFont | None, str]:
    """Return the font of this name in a folder, or what is wrong with the file."""
    path = folder / name
    if not path.is_file():
        return None, f"there is no '{name}' in site_config/: put the file there, or delete the line"
    if path.resolve().parent != folder.resolve():
        return None, f"'{name}' leads out of site_config/: put the file itself there"
    try:
        if path.stat().st_size <= LARGEST:
            read_coverage(path)
            return find_family(path)
    except OSError as error:
        return None, f"'{name}' can't be read: {error.strerror}"
    except NoFontError:
        return (
            None,
            f"'{name}' is not a TrueType or OpenType font that can be read: use another file",
        )
    return None, f"'{name}' is larger than {LARGEST // 1_000_000} MB: use a smaller font"


def find_family(path: Path) -> tuple[OwnFont | None, str]:
    """Return the font in a file with its family, or that typst can't read it."""
    from playbook.fonts.typesetting import read_family  # noqa: PLC0415 - typst loads slowly

    family = read_family(path)
    return (
        (OwnFont(family, path), "")
        if family
        else (None, f"'{path.name}' can't be set by typst: use another file")
    )
