"""Colours by WCAG 2, and the style sheets that use them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.assets import THEME
from playbook.config.colours import brighten, choose_ink, compute_contrast, compute_luminance, mix
from playbook.config.contrast import LINE, PAIRS, TEXT, Pair, find_weak_pairs
from playbook.config.identity import Look
from playbook.config.palette import DARK, LIGHT, derive_tokens, find_origins
from playbook.site.bundle import load_manifest, make_style

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LOOK = Look()
SCHEMES = {"light": LOOK.light, "dark": LOOK.dark}
STYLES = {
    name: (THEME / "styles" / f"{name}.css").read_text(encoding="utf-8")
    for name in load_manifest()["styles"]
}
CODE = {
    name: re.sub(r"/\*.*?\*/|url\([^)]*\)", "", text, flags=re.DOTALL)
    for name, text in STYLES.items()
}
RAW = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![-\w])(?:white|black|red|gr[ae]y)\b(?!-)"
)
PAPER = {"print", "picture-print", "paper"}
SEEN = re.compile(
    r"(?<![-\w])(?:color|fill|stroke|border-color|outline(?:-color)?):[^;}]*var\(--pb-([a-z-]+)\)"
)
DECORATION = {"rule", "card"}
"""Lines that mean nothing, and the halo around words on a line."""
pair = pytest.mark.parametrize(
    "pair", PAIRS, ids=lambda pair: f"{pair.front}-on-{pair.back}-{pair.least}"
)


@given(one=colours, other=colours)
def test_contrast_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert compute_contrast(one, other) == compute_contrast(other, one)
    assert 1 <= compute_contrast(one, other) <= 21.001
    assert compute_contrast(one, one) == 1


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#000000", 5.25),
    ],
)
def test_contrast_is_what_others_measure(one: str, other: str, ratio: float) -> None:
    assert compute_contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colour=colours, into=colours, share=st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(colour: str, into: str, share: float) -> None:
    assert (mix(colour, into, 0), mix(colour, into, 1)) == (into, colour)
    for low, found, high in zip(
        *(sorted_bytes(colour, mix(colour, into, share), into)), strict=True
    ):
        assert low <= found <= high


def sorted_bytes(one: str, found: str, other: str) -> tuple[list[int], bytes, list[int]]:
    ends = list(zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True))
    return [min(each) for each in ends], bytes.fromhex(found[1:]), [max(each) for each in ends]


@given(colour=colours)
def test_a_tint_is_no_darker_than_its_colour(colour: str) -> None:
    assert compute_luminance(brighten(colour)) >= compute_luminance(colour) - 0.01
    assert (
        brighten(brighten(colour)) == brighten(colour)
        or compute_contrast(brighten(brighten(colour)), brighten(colour)) < 1.05
    )


@given(colour=colours)
def test_there_is_an_ink_for_every_colour(colour: str) -> None:
    assert compute_contrast(choose_ink(colour), colour) >= 4.2
    assert 0 <= compute_luminance(colour) <= 1


@pair
@pytest.mark.parametrize("scheme", SCHEMES)
def test_our_own_colours_stand_far_enough_apart(pair: Pair, scheme: str) -> None:
    assert compute_contrast(SCHEMES[scheme][pair.front], SCHEMES[scheme][pair.back]) >= pair.least


def test_text_needs_four_and_a_half_and_a_line_three() -> None:
    assert {pair.least for pair in PAIRS} == {TEXT, LINE} == {4.5, 3.0}
    assert (
        {token for pair in PAIRS for token in (pair.front, pair.back)}
        <= set(LOOK.light)
        == set(LOOK.dark)
    )


@pytest.mark.parametrize("name", load_manifest()["styles"])
def test_a_sheet_names_tokens_and_no_colours(name: str) -> None:
    assert name in PAPER or RAW.findall(CODE[name]) == []


def test_every_token_that_is_used_is_defined() -> None:
    whole = make_style(LOOK.light, LOOK.dark)
    scripts = "".join(path.read_text(encoding="utf-8") for path in Path(THEME).rglob("*.js"))
    defined = {
        *re.findall(r"(--pb-[a-z-]+):", whole),
        *re.findall(r'setProperty\("(--pb-[a-z-]+)"', scripts),
    }
    assert set(re.findall(r"var\((--pb-[a-z-]+)", whole)) <= defined


def test_every_colour_in_which_something_is_written_or_drawn_is_compared() -> None:
    drawn = {token for text in CODE.values() for token in SEEN.findall(text)}
    assert len(drawn) > 15
    assert drawn - DECORATION <= {pair.front for pair in PAIRS} | {pair.back for pair in PAIRS}
    assert drawn - DECORATION - {pair.front for pair in PAIRS} <= {"forest", *GROUNDS_DRAWN}


GROUNDS_DRAWN = {pair.back for pair in PAIRS if pair.where.startswith("the words of")}
"""What fills a card: the words on it are compared with it, and its outline too."""


@pytest.mark.parametrize("key", LIGHT)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_colour_that_an_owner_spoils_is_told_by_its_own_name_with_one_that_passes(
    key: str, scheme: str
) -> None:
    ours = {"light": LIGHT, "dark": DARK}[scheme]
    spoiled = ours["ink"] if key in {"paper", "card"} else ours["card"]
    found = dict(find_weak_pairs(derive_tokens(ours, {key: spoiled}), {key: spoiled}, scheme))
    assert set(found) == (set() if key in {"rule", "brand"} else {key})
    for said in found.values():
        assert f" in {scheme} (" in said
        remedy, _, colour = said.rpartition(", such as ")
        assert remedy.endswith((f"make '{key}' darker", f"make '{key}' lighter"))
        better = {key: colour.strip("'")}
        assert dict(find_weak_pairs(derive_tokens(ours, better), better, scheme)) == {}


def test_every_token_follows_from_colours_that_an_owner_names() -> None:
    assert {key for token in LOOK.light for key in find_origins(token)} == set(LIGHT) == set(DARK)


def test_the_sheets_are_all_in_the_list() -> None:
    assert {path.stem for path in (Path(THEME) / "styles").glob("*.css")} == set(
        load_manifest()["styles"]
    )
