"""Makes the fonts of the site from those that typst carries, so that screen and paper agree.

It writes theme/site/assets/fonts/ and theme/styles/fonts.css.
"""

import io
import mmap
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import typst
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from playbook.assets import THEME
from playbook.fonts.fonts import TEXT

STYLES = {
    "regular": ("Regular", 400, "normal"),
    "italic": ("Italic", 400, "italic"),
    "bold": ("Bold", 700, "normal"),
    "bold-italic": ("Semibold Italic", 700, "italic"),
}
"""The bold italic itself lacks letters of Vietnamese and Ukrainian."""
RANGES = {
    "latin": "20-7E A0-FF 131 152-153 2C6 2DA 2DC 2010-2015 2018-201E 2020-2022 2026 2030"
    " 2032-2033 2039-203A 2044 20AC 2122 2212",
    "latin-more": "100-130 132-151 154-17F 192 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E7 1EA-1EB 1F4-1F5"
    " 1F8-1FF 218-21B 259 2BC 1E02-1E03 1E0A-1E0D 1E24-1E25 1E30-1E33 1E36-1E37 1E40-1E47"
    " 1E56-1E5B 1E60-1E63 1E6A-1E6F 1E80-1E85 1E8E-1E93 1E9E 1EA0-1EF9",
    "greek-cyrillic": "384-38A 38C 38E-3A1 3A3-3CE 400-45F 490-493 49A-49B 4A2-4A3 4AE-4B3"
    " 4BA-4BB 4D8-4D9 4E8-4E9 2116",
}
"""What each file holds; a browser loads those of which a page has a character."""
SCALE = 1.12
"""Its small letters are low: so much larger, they are as tall as those of a plain font."""
SPAN = "0-52F 1E00-1EFF 2000-2122 2212"
"""All of these and what lies between, for the fonts that a device may have."""
INSTEAD = {
    "Times New Roman": (0.3882, 0.4115),
    "Noto Serif": (0.4589, 0.4864),
    "DejaVu Serif": (0.4963, 0.5470),
}
"""What is seen until a font is there, with the mean width of a letter, in regular and in bold."""
ALIKE = {"Times New Roman": ("Liberation Serif", "Tinos")}
MEAN = (0.3974, 0.4367)
"""The same of ours, of the letters of our plays."""
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]
HEAD = "/* The site's own type, that of the sheets, too. `make fonts` writes this file. */\n"


def find_fonts() -> Iterator[bytes]:
    """Yield each OpenType font in typst's library."""
    [library] = Path(typst.__file__).parent.glob("*.so")
    with library.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        for match in re.finditer(rb"OTTO\0[\x08-\x20]", data):
            start = match.start()
            (count,) = struct.unpack_from(">H", data, start + 4)
            records = data[start + 12 : start + 12 + 16 * count]
            ends = (at + length for *_, at, length in struct.iter_unpack(">4L", records))
            yield data[start : start + max(ends)]


def parse_points(ranges: str) -> list[int]:
    """Return the code points of ranges."""
    points: list[int] = []
    for each in ranges.split():
        first, _, last = each.partition("-")
        points += range(int(first, 16), int(last or first, 16) + 1)
    return points


def make_subset(font: TTFont, points: Iterable[int]) -> bytes:
    """Return what a font has of these code points, as WOFF2."""
    options = Options(flavor="woff2", layout_features=FEATURES, desubroutinize=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def write_face(family: str, weight: int, **descriptors: str) -> str:
    """Return a font face as CSS."""
    lines = [f'  font-family: "{family}";', f"  font-weight: {weight};"]
    lines += [f"  {name.replace('_', '-')}: {value};" for name, value in descriptors.items()]
    return "\n".join(("@font-face {", *lines, "}\n"))


def list_range(ranges: str) -> str:
    """Return ranges as CSS has them."""
    return ", ".join(f"U+{each}" for each in ranges.split())


def list_faces() -> Iterator[str]:
    """Yield the faces of our files, then those of what a device has, as wide and as high."""
    for style, (_, weight, slant) in STYLES.items():
        for name, ranges in RANGES.items():
            yield write_face(
                TEXT,
                weight,
                font_style=slant,
                font_display="swap",
                src=f'url("fonts/{style}-{name}.woff2") format("woff2")',
                size_adjust=f"{SCALE:.0%}",
                unicode_range=list_range(ranges),
            )
    for family, widths in INSTEAD.items():
        for weight, bold, width, mean in zip((400, 700), ("", " Bold"), widths, MEAN, strict=True):
            names = (f"{name}{bold}" for name in (family, *ALIKE.get(family, ())))
            size = SCALE * mean / width
            yield write_face(
                f"As {family}",
                weight,
                src=", ".join(f'local("{name}")' for name in names),
                size_adjust=f"{size:.1%}",
                ascent_override=f"{0.894 * SCALE / size:.1%}",
                descent_override=f"{0.246 * SCALE / size:.1%}",
                line_gap_override="0%",
                unicode_range=list_range(SPAN),
            )


def main() -> None:
    """Write the fonts and their style sheet."""
    fonts = {TTFont(io.BytesIO(data))["name"].getDebugName(4): data for data in find_fonts()}
    for style, (full, *_) in STYLES.items():
        for name, ranges in RANGES.items():
            font = TTFont(io.BytesIO(fonts[f"{TEXT} {full}"]), recalcTimestamp=False)
            path = THEME / "site" / "assets" / "fonts" / f"{style}-{name}.woff2"
            path.write_bytes(make_subset(font, parse_points(ranges)))
    sheet = THEME / "styles" / "fonts.css"
    sheet.write_text("\n".join((HEAD, *list_faces())), encoding="utf-8")


if __name__ == "__main__":
    main()
