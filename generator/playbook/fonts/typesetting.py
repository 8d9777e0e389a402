"""Templates -> what typst makes of them, with our fonts only; no other file runs typst."""

from functools import cache
from pathlib import Path

from typst import Compiler, TypstError
from typst import Fonts as FontFiles

from playbook.fonts.fonts import Fonts

__all__ = ["Compiler", "TypstError", "make_compiler", "read_family"]


def make_compiler(template: Path, fonts: Fonts) -> Compiler:
    """Return a compiler of a template, which remembers what it has read; it is for one thread."""
    return Compiler(
        template, root=template.parent, font_paths=find_font_files(tuple(fonts.folders))
    )


def read_family(path: Path) -> str:
    """Return the family that a font file belongs to; nothing when typst can't read it."""
    fonts = FontFiles(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[path.parent]
    ).fonts()
    families = (font.family for font in fonts if font.path and Path(font.path).name == path.name)
    return next(families, "")


@cache
def find_font_files(folders: tuple[str, ...]) -> FontFiles:
    """Return typst's own fonts and those of these folders."""
    return FontFiles(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders)
    )
