"""The picture that stands for a page where someone shares its address.

Its title, its kind, its diagram.
"""

import hashlib
import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path
from unicodedata import category

from playbook.config.identity import Look
from playbook.drawing.cache import PictureCache
from playbook.fonts.fonts import Fonts, keep_simple_signs
from playbook.fonts.typesetting import Compiler, TypstError, make_compiler
from playbook.language import SPOKEN
from playbook.text.direction import is_right_to_left
from playbook.text.graphemes import split_graphemes

HOME = "index.md"
FOLDER = "assets/previews"
TEMPLATE = Path(__file__).with_name("social_card.typ")
LONGEST = 110
SIZES = {24: 72, 48: 58, 80: 48, LONGEST: 40}
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"
"""What is not seen and yet decides how letters and emoji join."""
STYLE = """<style>
text, title, desc, .pb-icon, .pb-legend {{ display: none }}
.pb-line {{ color: {line}; stroke: {line}; stroke-width: 3 }}
.pb-outline {{ fill: #ffffff; stroke: {moment}; stroke-width: 3 }}
.pb-arrow {{ fill: {line} }}
.outcome .pb-outline {{ fill: {outcome} }}
.opportunity .pb-outline {{ fill: {opportunity-ground}; stroke: {opportunity} }}
.target .pb-outline {{ fill: {target}; stroke: {opportunity} }}
.solution .pb-outline {{ fill: {solution-ground}; stroke: {solution} }}
.way-out .pb-outline {{ fill: {way_out-ground}; stroke: {way_out} }}
</style>"""
"""How a diagram looks when it is too small to read."""


def locate_card(page: str) -> str:
    """Return where the picture of a page lies, from the site's root."""
    return f"{FOLDER}/{page.removesuffix('.md')}.png"


def make_card(  # noqa: PLR0913 - what is seen, and what draws it
    title: str, kind: str, site: str, picture: str, cache: PictureCache, *, look: Look | None = None
) -> bytes:
    """Return the picture as PNG; `picture` is a diagram's SVG, or nothing."""
    look = look or Look()
    title = join_lines(title)
    short = f"{shorten_title(title)} …" if len(title) > LONGEST else title
    size = next((size for most, size in SIZES.items() if len(short) <= most), min(SIZES.values()))
    diagram = re.sub(r"(<svg[^>]*>)", rf"\1{STYLE.format(**look.card)}", picture, count=1)
    data = {"title": short, "kind": join_lines(kind), "site": join_lines(site), "size": size}
    data["rtl"] = is_right_to_left(title)
    extras = {"picture": diagram, "colours": look.card}
    text = json.dumps(look.fonts.printable(data) | extras, ensure_ascii=False)
    return cache.get(
        f"{describe_engine()} {look.fonts.version}\0{text}",
        "png",
        lambda: draw_card(text, look.fonts),
    )


def join_lines(text: str) -> str:
    """Return a text on one line, without marks that turn the direction of what follows."""
    return " ".join(
        "".join(sign for sign in text if sign in JOINERS or category(sign) not in UNSEEN).split()
    )


def shorten_title(title: str) -> str:
    """Return the beginning of a long title, up to the end of a word.

    Where words are not apart, it ends with a character.
    """
    signs = "".join(split_graphemes(title)[:LONGEST])
    return signs.rsplit(" ", 1)[0] if " " in signs[LONGEST // 2 :] else signs


def draw_card(text: str, fonts: Fonts) -> bytes:
    """Return the template filled in; what no font can show after all is drawn as boxes."""
    try:
        return fill_template(text, fonts)
    except TypstError:
        data = json.loads(text)
        plain = {
            **keep_simple_signs({**data, "colours": ""}),
            "picture": "",
            "colours": data["colours"],
        }
        return fill_template(json.dumps(plain, ensure_ascii=False), fonts)


def fill_template(text: str, fonts: Fonts) -> bytes:
    """Return what typst makes of this data."""
    families = json.dumps(fonts.families(text, SPOKEN.get().code))
    png = load_compiler(fonts).compile(
        format="png", ppi=72, sys_inputs={"said": text, "fonts": families}
    )
    if not isinstance(png, bytes):
        raise TypeError("the template fills more than its one page")
    return png


@cache
def load_compiler(fonts: Fonts) -> Compiler:
    """Return the compiler, with our fonts and no others."""
    return make_compiler(TEMPLATE, fonts)


@cache
def describe_engine() -> str:
    """Return what, beside the words and the fonts, decides how a picture comes out."""
    return f"{version('typst')} {hashlib.sha256(TEMPLATE.read_bytes()).hexdigest()}"
