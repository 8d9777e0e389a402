import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from hostile import texts
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.pieces import collect_pieces
from playbook.parts.term import Term
from playbook.site.glossary import Terms
from playbook.site.markdown import Writer
from playbook.site.templates import PageRenderer
from playbook.text.inline import Text

PAGE = "../glossaries/words.md"
FILES = {
    "words.yml": """\
kind: glossary
title: Words
summary: The words of this test, of which the first is opportunity.
terms:
  - {title: opportunity, also: opportunities, means: A need or a lever.}
  - {title: opportunity solution tree, also: [OST, trees of an OST], means: A drawing of each opportunity for a trio.}
  - {title: product trio, also: trio, means: Three people who use leverage.}
  - {title: SLO, means: A target.}
  - {title: North Star, means: A number.}
  - {title: C++, id: c-plus-plus, means: A language.}
  - {title: "C#", id: c-sharp, means: Another language.}
  - {title: .NET, means: What it runs on.}
  - {title: R&D, means: Where they write it.}
  - {title: what (now)?, means: A question.}
  - {title: "*bold* [move]", id: bold-move, means: A move in **bold**.}
  - {title: event_name, means: What is tracked.}
  - {title: "35", means: A number again.}
  - {title: naïve, means: Without guile.}
""",  # noqa: E501 - a script, YAML or a title, as it is
    "other-words.yml": """\
kind: glossary
title: Other words
summary: Another glossary.
terms:
  - {title: leverage, means: What nobody has who says so.}
""",
    "home.yml": """\
kind: play
title: A play with a trio
summary: It begins with a trio.
purpose: Each opportunity, as the trio sees it.
when: There is an opportunity
when_not: The trio is away
people: The trio
time: 5
steps: [{title: Ask the trio, text: Write down what the trio says about the opportunity.}]
sources: [A talk about SLO]
""",
}
LINK = re.compile(r"\[([^\[\]]*)\]\((?:\.\./glossaries/)?(?:other-)?words\.md#[a-z0-9-]+\)")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    content = tmp_path_factory.mktemp("content")
    for name, text in FILES.items():
        (content / name).write_text(text, encoding="utf-8")
    library = Library(content, KINDS)
    assert library.problems == []
    return library


@pytest.fixture(scope="module")
def terms(library: Library) -> Terms:
    return Terms(collect_pieces(library, Term))


@pytest.fixture(scope="module")
def writer(library: Library) -> Writer:
    home = library.entries["home"]
    return Writer(home.page, library.resolve, home)


def link(text: str, terms: Terms, writer: Writer) -> str:
    return terms.link(writer.text(Text(text)), writer).replace(PAGE, "")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("A trio. The trio again.", "A [trio](#product-trio). The trio again."),
        ("A trio is a product trio.", "A [trio](#product-trio) is a product trio."),
        (
            "Each opportunity has opportunities.",
            "Each [opportunity](#opportunity) has opportunities.",
        ),
        ("The opportunities.", "The [opportunities](#opportunity)."),
        ("trio, SLO, trio, SLO", "[trio](#product-trio), [SLO](#slo), trio, SLO"),
    ],
)
def test_a_term_is_linked_where_a_page_first_uses_it(
    text: str, markdown: str, terms: Terms, writer: Writer
) -> None:
    assert link(text, terms, writer) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "an opportunity solution tree",
            "an [opportunity solution tree](#opportunity-solution-tree)",
        ),
        ("an opportunity solution", "an [opportunity](#opportunity) solution"),
        ("the trees of an OST", "the [trees of an OST](#opportunity-solution-tree)"),
        ("a product trio", "a [product trio](#product-trio)"),
        (
            "an OST, an opportunity solution tree, an opportunity",
            (
                "an [OST](#opportunity-solution-tree), an opportunity solution tree, "
                "an [opportunity](#opportunity)"
            ),
        ),
    ],
)
def test_the_longest_term_wins(text: str, markdown: str, terms: Terms, writer: Writer) -> None:
    assert link(text, terms, writer) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("two trios", "two [trios](#product-trio)"),
        ("Product Trios", "[Product Trios](#product-trio)"),
        ("our SLOs", "our [SLOs](#slo)"),
        ("an slo", "an slo"),
        ("an SLOS", "an SLOS"),
        ("a north star", "a north star"),
        ("the North Stars", "the [North Stars](#north-star)"),
        ("NAÏVE", "[NAÏVE](#naïve)"),
    ],
)
def test_a_plural_s_may_follow_and_capitals_of_a_term_are_kept(
    text: str, markdown: str, terms: Terms, writer: Writer
) -> None:
    assert link(text, terms, writer) == markdown


@pytest.mark.parametrize(
    "text", ["triode", "striose", "SLOw", "trio2", "C++11", "new_trio", "trio_says", "eventXname"]
)
def test_a_part_of_a_word_is_no_term(text: str, terms: Terms, writer: Writer) -> None:
    assert terms.link(writer.text(Text(text)), writer) == writer.text(Text(text))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("in C++ or C++.", "in [C++](#c-plus-plus) or C++."),
        ("in C# or C#.", "in [C&#35;](#c-sharp) or C&#35;."),
        ("on .NET", "on [.NET](#net)"),
        ("our R&D", "our [R&#38;D](#r-d)"),
        ("so, what (now)?", "so, [what (now)?](#what-now)"),
        ("what now", "what now"),
        ("a bold [move]", "a [bold &#91;move&#93;](#bold-move)"),
        ("an event_name", "an [event&#95;name](#event-name)"),
        ("# 35, # 36", "&#35; [35](#35), &#35; 36"),
        ("# or #trio", "&#35; or &#35;[trio](#product-trio)"),
    ],
)
def test_signs_of_markdown_and_of_patterns_are_but_signs(
    text: str, markdown: str, terms: Terms, writer: Writer
) -> None:
    assert link(text, terms, writer) == markdown


def test_a_sign_before_a_term_makes_no_picture_of_its_link(terms: Terms, writer: Writer) -> None:
    assert "![" not in link("Look!trio, or look! trio", terms, writer)


LEFT_ALONE = {
    "front-matter": '---\ntitle: "trio"\ndescription: "trio"\n---',
    "heading": "## The trio { #trio }",
    "deep-heading": "#### trio",
    "fenced-code": "```yaml\ntrio: trio\n\n# trio\n```",
    "code": "<code>trio</code>",
    "link": "[the trio](https://a.example/trio)",
    "link-with-emphasis": "[the <em>trio</em>](../maps/trio.md#trio)",
    "link-on-a-card": '<a class="pb-card" href="#trio"><b>trio</b></a>',
    "label": '<label class="pb-check"><input type="checkbox"> <span>the trio</span></label>',
    "fact": '<span class="pb-fact">Trio</span>',
    "kind": '<span class="pb-kind">Trio</span>',
    "unseen": '<span class="pb-unseen">: the trio</span>',
    "minutes": '<span class="pb-minutes">trio</span>',
    "button": (
        '<button type="button">Show the trio<span class="pb-unseen"> of: trio</span></button>'
    ),
    "summary": "<summary>We have no trio</summary>",
    "summary-of-the-page": '<p class="pb-summary" markdown="1">The trio</p>',
    "kind-of-the-page": '<p class="pb-kind" markdown="1">Trio</p>',
    "head-of-a-table": "| trio | Trios |\n| --- | --- |\n| x | y |",
    "bold-title": "1. **Ask the trio**",
    "work": "<cite>The trio</cite>",
    "picture": (
        '<figure class="pb-picture">\n<svg><text>trio</text>\n<title>trio</title></svg>\n</figure>'
    ),
    "tag": '<span data-keep="trio" id="trio">',
}


@pytest.mark.parametrize("place", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_no_running_text_is_left_alone_and_does_not_count_as_a_use(
    place: str, terms: Terms, writer: Writer
) -> None:
    assert (
        terms.link(f"{place}\n\nA trio.\n", writer)
        == f"{place}\n\nA [trio]({PAGE}#product-trio).\n"
    )


def test_a_cell_of_a_table_is_running_text(terms: Terms, writer: Writer) -> None:
    table = "| trio |\n| --- |\n| **trio** <span>a trio</span> |\n"
    assert terms.link(table, writer) == table.replace("a trio", f"a [trio]({PAGE}#product-trio)")


def test_an_artifact_s_page_is_linked_with_addresses_from_its_own_folder(library: Library) -> None:
    page = PageRenderer(library).render_artifact(library.entries["home"], {})
    assert LINK.findall(page) == ["opportunity", "trio"]
    seen = f"as the [trio]({PAGE}#product-trio) sees it"
    assert f">Each [opportunity]({PAGE}#opportunity), {seen}.<" in page
    assert "</span> The trio\n" in page


def test_a_glossary_links_to_the_terms_of_another_and_not_to_its_own(library: Library) -> None:
    page = PageRenderer(library).render_artifact(library.entries["words"], {})
    assert LINK.findall(page) == ["leverage"]
    assert "[leverage](other-words.md#leverage)" in page


def test_a_playbook_without_a_glossary_links_nothing(tmp_path: Path) -> None:
    (tmp_path / "home.yml").write_text(FILES["home.yml"], encoding="utf-8")
    library = Library(tmp_path, KINDS)
    page = PageRenderer(library).render_artifact(library.entries["home"], {})
    assert "as the trio sees it" in page
    assert "glossaries" not in page


SPOKEN = (
    *(
        "trio",
        "Trios",
        "product trio",
        "opportunity",
        "opportunity solution tree",
        "SLO",
        "C++",
        "C#",
        "R&D",
        ".NET",
    ),
    *("35", "bold [move]", "what (now)?", "event_name", "leverage"),
)
PLACES = (
    *("## %s { #a }", "- %s", "1. **%s** — %s", "%s", "| a | %s |\n| --- | --- |\n| %s | %s |"),
    *(
        '<p class="pb-purpose" markdown="1">%s</p>',
        "<label><input> <span>%s</span></label>",
        "<cite>%s</cite> %s",
    ),
    *("[%s](home.md)", "*%s*", '<span class="pb-fact">%s</span> %s'),
)
ENGINE = Markdown(extensions=["attr_list", "md_in_html", "tables"])
SHOWN_LINK = re.compile(r'<a href="\.\./glossaries/(?:other-)?words\.md#[a-z0-9-]+">(.*?)</a>')
said = st.lists(
    st.sampled_from(SPOKEN) | texts.filter(lambda text: "[[" not in text), min_size=1, max_size=5
)
sentences = st.tuples(st.sampled_from(["", " ", ", "]), said).map(
    lambda drawn: drawn[0].join(drawn[1])
)
placed = st.tuples(st.sampled_from(PLACES), sentences.filter(lambda text: bool(text.strip())))


def render_html(markdown: str) -> str:
    return ENGINE.reset().convert(markdown)


@settings(deadline=None, max_examples=80)
@given(blocks=st.lists(placed, min_size=1, max_size=5))
def test_a_page_without_its_links_to_the_glossary_is_as_it_was(
    blocks: list[tuple[str, str]], terms: Terms, writer: Writer
) -> None:
    page = "\n\n".join(
        place.replace(
            "%s", writer.words(Text(text)) if place.startswith("[") else writer.text(Text(text))
        )
        for place, text in blocks
    )
    linked = terms.link(page, writer)
    assert LINK.sub(r"\1", linked) == page
    read = render_html(linked)
    assert SHOWN_LINK.sub(r"\1", read) == render_html(page)
    assert len(SHOWN_LINK.findall(read)) == len(LINK.findall(linked)) <= len(terms.terms)


def test_our_own_pages_are_as_before_without_their_links_to_the_glossary(
    own_library: Library,
) -> None:
    pages, bare = PageRenderer(own_library), PageRenderer(own_library)
    bare.terms = Terms([])
    links = re.compile(r"\[([^\[\]]*)\]\((?:\.\./glossaries/)?glossary\.md#([a-z0-9-]+)\)")
    found = 0
    for entry in own_library.entries.values():
        pictures = {drawing.name: Markup("<svg/>") for drawing in entry.kind.draw(entry.artifact)}
        page, plain = pages.render_artifact(entry, pictures), bare.render_artifact(entry, pictures)
        terms = [each for _, each in links.findall(page) if f"glossary.md#{each})" not in plain]
        assert links.sub(r"\1", page) == links.sub(r"\1", plain)
        assert len(terms) == len(set(terms)), entry.id
        found += len(terms)
    assert found
