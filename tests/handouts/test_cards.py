from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from handouts.paper import MM, Box, Paper, said, squeezed
from playbook.handouts.printing import Print

DECKS = ("question-cards", "anti-pattern-cards")
HALF_A_MILLIMETRE = 0.5 * MM


def cells(page: Paper) -> list[Box]:
    """Return the cards of a page as its marks say to cut them, along the rows."""
    across = sorted(
        {
            round(left, 1)
            for left, top, right, bottom in page.lines
            if right - left < 2 < bottom - top < 20
        }
    )
    down = sorted(
        {
            round(top, 1)
            for left, top, right, bottom in page.lines
            if bottom - top < 2 < right - left < 20
        }
    )
    return [
        (left, top, right, bottom)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
    ]


def turned(box: Box, page: Paper, flip: str) -> Box:
    """Return where a piece of the sheet is seen once it is turned over its long or its short
    edge.
    """
    left, top, right, bottom = box
    if flip == "long":
        return page.wide - right, top, page.wide - left, bottom
    return left, page.tall - bottom, right, page.tall - top


def sheets(
    each: Print, papers: dict[str, list[Paper]]
) -> Iterator[tuple[list[dict[str, object]], str, Paper, Paper]]:
    """Yield the cards of each sheet of a deck, or of a pack's last pages, over which edge it is
    flipped, its front and its back.
    """
    pages = papers[each.path]
    cards = [(page, deck["flip"]) for deck in list_decks(each) for page in deck["pages"]]
    first = len(pages) - 2 * len(cards)
    assert first == 0 or each.handout.use == "pack"
    for (page, flip), *sides in zip(cards, pages[first::2], pages[first + 1 :: 2], strict=True):
        yield page, flip, *sides


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
            behind = sorted(turned(box, front, flip) for box in cells(back))
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
                    back.inside(turned(cell, front, flip)),
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


def test_all_cards_of_all_decks_are_of_one_size(
    decks: list[Print], papers: dict[str, list[Paper]]
) -> None:
    sizes = {
        (round((right - left) / MM), round((bottom - top) / MM))
        for each in decks
        for _, _, *sides in sheets(each, papers)
        for page in sides
        for left, top, right, bottom in cells(page)
    }
    assert len(sizes) == 1
