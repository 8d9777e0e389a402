"""A drawing whose links lead to files, for a site that is opened from a folder."""

import posixpath
from dataclasses import replace

from playbook.drawing.drawing import Drawing


def link_to_files(drawing: Drawing, page: str) -> Drawing:
    """Return a drawing whose links lead to files and not to folders.

    `page` is a path from the site's root.
    """
    cards = [replace(card, href=locate_file(card.href, page)) for card in drawing.cards]
    return replace(drawing, cards=cards)


def locate_file(href: str, page: str) -> str:
    """Return a link to a page's folder as one to its file; what stays on the page is as it was."""
    folder, sign, anchor = href.partition("#")
    if not folder:
        return href
    target = posixpath.normpath(posixpath.join(page.removesuffix(".md"), folder))
    return posixpath.relpath(f"{target}.html", posixpath.dirname(page)) + sign + anchor
