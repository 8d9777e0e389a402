"""The picture that stands for a page where somebody shares its address: its title, its kind, its diagram."""

import hashlib
import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from playbook.drawing.cache import PictureCache

HOME = "index.md"
FOLDER = "assets/previews"
TEMPLATE = Path(__file__).with_name("preview.typ")
LONGEST = 110
SIZES = {24: 72, 48: 58, 80: 48, LONGEST: 40}
KNOWN = (range(0x20, 0x0590), range(0x1E00, 0x2200))
"""The signs that typst's own fonts have; no other font is asked, so that every machine makes the same picture."""
LOOK = """<style>
text, title, desc, .pb-icon, .pb-legend { display: none }
.pb-line { color: #5d6b64; stroke: #5d6b64; stroke-width: 3 }
.pb-outline { fill: #ffffff; stroke: #2c6650; stroke-width: 3 }
.pb-arrow { fill: #5d6b64 }
.outcome .pb-outline { fill: #1f4d3c }
.opportunity .pb-outline { fill: #fff6dd; stroke: #b98a14 }
.target .pb-outline { fill: #ffe29a; stroke: #b98a14 }
.solution .pb-outline { fill: #e3eff8; stroke: #3c749f }
.way-out .pb-outline { fill: #f4ece7; stroke: #8a4a2c }
</style>"""
"""How a diagram looks when it is too small to read."""


def path_of(page: str) -> str:
    """Return where the picture of a page lies, from the site's root."""
    return f"{FOLDER}/{page.removesuffix('.md')}.png"


def preview(title: str, kind: str, site: str, picture: str, cache: PictureCache) -> bytes:
    """Return the picture as PNG; `picture` is a diagram's SVG, or nothing."""
    title = legible(title)
    short = f"{title[:LONGEST].rsplit(' ', 1)[0]} …" if len(title) > LONGEST else title
    size = next((size for most, size in SIZES.items() if len(short) <= most), min(SIZES.values()))
    drawn = re.sub(r"(<svg[^>]*>)", rf"\1{LOOK}", picture, count=1)
    said = {"title": short, "kind": legible(kind), "site": legible(site), "picture": drawn, "size": size}
    text = json.dumps(said)
    return cache.kept(f"{engine()}\0{text}", "png", lambda: draw(text))


def legible(text: str) -> str:
    """Return a text without signs that the fonts lack; nothing when they are letters, as half a title misleads."""
    lost = [sign for sign in text if not any(ord(sign) in known for known in KNOWN)]
    if any(sign.isalpha() for sign in lost):
        return ""
    return " ".join("".join(sign for sign in text if sign not in lost and sign.isprintable()).split())


def draw(said: str) -> bytes:
    """Return the template filled in."""
    made = compiler().compile(format="png", ppi=72, sys_inputs={"said": said})
    if not isinstance(made, bytes):
        raise TypeError("the template fills more than its one page")
    return made


@cache
def compiler() -> typst.Compiler:
    """Return the compiler, with no fonts but its own."""
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, ignore_system_fonts=True)


@cache
def engine() -> str:
    """Return what, beside the words, decides how a picture comes out."""
    return f"{version('typst')} {hashlib.sha256(TEMPLATE.read_bytes()).hexdigest()}"
