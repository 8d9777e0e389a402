"""What a search holds: the sections of a built site, as its dialog gets them."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

DEPTH = 2
"""How many folders an artifact's own page lies in."""
SECTION = re.compile(
    r'<nav class="md-tabs".*?</nav>|<div class="md-sidebar md-sidebar--primary".*?'
    r'(?=<div class="md-sidebar md-sidebar--secondary")',
    re.DOTALL,
)
HEADER = re.compile(
    r'\s*<div class="(?:pb|md)-search".*?\s*(?=<div class="md-header__source">|</nav>\s*</header>)',
    re.DOTALL,
)


class Found(NamedTuple):
    """A section that a search can find."""

    location: str
    kind: str
    title: str
    text: str


def read_part(path: Path) -> Any:
    """Return what a part of the index keeps."""
    text = path.read_text(encoding="utf-8")
    return json.loads(text[text.index(", ") + 2 : text.rindex(")")])


def read_search(site: Path) -> list[Found]:
    """Return every section."""
    kinds = read_part(site / "search/index.js")["kinds"]
    paths = sorted((site / "search/pages").iterdir(), key=lambda path: int(path.stem))
    return [
        Found(f"{url}#{anchor}" if anchor else url, kinds[kind], title or page, text)
        for url, page, sections in map(read_part, paths)
        for anchor, kind, title, text in sections
    ]


def leave_out_search(page: str) -> str:
    """Return a page without its search, which in an export is Material's."""
    return HEADER.sub("", page)


def leave_out_what_the_plugin_adds(page: str, path: str) -> str:
    """Return a page without its search, and without its section if it is a page below another.

    The navigation doesn't list such a page, so only our plugin knows where it belongs.
    """
    is_subpage = path.count("/") > DEPTH
    return SECTION.sub("", leave_out_search(page)) if is_subpage else leave_out_search(page)
