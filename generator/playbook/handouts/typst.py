"""Handouts -> PDF, set by typst."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from threading import local
from typing import Any, Literal

from playbook.assets import THEME
from playbook.fonts.fonts import Fonts, keep_simple_signs
from playbook.fonts.typesetting import Compiler, TypstError, make_compiler
from playbook.handouts.handout import Handout
from playbook.handouts.pdf import VERSION, Pdf, compact_pdf
from playbook.handouts.poster import Poster
from playbook.handouts.qr_code import draw_qr_code

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
SHEETS = THEME / "sheets"
OWN = ("typst.py", "pdf.py", "qr_code.py", "../text/graphemes.py")
MEMORY = 10
"""For how many runs typst remembers what it has worked out: some 30 MB for a session's file."""
UNSEEN = "could not be displayed"
"""What typst says of a text for which it finds no glyph."""


class ThreadCompilers(local):
    """The compilers of one thread, each of which remembers what it has read.

    They are found by their template and their fonts.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[str, Fonts], Compiler] = {}


COMPILERS = ThreadCompilers()


def get_compiler(template: str, fonts: Fonts) -> Compiler:
    """Return this thread's compiler of a template with these fonts."""
    compilers, key = COMPILERS.known, (template, fonts)
    if key not in compilers:
        compilers[key] = make_compiler(SHEETS / template, fonts)
    return compilers[key]


def make_pdf(handout: Handout, paper: Paper) -> Pdf:
    """Return a handout as a tagged PDF (PDF/UA-1) with its fonts in it."""
    sheets = [{**sheet, "code": draw_qr_code(sheet["address"])} for sheet in handout.data["sheets"]]
    data = handout.fonts.printable({**handout.data, "sheets": sheets, "paper": paper})
    try:
        pdf = compile_pdf(data, handout.fonts)
    except TypstError as error:
        if UNSEEN not in str(error):
            raise
        pdf = compile_pdf(keep_simple_signs(data), handout.fonts)
    if len(sheets) > 1:
        free_memory(handout.fonts)
    return compact_pdf(pdf, find_poster_starts(handout, paper))


def find_poster_starts(handout: Handout, paper: Paper) -> tuple[int, ...]:
    """Return the pages on which the sheets of a file of posters begin; nothing for another file."""
    counts = [len(one.list_tiles(paper)) for one in handout.sheets if isinstance(one, Poster)]
    return tuple(accumulate(counts[:-1], initial=1)) if len(counts) == len(handout.sheets) else ()


def free_memory(fonts: Fonts) -> None:
    """Let typst forget what it has worked out, which it does only when it runs again."""
    for _ in range(MEMORY):
        get_compiler("empty.typ", fonts).compile(format="pdf")


def compile_pdf(data: dict[str, Any], fonts: Fonts) -> bytes:
    """Return what the templates make of this data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    families = json.dumps(fonts.families(text, data["language"]))
    pdf = get_compiler("main.typ", fonts).compile(
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
