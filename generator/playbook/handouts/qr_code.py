"""The code in a sheet's corner that leads a telephone to the page."""

import io
from functools import cache
from urllib.parse import urlsplit

import segno

from playbook.handouts.rich_text import breakable


@cache
def draw_qr_code(address: str) -> str:
    """Return a QR code as SVG, nothing for no address."""
    if not address:
        return ""
    svg = io.BytesIO()
    code = segno.make(address, micro=False, error="m")
    code.save(svg, kind="svg", border=0, xmldecl=False, svgns=True)
    return svg.getvalue().decode()


def shorten_address(address: str) -> str:
    """Return an address as one would type it."""
    parts = urlsplit(address)
    pieces = f"{parts.netloc}{parts.path}".rstrip("/").split("/")
    return "/\N{ZERO WIDTH SPACE}".join(map(breakable, pieces))
