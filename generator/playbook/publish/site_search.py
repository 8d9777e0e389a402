"""The search of a site that MkDocs builds, in the place of Material's."""

from pathlib import Path
from typing import TYPE_CHECKING

from playbook.site.search import PageText, add_pieces, dump_page, load_page, read_page
from playbook.site.search_parts import make_search_files

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from playbook.site.site import Site

MATERIAL = "material/search"
"""The plugin that a site names to have a search."""
READ = "read"
INDEX = Path("search") / "search_index.json"


class SiteSearch:
    """What a search reads of the pages of one build."""

    def __init__(self) -> None:
        self.texts: dict[str, PageText] = {}

    def keep_page(self, html: str, page: "Page") -> None:
        """Keep what a search reads of a page; Material reads it no second time.

        It is kept with the page's front matter, from one build to the next.
        """
        if READ not in (page.meta.get("search") or {}):
            text = read_page(html, page.url, page.meta)
            page.meta["search"] = {"exclude": True, READ: dump_page(text) if text else None}
        if read := page.meta["search"][READ]:
            self.texts[page.file.src_uri] = load_page(read)

    def write(self, site_dir: Path, site: "Site", language: str) -> None:
        """Write the index of the search in the place of Material's."""
        (site_dir / INDEX).unlink(missing_ok=True)
        add_pieces(self.texts, site.pieces)
        for path, text in make_search_files(self.texts.values(), site.also, language).items():
            place = site_dir / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
