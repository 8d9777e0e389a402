"""What is printed stays on its paper and in its box, whatever a contributor wrote."""

import io
from functools import cache
from typing import Any
from xml.etree.ElementTree import fromstring

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.drawing.fit import BACK, FRONT, fits_card
from playbook.drawing.layout import lay_out
from playbook.drawing.svg import draw_svg
from playbook.handouts.cards import EYEBROW, TALL, WIDTH, PrintedCard, front_place, make_deck
from playbook.handouts.facilitator import CLOSE, make_facilitator_sheet
from playbook.handouts.handout import Handout
from playbook.handouts.ink import draw_for_paper
from playbook.handouts.rich_text import RichText, Run, plain
from playbook.handouts.sheet import Sheet, shorten_title
from playbook.handouts.typst import PAPERS, Paper, make_pdf
from playbook.handouts.worksheet import make_worksheet
from playbook.kinds import KINDS
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.parts.exercise import Exercise
from playbook.text.inline import Text
from projects import ROOT

MM = 72 / 25.4


@cache
def load_library() -> Library:
    return Library(ROOT / "content", KINDS)


def find_guide() -> Entry:
    return load_library().entries["2026-04-interviews"]


def make_rich_text() -> RichText:
    return RichText("https://example.org/playbook", load_library().resolve, find_guide())


def printed_pages(sheet: Sheet, paper: Paper) -> Any:
    return pdfplumber.open(
        io.BytesIO(make_pdf(Handout("x", "A title", "A site", [sheet]), paper).content)
    ).pages


def exercise(**said: Any) -> Exercise:
    given = {
        "title": "Draw",
        "purpose": "See",
        "time": {"team": "20"},
        "who": "Us",
        "steps": ["Draw", "Show"],
    }
    return Exercise.model_validate(given | said)


def on_paper(pages: Any) -> None:
    for page in pages:
        for sign in page.chars:
            assert 0 <= sign["x0"] <= sign["x1"] <= page.width + 0.01
            assert 0 <= sign["top"] <= sign["bottom"] <= page.height + 0.01


hostile = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120),
    st.text(
        alphabet="אבגدهوабв日🎨\u200d\ufe0f\u0301\u202e#$*_`[]()\\<>@", min_size=1, max_size=60
    ),
    st.sampled_from(["x" * 700, "long words " * 90, '#import "x"', "שלום עולם", "مرحبا بالعالم"]),
).filter(str.strip)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(hostile, st.sampled_from(PAPERS))
def test_a_worksheet_holds_any_text_on_its_pages(words: str, paper: Paper) -> None:
    one = exercise(
        title=words[:500],
        purpose=words,
        materials=[words],
        steps=[words, {"lead": words[:200], "text": words}],
        canvas=["lines", "grid", "scorecard", "message"],
        table={"columns": [words[:300], "b", "c"], "rows": [words[:300], "d"]},
    )
    on_paper(
        printed_pages(make_worksheet(find_guide().artifact.session, one, make_rich_text()), paper)
    )


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(hostile, st.sampled_from(PAPERS))
def test_a_card_holds_any_text_in_its_box(words: str, paper: Paper) -> None:
    deck = [
        PrintedCard(
            "Ask", shorten_title(words, EYEBROW), plain(words), [("Listen for", plain(words))]
        )
    ]
    in_box(printed_pages(make_deck("Cards", deck, make_rich_text()), paper)[0], paper)


def in_box(page: Any, paper: Paper) -> list[float]:
    """Check that all but the page's foot stands inside the first card.

    Return the sizes of its letters.
    """
    at = front_place(0, paper)
    sizes = []
    for sign in page.chars:
        if sign["top"] > page.height - 9 * MM:
            continue
        assert at.left * MM <= sign["x0"]
        assert sign["x1"] <= (at.left + WIDTH) * MM
        assert at.top * MM <= sign["top"]
        assert sign["bottom"] <= (at.top + TALL / 2) * MM
        sizes.append(sign["size"])
    return sizes


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", ["Wann", "mmmmm", "illiterate", "to be or"])
def test_a_text_that_the_rule_lets_pass_is_printed_large(word: str, paper: Paper) -> None:
    most = next(n for n in range(120, 0, -1) if fits_card([" ".join([word] * n)], front=True))
    behind = next(
        n for n in range(120, 0, -1) if fits_card([" ".join([word] * n)] * 2, front=False)
    )
    text, back = plain(" ".join([word] * most)), plain(" ".join([word] * behind))
    deck = [PrintedCard("Ask", "e", text, [("One", back), ("Two", back)])]
    fronts, backs = printed_pages(make_deck("Cards", deck, make_rich_text()), paper)
    assert sizes_of(fronts, word) >= FRONT
    assert sizes_of(backs, word) >= BACK


def sizes_of(page: Any, word: str) -> float:
    """Return the size in which a card's text is set: the one that most of its letters have."""
    sizes = [round(sign["size"], 1) for sign in page.chars if sign["text"] in word]
    return float(max(set(sizes), key=sizes.count))


def test_a_text_that_reads_from_the_right_says_so() -> None:
    assert make_rich_text().runs(Text("שלום world"))[0].rtl
    assert not make_rich_text().runs(Text("world שלום"))[0].rtl


def test_the_facilitator_closes_as_the_guide_says_or_as_everybody_does() -> None:
    assert make_facilitator_sheet(find_guide().artifact.session, make_rich_text()).close[
        0
    ].text == str(find_guide().artifact.close)
    silent = find_guide().artifact.model_copy(update={"close": None})
    silent_text = RichText(
        "",
        load_library().resolve,
        type(find_guide())(find_guide().kind, find_guide().source, silent),
    )
    assert make_facilitator_sheet(silent.session, silent_text).close == (Run(CLOSE),)


def test_a_printed_picture_is_black_and_white() -> None:
    for entry in load_library().entries.values():
        for drawing in entry.kind.draw(entry.artifact):
            picture = fromstring(draw_for_paper(fromstring(draw_svg(lay_out(drawing))), {}))  # noqa: S314
            used = {each.get(name) for each in picture.iter() for name in ("fill", "stroke")}
            assert used <= {None, "none", "#000", "#fff"}
