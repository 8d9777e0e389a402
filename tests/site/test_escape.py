import html
from collections import Counter
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from hypothesis import example, given, settings
from markdown import Markdown
from markdown_it.token import Token
from mkdocs.utils.meta import get_data

from hostile import texts
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.site.environment import write_front_matter
from playbook.site.escape import escape
from playbook.site.markdown import Writer
from playbook.text.inline import Text

HOME = """kind: play
title: The *home* play
summary: Where every reference leads here.
purpose: To be referred to.
time: 5
steps: [{title: Refer}]
"""
PLACES = {
    "heading": "## %s { #Top }",
    "item": "- before\n- %s\n- after",
    "deep item": "- a\n\n    - b\n\n        - **%s** — c",
    "numbered item": "1. **%s** <span>5 min</span>\n\n\n    %s",
    "fact": (
        '<div class="pb-facts" markdown="1">\n\n- <span class="pb-fact">Who</span> %s\n\n</div>'
    ),
    "tick box": '- <label class="pb-check"><input type="checkbox"> <span>%s</span></label>',
    "card": '<div class="grid cards" markdown="1">\n\n-   **%s**\n\n    %s\n\n</div>',
    "cell": "| a | b |\n| --- | --- |\n| x | %s |\n| %s (y) | z |",
    "HTML paragraph": '<p class="pb-summary" markdown="1">%s</p>',
    "paragraph": "%s",
}
ENGINE = Markdown(
    extensions=["attr_list", "md_in_html", "tables", "toc"],
    extension_configs={"toc": {"permalink": True}},
)
INLINE = {"em", "strong", "code", "a", "br"}
HARMLESS = ("http:", "https:", "mailto:", "#", "home.md")

EVERY_SIGN = r'\\ `a` *b* _c_ {d} [e](f) <i>g</i> &amp; h | j ~~k~~ ^l^ $m$ "n" # o!'
"""What escaping is about, without waiting until chance brings it up."""
each_place = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    content = tmp_path_factory.mktemp("content")
    (content / "home.yml").write_text(HOME, encoding="utf-8")
    library = Library(content, KINDS)
    home = library.entries["home"]
    return Writer(home.page, lambda entry, _: library.resolve(entry, "home"), home)


def rendered(place: str, text: str) -> Any:
    ENGINE.reset()
    return html5lib.parseFragment(
        ENGINE.convert(place.replace("%s", text)), namespaceHTMLElements=False
    )


def elements(tree: Any) -> Counter[str]:
    return Counter(str(element.tag) for element in tree.iter())


def visible(tree: Any) -> str:
    def walk(element: Any) -> Iterator[str]:
        if element.get("class") != "headerlink":
            yield " " if element.tag == "br" else element.text or ""
            for child in element:
                yield from walk(child)
        yield element.tail or ""

    return " ".join("".join(walk(tree)).split())


def read_as_reader(place: str, words: str) -> str:
    return " ".join(visible(rendered(place, "WORDS")).replace("WORDS", words).split())


def words(token: Token) -> str:
    return token.meta.get("words") or (
        "The home play" if token.type == "reference" else token.content
    )


@each_place
@settings(deadline=None, max_examples=12)
@given(text=texts)
@example(text=EVERY_SIGN)
def test_an_escaped_string_shows_itself_and_nothing_else(place: str, text: str) -> None:
    tree = rendered(place, escape(text))
    assert visible(tree) == read_as_reader(place, text)
    assert elements(tree) == elements(rendered(place, "WORDS"))


@each_place
@settings(deadline=None, max_examples=12)
@given(text=texts)
def test_inline_markdown_adds_emphasis_code_and_harmless_links_only(
    place: str, text: str, writer: Writer
) -> None:
    tree = rendered(place, writer.text(Text(text)))
    assert visible(tree) == read_as_reader(place, "".join(map(words, Text(text).tokens())))
    assert set(elements(tree) - elements(rendered(place, "WORDS"))) <= INLINE
    assert not elements(rendered(place, "WORDS")) - elements(tree)
    for element in tree.iter():
        assert set(element.attrib) <= {"class", "href", "id", "title", "type"}
        assert element.get("href", "#").lower().startswith(HARMLESS)


@settings(deadline=None)
@given(text=texts)
def test_a_title_comes_through_the_front_matter(text: str) -> None:
    plain = Text(text).plain()
    _, said = get_data(str(write_front_matter({"previews": False}, plain, plain, "toc")))
    assert [html.unescape(str(said[key])) for key in ("title", "description")] == [plain, plain]
