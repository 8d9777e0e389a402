"""One input by its number.

Its files, written to a folder, and what became of the words that were put into it.
"""

import os
import re
from html import unescape
from pathlib import Path
from random import Random

import pypdfium2

from fuzz.mutations import Mutator
from fuzz.pools import Odd
from fuzz.seeds import MARKS, Files, Seeds, mark

TAGS = re.compile(r"<[^>]*>")
ADDRESSES = re.compile(r' href="([^"]*)"')
SITE, TENTH = "site_config/site.yml", 10
"""All sites but each tenth go without the reference, whose hundred pages are always the same."""
LIKE_A_NOTE = re.compile(r"(?:^|\s)# ")
"""What begins a comment for people, too."""


def make_case(seeds: Seeds, seed: int, number: int) -> Files:
    """Return the files of one input; the same for the same seed and number."""
    draw = Random(f"{seed}.{number}")  # noqa: S311 - cases, not secrets
    files = seeds.choose(draw)
    if number % TENTH:
        files[SITE] = files[SITE].replace(b"\nextra:\n", b"\nextra:\n  reference: false\n")
    mark(files, draw)
    mutate = Mutator(draw)
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        mutate(files)
    return files


def write_case(files: Files, root: Path) -> None:
    """Write an input's files; what no file system takes is left out."""
    (root / "content").mkdir(parents=True)
    for name, raw in sorted(files.items()):
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not isinstance(raw, Odd):
                path.write_bytes(raw)
            elif raw.sort == "pipe":
                os.mkfifo(path)
            elif raw.sort == "folder":
                path.mkdir()
            else:
                path.unlink(missing_ok=True)
                path.symlink_to(raw.target)
        except (OSError, ValueError, UnicodeError):
            continue


def marks_in(files: Files) -> dict[str, str]:
    """Return each word that was put into a text, with the file it is in.

    What was made a comment does not count.
    """
    found = {}
    for name, raw in files.items():
        is_read = (
            name.startswith("content/") and "/." not in name.rpartition("/")[0]
        )  # what is in a hidden folder is not
        if is_read and isinstance(raw, bytes) and name.endswith((".yml", ".yaml", ".md")):
            for line in raw.decode("utf-8", "replace").splitlines():
                said = LIKE_A_NOTE.split(line)[0] if not name.endswith(".md") else line
                found.update(dict.fromkeys(MARKS.findall(said), name))
    return found


def lost_marks(wanted: dict[str, str], site: Path, told: set[str]) -> dict[str, str]:
    """Return the words that are on no page and no sheet of a site, and in no file that was
    complained about."""
    left = {word: name for word, name in wanted.items() if name not in told}
    if left:
        seen = "".join(seen_on(path) for path in sorted(site.rglob("*.html")))
        left = {word: name for word, name in left.items() if word not in seen}
    if left:
        seen = "".join(seen_in(path) for path in sorted(site.rglob("*.a4.pdf")))
        left = {word: name for word, name in left.items() if word not in seen}
    return left


def seen_on(path: Path) -> str:
    """Return what a reader sees of a page, and where its links lead."""
    text = path.read_text(encoding="utf-8")
    return unescape("".join([TAGS.sub("", text), *ADDRESSES.findall(text)]))


def seen_in(path: Path) -> str:
    """Return what a reader sees of a sheet, without the places where a line may break."""
    pages = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"[\s\u200b\xad\x02\ufffe-]", "", text)
