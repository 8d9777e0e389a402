"""Where something public gives away what is internal.

It leads there by its address, or can't do without it.
"""

import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote

from playbook.config.place import WHOLE, Place
from playbook.config.settings import FILE
from playbook.content.file_names import PAGES
from playbook.content.front_matter import find_mark
from playbook.content.handwritten import read_page
from playbook.library.entry import Entry
from playbook.library.kind import Artifact
from playbook.library.library import Library
from playbook.model.traverse import find_pieces
from playbook.privacy.words import MARKS
from playbook.source.document import MAX_BYTES, Loc
from playbook.source.problem import Mark, Problem, Severity
from playbook.text.slug import compose

ENDING = re.compile(r"(?:/(?:index|README))?\.\w+$|/$")
ADDRESS = re.compile(rf"[\w./%{MARKS}-]+")
PUNCTUATED = re.compile(rf"[/%]|\.[\w{MARKS}-]")
"""What every address has, and hardly any word."""
CONFIGS = (Path("mkdocs.yml"), FILE)
MOST_PARTS = 6
"""How many folders deep an address of another site, or from its root, is compared."""


def find_exposures(
    library: Library, public: Library, root: Path, severity: Severity, place: Place = WHOLE
) -> Iterator[Problem]:
    """Yield each place where a project's public site, made of `public`, isn't as it should be.

    `severity` is that of an address. Where the site isn't ours, its own pages at `place` may lead
    to what is internal, too.
    """
    hidden = [entry for name, entry in library.entries.items() if name not in public.entries]
    yield from (
        report_dependence(entry, hidden, library)
        for entry in hidden
        if entry.is_public and entry.shelf is None
    )
    pages = [
        *(entry.page for entry in hidden),
        *(path for path in library.handwritten if path not in public.handwritten),
    ]
    if pages:
        stems = {ENDING.sub("", page) for page in pages}
        for path, mark, address in find_addresses(public, root, stems):
            message = (
                f"'{address}' is internal: take the link out, or make the page that has it "
                "internal, too"
            )
            yield Problem(path, mark, "VIS002", message, severity)
        if place.is_guest:
            yield from find_on_their_pages({*map(place.locate, stems)}, place, severity)


def find_on_their_pages(
    stems: Collection[str], place: Place, severity: Severity
) -> Iterator[Problem]:
    """Yield each address of one of our pages on a page of the site that these are guests in."""
    docs = place.content.parents[place.folder.count("/")]
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.suffix in PAGES and not place.holds(name) and path.is_file():
            text, _ = read_page(path, MAX_BYTES)
            for index, page in find_pages(text, name, stems):
                message = f"'{page}' is internal: take the link out"
                yield Problem(path, find_mark(text, index), "VIS002", message, severity)


def report_dependence(entry: Entry, hidden: Collection[Entry], library: Library) -> Problem:
    """Return the advice on something public that goes with what is internal."""
    mentions = library.find_mentions(entry)
    bonds = [mention for other in hidden for mention in mentions if mention.target.entry is other]
    mark = entry.source.find_mark(bonds[0].loc) if bonds else Mark()
    target = f"'{bonds[0].target.entry.id}'" if bonds else "something"
    message = (
        f"this can't do without {target}, which is internal, and a public site leaves out both: "
        "write 'visibility: internal' here, too"
    )
    return Problem(entry.source.path, mark, "VIS003", message, Severity.WARNING)


def find_addresses(
    public: Library, root: Path, stems: Collection[str]
) -> Iterator[tuple[Path, Mark, str]]:
    """Yield each address of one of the pages in what everybody may see.

    The file, the place, the page.
    """
    endings = {stem.rpartition("/")[2] for stem in stems}
    for entry in public.own_entries:
        for loc, stem in entry.recall(list_stems):
            if (last := stem.rpartition("/")[2]) not in endings and last.strip("."):
                continue  # as nearly all
            if page := find_page(stem, entry.page, stems):
                yield entry.source.path, entry.source.find_mark(tuple(loc)), page
    texts = [
        (public.content / page.path, page.path, page.text) for page in public.handwritten.values()
    ]
    texts += [
        (root / config, "", read_page(root / config, MAX_BYTES)[0])
        for config in CONFIGS
        if (root / config).is_file()
    ]
    for path, place, text in texts:
        for index, page in find_pages(text, place, stems):
            yield path, find_mark(text, index), page


def list_stems(artifact: Artifact) -> list[tuple[Loc, str]]:
    """Return what may be an address in the texts of an artifact, without its ending."""
    return [
        (loc, stem)
        for loc, text in find_pieces(artifact, str)
        if ("/" in text or "." in text or "%" in text) and PUNCTUATED.search(text)
        for _, stem in find_stems(text)
    ]


def find_pages(text: str, place: str, stems: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield each of the pages whose address stands in a text, and where.

    `place` is the page that the text is on.
    """
    for index, stem in find_stems(text):
        if page := find_page(stem, place, stems):
            yield index, page


def find_stems(text: str) -> Iterator[tuple[int, str]]:
    """Yield what may be an address in a text, without its ending, and where."""
    for match in ADDRESS.finditer(text):
        if PUNCTUATED.search(match[0]):
            address = compose(unquote(match[0])).rstrip(".")
            if "/" in address or "." in address:
                yield match.start(), ENDING.sub("", address)


def find_page(stem: str, place: str, stems: Collection[str]) -> str | None:
    """Return the one of the pages that an address on a page leads to."""
    near = posixpath.normpath(posixpath.join(posixpath.dirname(place), stem))
    parts = [candidate for candidate in stem.split("/") if candidate.strip(".")]
    far = ("/".join(parts[-number:]) for number in range(2, MOST_PARTS + 1))
    return next((candidate for candidate in (near, *far) if candidate in stems), None)
