"""The code in a sheet's corner that leads a telephone to the page."""

import io
from functools import cache
from urllib.parse import urlsplit

import segno

from playbook.handouts.rich_text import breakable


@cache
def code(address: str) -> str:
    """Return a QR code as SVG, nothing for no address."""
    if not address:
        return ""
    drawn = io.BytesIO()
    segno.make(address, micro=False, error="m").save(drawn, kind="svg", border=0, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()


def short(address: str) -> str:
    """Return an address as one would type it."""
    parts = urlsplit(address)
    pieces = f"{parts.netloc}{parts.path}".rstrip("/").split("/")
    return "/\N{ZERO WIDTH SPACE}".join(map(breakable, pieces))
