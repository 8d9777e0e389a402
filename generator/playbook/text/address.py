"""Where a page of the site is, as the world outside it writes that down."""

from urllib.parse import quote, urlsplit


def build_address(site_url: str, page: str, part: str = "") -> str:
    """Return the whole address of a page or its piece, letters beyond ASCII in per cent signs."""
    return f"{site_url.rstrip('/')}/{quote(page.removesuffix('.md'))}/" + (
        f"#{quote(part)}" if part else ""
    )


def is_address(text: str) -> bool:
    """Whether an address can be taken apart, as every program that follows it has to do."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True
