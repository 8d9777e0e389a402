"""The search of a site that MkDocs builds, in the place of Material's."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.publish.kept.page_store import make_key
from playbook.site.search import PageText, Piece, add_pieces, read_page
from playbook.site.search_parts import SearchIndex, SearchPage, count_terms
from playbook.system.workers import share_out

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from playbook.publish.kept.page_converter import PageConverter
    from playbook.site.site import Site

MATERIAL = "material/search"
"""The plugin that a site names to have a search."""
INDEX = Path("search") / "search_index.json"


class SiteSearch:
    """What a search reads of the pages of one build."""

    def __init__(self) -> None:
        self.texts: dict[str, PageText] = {}
        """By the path of a page's file; a page that is kept from one build to the next has none."""

    def keep_page(self, html: str, page: "Page") -> None:
        """Keep what a search reads of a page; Material reads it no second time."""
        text = read_page(html, page.url, page.meta)
        page.meta["search"] = {"exclude": True}
        if text:
            self.texts[page.file.src_uri] = text

    def write(
        self, site_dir: Path, site: "Site", language: str, converter: "PageConverter | None"
    ) -> None:
        """Write the index of the search in the place of Material's."""
        (site_dir / INDEX).unlink(missing_ok=True)
        urls = {path: text.url for path, text in self.texts.items()}
        if converter:
            urls |= converter.list_texts()
        paths = sorted(urls, key=lambda path: urls[path])
        pieces = group_pieces(site.pieces)

        def count(number: int) -> tuple[str, SearchPage]:
            path = paths[number]
            if converter and path not in self.texts:
                return count_once(path, pieces[path], converter)
            return "", count_page(path, pieces[path], self.texts[path])

        index = SearchIndex()
        for name, page in share_out(count, len(paths)):
            if converter and name:
                converter.store.used.add(name)
            write_file(site_dir, *index.add(page))
        stems = load_stems(language, converter)
        known = len(stems)
        for file in index.finish(site.also, language, stems):
            write_file(site_dir, *file)
        if converter and len(stems) > known:
            content = json.dumps({term: stems[term] for term in index.postings})
            converter.store.write(name_stems(language, converter), content.encode())


def load_stems(language: str, converter: "PageConverter | None") -> dict[str, str]:
    """Return the stems of words that were worked out before."""
    kept = converter.store.read(name_stems(language, converter)) if converter else None
    stems: dict[str, str] = json.loads(kept) if kept else {}
    return stems


def name_stems(language: str, converter: "PageConverter") -> str:
    return f"{make_key(converter.engine, language)}.stems"


def group_pieces(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    """Return pieces by the path of their page."""
    grouped: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        grouped[piece.page].append(piece)
    return grouped


def count_once(
    path: str, pieces: list[Piece], converter: "PageConverter"
) -> tuple[str, SearchPage]:
    """Return a page as a search knows it, and the name that it is kept by."""
    name = f"{make_key(converter.engine, converter.keys[path], repr(pieces))}.terms"
    kept = converter.store.read(name)
    if kept is not None:
        return name, SearchPage.load(kept)
    page = count_page(path, pieces, converter.read_text(path))
    converter.store.write(name, page.dump())
    return name, page


def count_page(path: str, pieces: list[Piece], text: PageText) -> SearchPage:
    """Return a page as a search knows it, with its pieces."""
    add_pieces({path: text}, pieces)
    return count_terms(text)


def write_file(site_dir: Path, path: str, text: str) -> None:
    place = site_dir / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
