"""The words of a picture, taken out of its SVG to be set by typst, which then asks every font for them."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, tostring

from playbook.drawing.layout import Point
from playbook.drawing.text_width import width

SVG = "{http://www.w3.org/2000/svg}"
BOLD = {"pb-title", "pb-eyebrow"}
MOVED = re.compile(r"translate\((\S+) (\S+)\)")


def take_lines(svg: Element) -> list[dict[str, Any]]:
    """Take the words out of the picture; return its lines, in points from its left upper corner.

    The sheets' templates set them, with every font that there is: in an SVG, typst knows one font a line, and a sign
    of several code points ends in an error of PDF/UA-1.
    """
    left, top, *_ = (float(number) for number in svg.attrib["viewBox"].split())
    return list(lines_below(svg, (-left, -top), dark=False))


def lines_below(holder: Element, origin: Point, *, dark: bool) -> Iterator[dict[str, Any]]:
    """Yield the lines of text below an element, and take them out."""
    x, y = origin
    if place := MOVED.match(holder.get("transform", "")):
        x, y = x + float(place[1]), y + float(place[2])
    dark = dark or "outcome" in holder.get("class", "").split()
    for each in list(holder):
        if each.tag != f"{SVG}text":
            yield from lines_below(each, (x, y), dark=dark)
            continue
        holder.remove(each)
        size, bold = float(each.get("font-size", "0")), is_bold(each)
        rtl = each.get("direction") == "rtl"
        anchor = each.get("text-anchor")
        for line in (each, *each):
            if "x" in line.attrib and line.text:
                yield {
                    "at": [round(x + float(line.attrib["x"]), 2), round(y + float(line.attrib["y"]), 2)],
                    "text": line.text,
                    "size": size,
                    "wide": round(width(line.text, size, bold=bold), 2),
                    "bold": bold,
                    "side": "center" if anchor == "middle" else "right" if (anchor == "end") != rtl else "left",
                    "rtl": rtl,
                    "white": dark,
                }


def written_out(svg: Element) -> str:
    """Return a picture as SVG in ASCII, so that no character of an attribute is taken for one to be printed."""
    return str(tostring(svg, encoding="us-ascii"), "ascii")


def is_bold(text: Element) -> bool:
    """Whether a text is set in bold: it says so, or it is a card's title or the small line above it."""
    return text.get("font-weight") == "bold" or text.get("class", "") in BOLD
