"""Handouts -> PDF, set by typst."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import local
from typing import Any, Literal

from playbook.assets import THEME
from playbook.fonts.fonts import Fonts, keep_simple_signs
from playbook.fonts.typesetting import Compiler, TypstError, make_compiler
from playbook.handouts.handout import Handout
from playbook.handouts.pdf import VERSION, Pdf, compact_pdf
from playbook.handouts.qr_code import draw_qr_code

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
SHEETS = THEME / "sheets"
OWN = ("typst.py", "pdf.py", "qr_code.py", "../text/graphemes.py")
UNSEEN = "could not be displayed"
"""What typst says of a text for which it finds no glyph."""


class ThreadCompilers(local):
    """The compilers of one thread, each of which remembers what it has read, by their fonts."""

    def __init__(self) -> None:
        self.by_fonts: dict[Fonts, Compiler] = {}


COMPILERS = ThreadCompilers()


def get_compiler(fonts: Fonts) -> Compiler:
    """Return this thread's compiler for these fonts."""
    compilers = COMPILERS.by_fonts
    if fonts not in compilers:
        compilers[fonts] = make_compiler(SHEETS / "main.typ", fonts)
    return compilers[fonts]


def make_pdf(handout: Handout, paper: Paper) -> Pdf:
    """Return a handout as a tagged PDF (PDF/UA-1) with its fonts in it."""
    sheets = [{**sheet, "code": draw_qr_code(sheet["address"])} for sheet in handout.data["sheets"]]
    data = handout.fonts.printable({**handout.data, "sheets": sheets, "paper": paper})
    try:
        return compact_pdf(compile_pdf(data, handout.fonts))
    except TypstError as error:
        if UNSEEN not in str(error):
            raise
        return compact_pdf(compile_pdf(keep_simple_signs(data), handout.fonts))


def compile_pdf(data: dict[str, Any], fonts: Fonts) -> bytes:
    """Return what the templates make of this data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    families = json.dumps(fonts.families(text, data["language"]))
    pdf = get_compiler(fonts).compile(
        sys_inputs={"handout": text, "fonts": families}, format="pdf", pdf_standards="ua-1"
    )
    return b"".join(pdf) if isinstance(pdf, list) else pdf or b""


@cache
def engine_version() -> str:
    """Return what, beside the data, decides a sheet's bytes: libraries, our code, templates."""
    here = Path(__file__)
    code = [*(here.parent / name for name in OWN), *sorted((here.parents[1] / "fonts").glob("*.*"))]
    files = [*code, *sorted(SHEETS.glob("*.typ"))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    return f"{version('typst')} {version('segno')} {VERSION} {digest}"
