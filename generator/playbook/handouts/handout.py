"""A handout: a PDF to be."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from playbook.fonts.fonts import FONTS, Fonts
from playbook.handouts.labels import words
from playbook.handouts.rich_text import breakable
from playbook.language import SPOKEN
from playbook.text.direction import reads_from_right
from playbook.text.graphemes import graphemes

Sheet = dict[str, Any]
LONGEST = 40
LONGEST_REASON = 200


@dataclass(frozen=True)
class Handout:
    """Its path without paper and ending, its title, and its sheets in the order of use."""

    path: str
    title: str
    site: str
    sheets: list[Sheet] = field(default_factory=list)
    language: str = field(default_factory=lambda: SPOKEN.get().code)
    flip: str = "long"
    """Over which edge the printer flips a sheet to print its back."""
    use: str = "worksheet"
    """What it is for, such as a worksheet or a pack; its name in addresses and in the print menu."""
    of: str = ""
    """The id of the artifact that it is made from."""
    part: str = ""
    """The id of the piece of it, where it is made from one."""
    fonts: Fonts = FONTS
    """What it is set in."""
    fault: str = ""
    """Why its sheets could not be made, if so."""
    words: dict[str, str] = field(default_factory=words)
    """What every sheet says."""

    @property
    def said(self) -> dict[str, Any]:
        """What the templates are told."""
        sheets = [{**sheet, "version": version(sheet)} for sheet in self.sheets]
        about = {"title": self.title, "site": running(self.site), "language": self.language, "flip": self.flip}
        return {**about, "words": self.words, "sheets": sheets}


def reason(error: Exception) -> str:
    """Return what an error says, in short, for a report."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:LONGEST_REASON]


def version(sheet: Sheet) -> str:
    """Return seven digits that change whenever the sheet says something else."""
    return hashlib.sha256(json.dumps(sheet, sort_keys=True).encode()).hexdigest()[:7]


def running(title: str, longest: int = LONGEST) -> str:
    """Return a title short enough for the foot of every page, on one line."""
    signs = graphemes(" ".join(title.split()))
    short = breakable("".join(signs) if len(signs) <= longest else f"{''.join(signs[: longest - 1]).rstrip()}…")
    return f"\N{FIRST STRONG ISOLATE}{short}\N{POP DIRECTIONAL ISOLATE}" if reads_from_right(short) else short
