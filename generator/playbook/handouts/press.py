"""Handouts -> PDF; the only file that runs typst, which carries its own fonts."""

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import local
from typing import Literal, cast

import typst

from playbook.handouts.code import code
from playbook.handouts.glyphs import printable
from playbook.handouts.handout import Handout
from playbook.theme import THEME

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
SHEETS = THEME / "sheets"
OWN = ("press.py", "code.py", "glyphs.py", "glyphs.txt")
own = local()


def press() -> typst.Compiler:
    """Return this thread's compiler, which remembers what it has read."""
    if not hasattr(own, "compiler"):
        own.compiler = typst.Compiler(str(SHEETS / "main.typ"), root=str(SHEETS), ignore_system_fonts=True)
    return cast("typst.Compiler", own.compiler)


def pdf(handout: Handout, paper: Paper) -> bytes:
    """Return a handout as a tagged PDF (PDF/UA-1) with its fonts in it."""
    said = handout.said
    sheets = [{**sheet, "code": code(sheet["address"])} for sheet in said["sheets"]]
    told = printable(json.dumps({**said, "sheets": sheets, "paper": paper}, ensure_ascii=False, sort_keys=True))
    made = press().compile(sys_inputs={"handout": told}, format="pdf", pdf_standards="ua-1")
    return b"".join(made) if isinstance(made, list) else made or b""


@cache
def engine() -> str:
    """Return what, beside the data, decides how a sheet comes out: the libraries' versions, our code, the templates."""
    here = Path(__file__)
    files = [*(here.with_name(name) for name in OWN), *sorted(SHEETS.glob("*.typ"))]
    made = b"".join(path.read_bytes() for path in files)
    return f"{version('typst')} {version('segno')} {hashlib.sha256(made).hexdigest()}"
