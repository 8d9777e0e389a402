"""Handouts -> PDF, set by typst."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import local
from typing import Any, Literal

from playbook.assets import THEME
from playbook.fonts.fonts import Fonts, plainest
from playbook.fonts.typesetting import Compiler, TypstError, make_compiler
from playbook.handouts.handout import Handout
from playbook.handouts.qr_code import code

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
SHEETS = THEME / "sheets"
OWN = ("typst.py", "qr_code.py", "../text/graphemes.py")
UNSEEN = "could not be displayed"
"""What typst says of a text for which it finds no glyph."""
own = local()


def compiler(fonts: Fonts) -> Compiler:
    """Return this thread's compiler, which remembers what it has read."""
    if not hasattr(own, "compilers"):
        own.compilers = {}
    made: dict[Fonts, Compiler] = own.compilers
    if fonts not in made:
        made[fonts] = make_compiler(SHEETS / "main.typ", fonts)
    return made[fonts]


def pdf(handout: Handout, paper: Paper) -> bytes:
    """Return a handout as a tagged PDF (PDF/UA-1) with its fonts in it."""
    said = handout.said
    sheets = [{**sheet, "code": code(sheet["address"])} for sheet in said["sheets"]]
    data = handout.fonts.printable({**said, "sheets": sheets, "paper": paper})
    try:
        return compiled(data, handout.fonts)
    except TypstError as error:
        if UNSEEN not in str(error):
            raise
        return compiled(plainest(data), handout.fonts)


def compiled(data: dict[str, Any], fonts: Fonts) -> bytes:
    """Return what the templates make of this data."""
    told = json.dumps(data, ensure_ascii=False, sort_keys=True)
    families = json.dumps(fonts.families(told, data["language"]))
    inputs = {"handout": told, "fonts": families}
    made = compiler(fonts).compile(sys_inputs=inputs, format="pdf", pdf_standards="ua-1")
    return b"".join(made) if isinstance(made, list) else made or b""


@cache
def engine() -> str:
    """Return what, beside the data, decides how a sheet comes out: the libraries' versions, our code, the templates."""
    here = Path(__file__)
    files = [*(here.parent / name for name in OWN), *sorted((here.parents[1] / "fonts").glob("*.*"))]
    files += sorted(SHEETS.glob("*.typ"))
    made = b"".join(path.read_bytes() for path in files)
    return f"{version('typst')} {version('segno')} {hashlib.sha256(made).hexdigest()}"
