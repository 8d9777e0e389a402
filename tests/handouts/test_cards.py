import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest

from handouts.paper import MM, Paper, cells, flipped, read, said, squeezed
from handouts.scripts import PLAY
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import Print, print_handouts
from playbook.project import load_project
from projects import Project

DECKS = ("question-cards", "anti-pattern-cards")
HALF_A_MILLIMETRE = 0.5 * MM


def sheets(
    each: Print, papers: dict[str, list[Paper]]
) -> Iterator[tuple[list[dict[str, object]], str, Paper, Paper]]:
    """Yield the cards of each sheet of a deck, or of a pack's last pages, over which edge it is
    flipped, its front and its back.
    """
    pages = papers[each.path]
    decks = list_decks(each)
    first = each.starts[-len(decks)] - 1
    for deck in decks:
        cards = deck["cards"]
        while cards:
            assert first % 2 == 0, "a front on the back of a sheet"
            front, back = pages[first : first + 2]
            whole = round((front.tall - 2 * min(top for _, top, _, _ in cells(front))) / MM)
            _, top, _, bottom = cells(front)[0]
            count = 2 * round(whole * MM / (bottom - top))
            yield cards[:count], deck["flip"], front, back
            cards, first = cards[count:], first + 2
    assert first == len(pages)


def list_decks(each: Print) -> list[dict[str, Any]]:
    return [sheet for sheet in each.handout.data["sheets"] if sheet["kind"] == "cards"]


@pytest.fixture(scope="module")
def decks(printed: list[Print]) -> list[Print]:
    return [each for each in printed if list_decks(each)]


def test_there_are_cards_for_both_papers_and_both_ways_of_turning_a_sheet(
    decks: list[Print],
) -> None:
    expected = {
        (paper, flip, use)
        for paper in ("a4", "us-letter")
        for flip in ("long", "short")
        for use in (*DECKS, "pack")
    }
    assert {
        (each.paper, deck["flip"], each.handout.use) for each in decks for deck in list_decks(each)
    } == expected


def test_each_back_is_cut_where_its_front_is(
    decks: list[Print], papers: dict[str, list[Paper]]
) -> None:
    for each in decks:
        for _, flip, front, back in sheets(each, papers):
            behind = sorted(flipped(box, front, flip) for box in cells(back))
            assert len(behind) == len(cells(front)) > 0
            for one, other in zip(sorted(cells(front)), behind, strict=True):
                assert (
                    max(abs(a - b) for a, b in zip(one, other, strict=True)) < HALF_A_MILLIMETRE
                ), each.path


def test_each_back_lies_behind_its_front(
    decks: list[Print], papers: dict[str, list[Paper]]
) -> None:
    for each in decks:
        for cards, flip, front, back in sheets(each, papers):
            for card, cell in zip(cards, cells(front), strict=False):
                seen, behind = (
                    front.inside(cell),
                    back.inside(flipped(cell, front, flip)),
                )
                assert all(
                    squeezed(word) in squeezed(seen)
                    for text in said(card["front"])
                    for word in text.split()
                )
                assert all(
                    squeezed(word) in squeezed(behind)
                    for text in said(card["back"])
                    for word in text.split()
                )


def test_the_cards_of_a_deck_are_of_one_size_and_few_are_larger(
    decks: list[Print], papers: dict[str, list[Paper]]
) -> None:
    for each in decks:
        sizes: dict[tuple[str, int], set[int]] = {}
        for cards, flip, front, _ in sheets(each, papers):
            many = len(cards)
            for _, top, _, bottom in cells(front):
                sizes.setdefault((flip, many), set()).add(round((bottom - top) / MM))
        for (_, many), tall in sizes.items():
            assert len(tall) == 1
            assert tall <= ({124} if many <= 4 else {124, 83} if many <= 6 else {124, 83, 62})


def test_the_texts_of_a_deck_have_one_size_of_letters(decks: list[Print]) -> None:
    (deck,) = [each for each in decks if each.handout.use == "anti-pattern-cards"][:1]
    with pdfplumber.open(io.BytesIO(deck.content)) as pdf:
        front, back, *_ = pdf.pages
        for page in (front, back):
            letters = {round(sign["size"], 1) for sign in page.chars}
            assert len(letters - {8.0}) == 1
            assert min(letters) == 8.0


def test_the_title_of_an_anti_pattern_is_never_cut(project: Project) -> None:
    title = "An assumption about what people won't ever do in the next three months"
    play = (
        PLAY.format(title="One", step="Ask")
        + f"""
anti_patterns:
  - {{title: "{title}", smell: It is loud, harm: Nobody hears, fix: Whisper}}
"""
    )
    project.write({"one.yml": play})
    loaded, cache = load_project(project.root), PictureCache(None)
    handouts = list_all_handouts(loaded.library, loaded.settings, Order(), cache)
    deck = next(each for each in handouts if each.use == "anti-pattern-cards")
    (printed,) = print_handouts([deck], cache, ("a4",))
    for page in read(printed.content):
        assert squeezed(title) in squeezed(page.text)
