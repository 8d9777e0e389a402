"""HTML of a page of ours -> the same as a site that isn't ours can read it."""

import re

CARD = re.compile(r'<a href=("[^"]*" aria-label="[^"]*" class="pb-card)')
TOP = re.compile(r'(<h1\b[^>]*?) id="Top"([^>]*>)')


def fit_content(html: str) -> str:
    """Return a page's content as others can read it.

    Where a site changes the content of a page alone, Material sets the `href` of all that has one,
    which an SVG doesn't allow and without which no page of ours would open: links in pictures have
    theirs in the other spelling that SVG knows. And Material's search takes what stands before a
    heading with an id for a page of its own: the title's id stands in the title.
    """
    return TOP.sub(r'\1\2<span id="Top"></span>', CARD.sub(r"<a xlink:href=\1", html))
