"""How wide text is, and where to break it: the same on every machine, whatever fonts it has."""

import unicodedata

NARROW, WIDE = 0.60, 1.0
SAFETY = 1.12
BOLD = 1.07
# Advance widths of the common sans-serifs (Helvetica, Arial, Liberation Sans) in thousandths of the font size.
GROUPS = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    260: "|",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$?_0123456789Labdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
WIDTHS = {sign: width / 1000 for width, signs in GROUPS.items() for sign in signs}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an upper estimate of the text's width in the unit of `size`."""
    total = sum(WIDTHS.get(sign) or advance(sign) for sign in text)
    return total * size * SAFETY * (BOLD if bold else 1)


def advance(sign: str) -> float:
    """Return the width of a sign outside ASCII, in ems."""
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return WIDE
    base = unicodedata.normalize("NFD", sign)[0]
    return WIDTHS.get(base, NARROW if sign.islower() else 0.75)


def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int = 4) -> list[str]:
    """Return the text in lines that fit `room`; words too long are cut, and so is what `lines` can't hold."""
    rows: list[str] = []
    row = ""
    for word in pieces(text, room, size, bold=bold):
        longer = f"{row} {word}" if row else word
        if row and width(longer, size, bold=bold) > room:
            rows.append(row)
            row = word
        else:
            row = longer
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        while rows[-1] and width(f"{rows[-1]}…", size, bold=bold) > room:
            rows[-1] = rows[-1][:-1]
        rows[-1] = f"{rows[-1].rstrip(' ,.;:')}…"
    return rows


def pieces(text: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Return the words of a text, those wider than `room` in parts."""
    found: list[str] = []
    for word in text.split():
        if width(word, size, bold=bold) <= room:
            found.append(word)
            continue
        part = ""
        for sign in word:
            if part and width(part + sign, size, bold=bold) > room:
                found.append(part)
                part = ""
            part += sign
        found.append(part)
    return found
