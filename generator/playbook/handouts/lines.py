"""The words of a picture, taken out of its SVG to be set by typst with every font."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, tostring

from playbook.drawing.layout import Point
from playbook.drawing.text_width import measure_width

SVG = "{http://www.w3.org/2000/svg}"
BOLD = {"pb-title", "pb-eyebrow"}
SIDES = re.compile(r"([MHVL])([\d.]+)(?: ([\d.]+))?")
STRETCHES = re.compile(r"([MLCHV])([^A-Za-z]*)")
NUMBERS = re.compile(r"-?[\d.]+")
BENDS = 8
"""How many straight lines a curve is taken for."""
MOVED = re.compile(r"translate\((\S+) (\S+)\)")
Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom, in points of the picture."""


@dataclass(frozen=True)
class PictureLine:
    """A line of a picture's words; its lengths are in points of the picture."""

    at: tuple[float, float]
    """Where its side lies on the base line, from the picture's left upper corner."""
    text: str
    size: float
    wide: float
    """The width that the picture has for it."""
    bold: bool
    side: str
    """Which of its sides `at` is: left, center or right."""
    rtl: bool
    white: bool


def take_lines(svg: Element) -> list[PictureLine]:
    """Take the words out of the picture, and return its lines.

    The sheets' templates set them, with every font that there is: in an SVG, typst knows one font
    a line, and a sign of several code points ends in an error of PDF/UA-1.
    """
    left, top, *_ = (float(number) for number in svg.attrib["viewBox"].split())
    return list(take_lines_below(svg, (-left, -top), is_dark=False))


def take_lines_below(holder: Element, origin: Point, *, is_dark: bool) -> Iterator[PictureLine]:
    """Yield the lines of text below an element, and take them out."""
    x, y = origin
    if place := MOVED.match(holder.get("transform", "")):
        x, y = x + float(place[1]), y + float(place[2])
    is_dark = is_dark or "outcome" in holder.get("class", "").split()
    for child in list(holder):
        if child.tag != f"{SVG}text":
            yield from take_lines_below(child, (x, y), is_dark=is_dark)
            continue
        holder.remove(child)
        for line in (child, *child):
            if "x" in line.attrib and line.text:
                at = (x + float(line.attrib["x"]), y + float(line.attrib["y"]))
                yield picture_line(child, line.text, at, is_dark=is_dark)


def picture_line(element: Element, text: str, at: Point, *, is_dark: bool) -> PictureLine:
    """Return a line of a text element, which lies at this point of the picture."""
    size, bold, rtl = (
        float(element.get("font-size", "0")),
        is_bold(element),
        element.get("direction") == "rtl",
    )
    anchor = element.get("text-anchor")
    ending = "right" if (anchor == "end") != rtl else "left"
    return PictureLine(
        at=(round(at[0], 2), round(at[1], 2)),
        text=text,
        size=size,
        wide=round(measure_width(text, size, bold=bold), 2),
        bold=bold,
        side="center" if anchor == "middle" else ending,
        rtl=rtl,
        white=is_dark,
    )


def bound_line(line: PictureLine) -> Bounds:
    """Return the box around a line."""
    x, y = line.at
    left = x - {"left": 0.0, "center": line.wide / 2, "right": line.wide}[line.side]
    return left, y - line.size, left + line.wide, y + line.size / 4


def list_cards(svg: Element) -> Iterator[Bounds]:
    """Yield the box around each card, from the picture's left upper corner."""
    left, top, *_ = (float(number) for number in svg.attrib["viewBox"].split())
    for card in svg.iter():
        place = MOVED.match(card.get("transform", ""))
        if place and "pb-card" in card.get("class", "").split():
            x, y = float(place[1]) - left, float(place[2]) - top
            for path in card.iter(f"{SVG}path"):
                if path.get("class") == "pb-outline":
                    wide, tall = measure_outline(path.attrib["d"])
                    yield x, y, x + wide, y + tall


def list_links(svg: Element) -> Iterator[Bounds]:
    """Yield boxes around each stretch of each link, from the picture's left upper corner."""
    left, top, *_ = (float(number) for number in svg.attrib["viewBox"].split())
    return list_links_below(svg, (-left, -top))


def list_links_below(holder: Element, origin: Point) -> Iterator[Bounds]:
    """Yield boxes around each stretch of each link below an element."""
    left, top = origin
    if place := MOVED.match(holder.get("transform", "")):
        left, top = left + float(place[1]), top + float(place[2])
    for child in holder:
        if child.get("class") == "pb-line":
            points = [(left + x, top + y) for x, y in list_points(child.attrib["d"])]
            for (x, y), (to_x, to_y) in pairwise(points):
                yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)
        yield from list_links_below(child, (left, top))


def list_points(path: str) -> Iterator[Point]:
    """Yield points along a path, close to each other where it bends."""
    x = y = 0.0
    for letter, numbers in STRETCHES.findall(path):
        values = [float(number) for number in NUMBERS.findall(numbers)]
        if letter in "HV":
            for value in values:
                x, y = (value, y) if letter == "H" else (x, value)
                yield x, y
        elif letter == "C":
            for a, b, c, d, to_x, to_y in zip(*[iter(values)] * 6, strict=True):
                yield from bend((x, y), (a, b), (c, d), (to_x, to_y))
                x, y = to_x, to_y
        else:
            for x, y in zip(values[::2], values[1::2], strict=True):
                yield x, y


def bend(start: Point, leave: Point, arrive: Point, end: Point) -> Iterator[Point]:
    """Yield points along a curve after its start."""
    for step in range(1, BENDS + 1):
        t = step / BENDS
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = zip(shares, (start, leave, arrive, end), strict=True)
        moved = [(share * x, share * y) for share, (x, y) in points]
        yield sum(x for x, _ in moved), sum(y for _, y in moved)


def measure_outline(path: str) -> tuple[float, float]:
    """Return how wide and how tall an outline is: the farthest that it is drawn to."""
    xs, ys = [0.0], [0.0]
    for letter, first, second in SIDES.findall(path):
        (ys if letter == "V" else xs).append(float(first))
        if second:
            ys.append(float(second))
    corner = float(SIDES.findall(path)[0][1]) if "a" in path else 0.0
    return max(xs) + corner, max(ys) + corner


def write_svg(svg: Element) -> str:
    """Return a picture as SVG in ASCII, so that no character of it is taken for one to print."""
    return str(tostring(svg, encoding="us-ascii"), "ascii")


def is_bold(text: Element) -> bool:
    """Whether a text is bold: it says so, or it is a card's title or the small line above it."""
    return text.get("font-weight") == "bold" or text.get("class", "") in BOLD
