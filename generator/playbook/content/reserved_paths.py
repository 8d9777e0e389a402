"""The paths at which the site itself puts files, so that nothing in the content may stand there."""

from functools import cache

from playbook.assets import THEME

FOLDERS = (
    *("assets/fonts/", "assets/javascripts/", "assets/previews/", "assets/stylesheets/"),
    *("handouts/", "search/"),
)
"""Ours and Material's."""
FILES = {
    "404.html",
    "assets/logo.svg",
    "assets/picture.js",
    "assets/playbook.css",
    "assets/search.js",
    "assets/words.js",
    "feed.xml",
}
FILES |= {"index.html", "sitemap.xml", "sitemap.xml.gz"}


@cache
def list_own_files() -> frozenset[str]:
    """Return the files that the site itself has, in lower case."""
    assets = (
        path.relative_to(THEME / "site").as_posix()
        for path in (THEME / "site" / "assets").iterdir()
    )
    return frozenset(path.casefold() for path in (*FILES, *assets))


def is_own_path(path: str) -> bool:
    """Whether a path from the site's root is one of the site's own.

    Capitals make no difference on some systems.
    """
    folded = path.casefold()
    return folded in list_own_files() or folded.startswith(FOLDERS)
