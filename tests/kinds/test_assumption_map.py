from itertools import product
from typing import get_args
from xml.etree.ElementTree import Element, fromstring

import pytest

from playbook.drawing.drawing import Drawing
from playbook.drawing.icons import ICONS
from playbook.drawing.layout import PlacedCard, lay_out
from playbook.drawing.svg import draw_svg
from playbook.kinds.opportunity_tree.assumption_map import COLUMNS, LOOKS, ROWS, draw_assumption_map
from playbook.kinds.opportunity_tree.model import Opportunity
from playbook.kinds.opportunity_tree.solution import Assumption

SVG = "{http://www.w3.org/2000/svg}"
TYPES = get_args(get_args(Assumption.model_fields["type"].annotation)[0])
CELLS = list(product(ROWS, COLUMNS))


def target(*assumptions: dict[str, str]) -> Opportunity:
    named = [
        {"id": f"number-{number}", "title": "It is so", **each}
        for number, each in enumerate(assumptions)
    ]
    solutions = [{"title": "An idea", "assumptions": named}]
    return Opportunity.model_validate(
        {"title": "I can't find it", "status": "target", "solutions": solutions}
    )


def drawn(*assumptions: dict[str, str]) -> Drawing:
    (drawing,) = draw_assumption_map(target(*assumptions))
    return drawing


def placed(drawing: Drawing) -> dict[str, PlacedCard]:
    return lay_out(drawing).places


def cards(drawing: Drawing) -> dict[str, Element]:
    picture = fromstring(draw_svg(lay_out(drawing)))  # noqa: S314 - our own picture
    found = picture.iterfind(f"{SVG}a")
    return {each.attrib["href"]: each for each in found}


def test_each_type_has_an_outline_a_sign_and_a_word_of_its_own() -> None:
    assert len(TYPES) == 5
    shown = cards(drawn(*({"type": each, "importance": "high", "known": "some"} for each in TYPES)))
    seen = set()
    for number, kind in enumerate(TYPES):
        outline, sign = (
            each.attrib["d"] for each in shown[f"#told_number-{number}"].iter(f"{SVG}path")
        )
        words = "".join(shown[f"#told_number-{number}"].itertext())
        assert kind.capitalize() in words
        seen |= {outline, sign}
    assert len(seen) == 2 * len(TYPES)


def test_each_type_has_its_look_and_each_look_its_sign() -> None:
    assert set(LOOKS) == {*TYPES, None}
    assert {icon for _, icon in LOOKS.values()} <= set(ICONS)


def test_importance_goes_upwards_and_evidence_gets_weaker_to_the_right() -> None:
    twice = [
        {"importance": row, "known": column, "type": "ethical"}
        for row, column in CELLS
        for _ in range(2)
    ]
    at = placed(drawn(*twice))
    left = {
        cell: {at[f"number-{2 * index + each}"].left for each in range(2)}
        for index, cell in enumerate(CELLS)
    }
    tops = {row: [at[f"number-{number}"].top for number in of(row)] for row in ROWS}
    for row in ROWS:
        assert [left[row, column] for column in COLUMNS] == [
            {at[f"_{column}"].left} for column in COLUMNS
        ]
    assert at["_strong"].left < at["_some"].left < at["_weak"].left
    assert max(tops["high"]) < min(tops["medium"]) <= max(tops["medium"]) < min(tops["low"])
    assert at["_high"].top < at["_medium"].top < at["_low"].top


def of(row: str) -> list[int]:
    return [
        2 * index + each for index, cell in enumerate(CELLS) if cell[0] == row for each in range(2)
    ]


def test_a_leap_of_faith_is_marked_in_words_at_the_top_right() -> None:
    drawing = drawn(*({"importance": row, "known": column} for row, column in CELLS))
    at, said = placed(drawing), {card.id: card.eyebrow for card in drawing.cards}
    leap = f"number-{CELLS.index(('high', 'weak'))}"
    assert [name for name, words in said.items() if "leap of faith" in words] == [leap]
    assert at["_leap"].left == at["_weak"].left == at[leap].left
    assert at["_weak"].top < at["_leap"].top < at[leap].top
    assert "1 leap of faith" in drawing.description


def test_without_a_leap_of_faith_none_is_marked() -> None:
    drawing = drawn({"importance": "high", "known": "some"})
    assert "_leap" not in {card.id for card in drawing.cards}
    assert "0 leaps" not in drawing.description


@pytest.mark.parametrize(
    "half", [{}, {"importance": "high"}, {"known": "weak"}], ids=["bare", "importance", "known"]
)
def test_what_has_no_place_is_not_drawn(half: dict[str, str]) -> None:
    assert list(draw_assumption_map(target(half))) == []
    whole = {"importance": "low", "known": "some"}
    assert "number-1" not in {card.id for card in drawn(whole, half).cards}


@pytest.mark.parametrize(
    ("verdicts", "is_leap"),
    [([], True), (["unclear"], True), (["supported"], False), (["unclear", "refuted"], False)],
)
def test_what_a_test_has_decided_is_no_leap_of_faith_any_more(
    verdicts: list[str], *, is_leap: bool
) -> None:
    tests = [{"title": "Try it", "verdict": each} for each in verdicts]
    risk = Assumption.model_validate(
        {"title": "It is so", "importance": "high", "known": "weak", "tests": tests}
    )
    assert risk.is_leap
    assert risk.is_open_leap is is_leap
