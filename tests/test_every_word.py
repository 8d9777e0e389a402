"""Nothing is left in English.

Each message stands in ⟦brackets⟧, each text of a contributor in another alphabet.
"""

import re
import sys
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path
from string import ascii_letters
from typing import Any

import pytest
from markdown_it.token import Token

from golden import each_case, read_case
from languages import TEMPLATE, read
from playbook.clubs.announcement import Announcement
from playbook.clubs.feed import build_feed
from playbook.clubs.schedule import find_clubs
from playbook.config.audiences import Audience
from playbook.config.settings import Extra, Settings
from playbook.content.handwritten import Nav
from playbook.drawing.cache import PictureCache
from playbook.drawing.drawing import Drawing
from playbook.kinds import KINDS
from playbook.language import Language, use_language
from playbook.library.library import Library
from playbook.site.artifact_pages import make_files_of
from playbook.site.build import Build
from playbook.site.site import HOME, assemble_site
from playbook.text import inline
from playbook.text.inline import Text, parse
from projects import ROOT

OTHER = {ord(sign): chr(ord("а") + number % 26) for number, sign in enumerate(ascii_letters)}  # noqa: RUF001 - Cyrillic
BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
SEEN = re.compile(r'\b(?:aria-label|placeholder|title|alt|data-late)="([^"]*)"')
UNSEEN = re.compile(
    r"<[^>]*>|\]\([^)\s]*\)|\{ [#.][^}]*\}|&#?\w+;|^(?:title|description|tags|changed): ",
    re.MULTILINE,
)
HIDDEN = re.compile(r"^(?:hide|source|search): .*$|<code>[^<]*</code>", re.MULTILINE)
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2,}")
ZONES = {"UTC", "PDT", "PST", "CET", "CEST", "GMT", "BST", "EDT", "EST", "WEST"}
ENGLISH = ("reference/", "rules/")


KNOWN = {
    (told.context, told.id if isinstance(told.id, str) else told.id[0]) for told in read(TEMPLATE)
}


class Bracketed(NullTranslations):
    """Returns every message in brackets."""

    def gettext(self, message: str) -> str:
        assert (None, message) in KNOWN
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        assert (None, msgid1) in KNOWN
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        assert (context, message) in KNOWN
        return f"⟦{message}⟧"


PSEUDO = Language("ru", Bracketed())


def other(text: str) -> str:
    """Return a text in another alphabet."""
    return text.translate(OTHER)


def tokens(text: Text) -> tuple[Token, ...]:
    """Return a text's tokens with its words in another alphabet; ids and addresses stay."""
    said = []
    for token in parse(str(text)):
        if token.type == "reference":
            said.append(token.copy(meta={"words": other(token.meta["words"] or token.content)}))
        else:
            said.append(token.copy(content=other(token.content)))
    return tuple(said)


def list_caches() -> dict[str, Any]:
    """Return our functions that remember their answers, by module and name."""
    ours = [module for name, module in sys.modules.items() if name.startswith("playbook.")]
    functions = [value for module in ours for value in vars(module).values()]
    return {
        f"{function.__module__}.{function.__qualname__}": function
        for function in functions
        if hasattr(function, "cache_info") and hasattr(function, "cache_clear")
    }


@pytest.fixture(scope="module", autouse=True)
def _clear_caches() -> Iterator[None]:
    """Leave nothing to later tests that was worked out in another alphabet."""
    before = {name: cache.cache_info().misses for name, cache in list_caches().items()}
    yield
    for name, cache in list_caches().items():
        if cache.cache_info().misses != before.get(name, 0):
            cache.cache_clear()


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Text, "tokens", tokens)
    monkeypatch.setattr(inline, "MARKED", re.compile(""))  # so that all is taken from the tokens
    with use_language(PSEUDO):
        yield


def tagged(library: Library) -> Library:
    """Return a library with its tags in another alphabet, and audiences."""
    library.audiences = WHOM
    for entry in library.entries.values():
        entry.artifact.__dict__["tags"] = tuple(map(other, entry.artifact.tags))
    return library


def left(text: str) -> list[str]:
    """Return the words that are neither a message nor a contributor's."""
    while (less := BRACKETS.sub("", text)) != text:
        text = less
    text = HIDDEN.sub("", text)
    stretches = [*SEEN.findall(text), UNSEEN.sub(" ", text)]
    return [word for each in stretches for word in WORD.findall(each) if word not in ZONES]


def on(drawing: Drawing) -> str:
    """Return all words of a drawing."""
    cards = [
        f"{each.title} · {each.eyebrow} · {each.note} · {each.legend}" for each in drawing.cards
    ]
    links = [f"{each.words} · {each.legend}" for each in drawing.links]
    return "\n".join([drawing.title, drawing.description, *cards, *links])


class Reading(PictureCache):
    """Reads drawings instead of drawing them."""

    def __init__(self) -> None:
        super().__init__(None)
        self.words: dict[str, str] = {}

    def get(self, key: str, ending: str, make: Callable[[], bytes]) -> bytes:
        """Return an empty sheet."""
        del key, ending, make
        return b""

    def draw_picture(self, drawing: Drawing) -> str:
        """Remember the words."""
        self.words[f"{drawing.name}: {drawing.title}"] = on(drawing)
        return '<svg viewBox="0 0 9 9"/>'

    def draw_thumbnail(self, drawing: Drawing) -> str:
        """Return a picture without words."""
        del drawing
        return '<svg viewBox="0 0 9 9"/>'


WHOM = tuple(
    Audience(id=depth, who="кто", can=can, how_often="weekly", depth=depth, cares_about="что")  # type: ignore[arg-type]
    for can, depth in (("block", "headline"), ("shape", "reasons"), ("told", "evidence"))
)


@each_case
def test_pages_and_drawings_of_an_artifact_hold_no_other_word(case: Path, tmp_path: Path) -> None:
    library, entry = read_case(case, tmp_path)
    tagged(library)
    reading = Reading()
    files = make_files_of(
        entry, Build(library, Settings(site_name="сайт", extra=Extra(handouts=False)), reading)
    )
    pages = {file.path: str(file.content) for file in files}
    assert "⟦" in pages[entry.page]
    assert {
        path: words for path, text in (pages | reading.words).items() if (words := left(text))
    } == {}


@pytest.fixture(scope="module")
def settings() -> Settings:
    """Settings in another alphabet."""
    return Settings(site_name="сайт", site_description="о нас", extra=Extra(tagline="вперёд"))  # noqa: RUF001 - Cyrillic


@pytest.fixture(scope="module")
def own() -> Library:
    """Our own content, its tags in another alphabet."""
    return tagged(Library(ROOT / "content", KINDS))


def titles(nav: Nav) -> str:
    """Return the names of the sections."""
    return "\n".join(title for section in nav for title in section)


def test_pages_that_no_artifact_has_hold_no_other_word(settings: Settings, own: Library) -> None:
    site = assemble_site(Build(own, settings, Reading()))
    pages = {
        each.path: str(each.content)
        for each in site.files
        if each.path.endswith(".md") and not each.path.startswith(ENGLISH)
    }
    assert {
        HOME,
        "plays/index.md",
        "ways-in/index.md",
        "exercises/index.md",
        "anti-patterns/index.md",
    } <= set(pages)
    assert {path: words for path, text in pages.items() if (words := left(text))} == {}
    assert left(titles(site.nav)) == []
    assert left("\n".join({piece.kind for piece in site.pieces})) == []


def test_the_home_page_of_an_empty_playbook_holds_no_other_word(
    settings: Settings, tmp_path: Path
) -> None:
    site = assemble_site(Build(Library(tmp_path, KINDS), settings, Reading()))
    home = str(site.find(HOME).content)
    assert "⟦Begin here⟧" in home
    assert left(home) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "theme" / "site").glob("*.html")), ids=lambda path: path.name
)
def test_the_theme_says_nothing_but_messages(path: Path) -> None:
    assert left(JINJA.sub("", path.read_text(encoding="utf-8"))) == []


def test_the_feed_and_announcements_hold_no_other_word(settings: Settings, own: Library) -> None:
    years = find_clubs(own)
    feeds = re.findall(
        r"<title>(.*?)</title>|<summary>(.*?)</summary>|<content>(.*?)</content>",
        build_feed(years, settings),
    )
    assert left("\n".join("\n".join(each) for each in feeds)) == []
    said = [
        Announcement(year, part, "").message.format_chat() for year in years for part in year.parts
    ]
    assert len(said) > 10
    assert [words for each in said if (words := left(each))] == []
