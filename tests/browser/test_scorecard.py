import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.rendered import render_words
from browser.serving import served
from browser.small import PLAY, build_small_site
from browser.visit import Visit, open_tab
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.scorecard import Scorecard, Verdict
from projects import Project

pytestmark = pytest.mark.browser

PLAYS = ["two-levels", "four-levels"]
BOXES = """
boxes => boxes.map(box => {
  const { appearance, borderTopStyle } = getComputedStyle(box);
  return [[appearance, borderTopStyle], getComputedStyle(box, "::before").content, box.checked];
})
"""
CHOSEN = """
[...document.querySelectorAll(".pb-scorecard [role=radiogroup]")].flatMap(group =>
  [...group.querySelectorAll("input[type=radio]")].flatMap((radio, level) => radio.checked ? [level] : []))
"""  # noqa: E501 - a script, YAML or a title, as it is
CHOOSE = """
levels => document.querySelectorAll(".pb-scorecard [role=radiogroup]").forEach((group, number) => {
  if (number < levels.length) group.querySelectorAll("input[type=radio]")[levels[number]].click();
})
"""
JUNK = ["9", "-1", "", "null", "[]"]
PLANS: dict[str, Callable[[int, int], int]] = {
    "all-lowest": lambda *_: 0,
    "all-highest": lambda _, top: top,
    "the-second-lowest": lambda number, top: top - 1 if number == 1 else top,
    "up-and-down": lambda number, top: (number + 1) % (top + 1),
}


def make_play(id_: str, levels: list[str], criteria: int) -> str:
    """Return a play with a scorecard, whose texts refer to the other play."""
    card: dict[str, Any] = {
        "id": f"card-{id_}",
        "title": "How far are we?",
        "intro": "Each for themselves first.",
        "levels": levels,
        "criteria": [
            {
                "id": f"criterion-{number}",
                "title": f"We *ask* {number} & listen",
                "ask": "When was the last time?",
                "looks": [f"As in {level.lower()} {number}" for level in levels],
                "first": f"Do [[{PLAYS[0]}]] {number} times.",
            }
            for number in range(criteria)
        ],
        "verdicts": [
            {"at_least": 0, "title": "At the *start*", "text": "Begin with one thing."},
            {"at_least": criteria - 1, "title": "Under way", "text": "See [[four-levels]] again."},
            {"at_least": (len(levels) - 1) * criteria, "title": "There", "text": "Tell others."},
        ],
    }
    return json.dumps({**PLAY, "title": f"Judge {id_}", "scorecard": card})


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two plays with a scorecard each, built into site/."""
    plays = {
        "two-levels.yml": make_play(PLAYS[0], ["Never", "*Always*"], 5),
        "four-levels.yml": make_play(PLAYS[1], ["Never", "Once", "Often", "Always"], 6),
    }
    return build_small_site(tmp_path_factory.mktemp("judged") / "project", plays)


@pytest.fixture(scope="module")
def address(browser: Browser, judged: Project) -> Iterator[str]:
    assert browser.is_connected()
    with served(judged.root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def library(judged: Project) -> Library:
    return Library(judged.content, KINDS)


@pytest.fixture(scope="module")
def scorecard(request: pytest.FixtureRequest, library: Library) -> IndexedPiece[Scorecard]:
    """A scorecard.

    Both of them where what it says could differ, and one where its form is tried.
    """
    play = getattr(request, "param", PLAYS[0])
    return next(each for each in collect_pieces(library, Scorecard) if each.entry.id == play)


@pytest.fixture(scope="module")
def here(address: str, scorecard: IndexedPiece[Scorecard]) -> str:
    """Where the card stands, as a link to it says."""
    return f"{address}{scorecard.entry.page.replace('.md', '/')}#{scorecard.piece.id}"


@pytest.fixture(scope="module")
def opened(browser: Browser, here: str) -> Iterator[Visit]:
    """The page with the card, for tests that need nothing chosen before, and nothing kept."""
    with open_tab(browser) as visit:
        yield visit.go(here)


def group(visit: Visit, card: Scorecard, number: int) -> Locator:
    return visit.page.get_by_role(
        "radiogroup", name=card.criteria[number].title.plain(), exact=True
    )


def choose(visit: Visit, card: Scorecard, number: int, level: int) -> None:
    radios = group(visit, card, number).get_by_role("radio")
    visit.tab_to(radios.first)
    visit.page.keyboard.press("Space")
    for _ in range(level):
        visit.page.keyboard.press("ArrowDown")


def choose_all(visit: Visit, levels: list[int]) -> None:
    """Choose by script; `choose` does it by keyboard."""
    visit.page.evaluate(CHOOSE, levels)


def choose_by_pointer(visit: Visit, card: Scorecard, levels: list[int]) -> None:
    for number, level in enumerate(levels):
        group(visit, card, number).get_by_role("radio").nth(level).check()


def chosen(visit: Visit) -> list[int]:
    """Return the levels that are chosen, of one criterion after the other."""
    found: list[int] = visit.page.evaluate(CHOSEN)
    return found


def levels_of(card: Scorecard, plan: str) -> list[int]:
    return [PLANS[plan](number, len(card.levels) - 1) for number in range(len(card.criteria))]


def verdict(card: Scorecard, total: int) -> Verdict:
    return [each for each in card.verdicts if each.at_least <= total][-1]


def expect_verdict(library: Library, scorecard: IndexedPiece[Scorecard], levels: list[int]) -> str:
    card, total = scorecard.piece, sum(levels)
    words = f"{total} of {card.most}: {verdict(card, total).title.plain()}."
    if total == card.most:
        return words
    weakest = card.criteria[levels.index(min(levels))]
    first = render_words(library, scorecard.entry, weakest.first)
    return f"{words} First, {name_weakest(card, levels)}: {first}"


def name_weakest(card: Scorecard, levels: Sequence[int]) -> str:
    return card.criteria[levels.index(min(levels))].title.plain()


def result(visit: Visit) -> Locator:
    return visit.page.locator(".pb-scorecard").get_by_role("status")


def start_again(visit: Visit) -> Locator:
    return visit.page.get_by_role("button", name="Start again", exact=True)


@pytest.mark.parametrize("scorecard", PLAYS, indirect=True)
def test_each_criterion_is_a_group_of_radios_named_by_level_and_look(
    opened: Visit, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    card = scorecard.piece
    expect(opened.page.get_by_role("radiogroup")).to_have_count(len(card.criteria))
    for number, criterion in enumerate(card.criteria):
        radios = group(opened, card, number).get_by_role("radio")
        names = [
            f"{level} {name.plain()} {render_words(library, scorecard.entry, look)}"
            for level, (name, look) in enumerate(zip(card.levels, criterion.looks, strict=True))
        ]
        expect(radios).to_have_count(len(names))
        for radio, name in zip(radios.all(), names, strict=True):
            expect(radio).to_have_accessible_name(name)


@pytest.mark.parametrize("scorecard", PLAYS, indirect=True)
def test_the_status_says_where_what_was_chosen_leaves_the_team(
    opened: Visit, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    for plan in PLANS:
        levels = levels_of(scorecard.piece, plan)
        choose_all(opened, levels)
        expect(result(opened), plan).to_have_text(expect_verdict(library, scorecard, levels))
        marked = opened.page.locator(".pb-scorecard tr.pb-here")
        title = verdict(scorecard.piece, sum(levels)).title.plain()
        expect(marked.get_by_role("cell").nth(1)).to_have_text(title)
        expect(marked).to_have_count(1)


def test_the_arrow_keys_fill_it_in_and_the_status_says_where_that_leaves_the_team(
    visit: Visit, here: str, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    visit.go(here)
    card = scorecard.piece
    levels = levels_of(card, "up-and-down")
    expect(result(visit)).to_have_text("")
    announced = result(visit).element_handle()
    for number, level in enumerate(levels[:-1]):
        choose(visit, card, number, level)
        left = f"{len(levels) - number - 1} of {len(levels)} still to choose."
        expect(result(visit)).to_have_text(f"{sum(levels[: number + 1])} points so far; {left}")
    choose(visit, card, len(levels) - 1, levels[-1])
    assert chosen(visit) == levels
    assert announced.evaluate("each => each.isConnected && each.textContent") == expect_verdict(
        library, scorecard, levels
    )
    marked = visit.page.locator(".pb-scorecard tr.pb-here")
    expect(marked.get_by_role("cell").nth(1)).to_have_text(verdict(card, sum(levels)).title.plain())
    expect(marked).to_have_count(1)


def test_what_was_chosen_is_there_after_a_reload_and_only_on_this_scorecard(
    visit: Visit, address: str, here: str, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    card = scorecard.piece
    levels = levels_of(card, "up-and-down")
    choose_by_pointer(visit.go(here), card, levels)
    visit.reload()
    assert chosen(visit) == levels
    expect(result(visit)).to_have_text(expect_verdict(library, scorecard, levels))
    other = next(
        each for each in collect_pieces(library, Scorecard) if each.entry is not scorecard.entry
    )
    visit.go(address + other.entry.page.replace(".md", "/"))
    assert chosen(visit) == []
    expect(result(visit)).to_have_text("")


def test_start_again_forgets_what_was_chosen(
    visit: Visit, here: str, scorecard: IndexedPiece[Scorecard]
) -> None:
    card = scorecard.piece
    expect(start_again(visit.go(here))).to_be_hidden()
    choose_all(visit, levels_of(card, "up-and-down"))
    visit.tab_to(start_again(visit))
    visit.page.keyboard.press("Enter")
    expect(group(visit, card, 0).get_by_role("radio").first).to_be_focused()
    for _ in range(2):
        assert chosen(visit) == []
        assert visit.kept == []
        expect(result(visit)).to_have_text("")
        expect(start_again(visit)).to_be_hidden()
        expect(visit.page.locator(".pb-scorecard :is(.pb-here, .pb-weakest)")).to_have_count(0)
        visit.reload()


def test_a_level_that_is_no_longer_there_counts_as_not_chosen(
    visit: Visit, here: str, scorecard: IndexedPiece[Scorecard]
) -> None:
    visit.go(here)
    assert len(scorecard.piece.criteria) >= len(JUNK)
    for criterion, junk in zip(scorecard.piece.criteria, JUNK, strict=False):
        key = f"playbook {scorecard.entry.id}#{criterion.id}"
        visit.page.evaluate("([key, junk]) => localStorage.setItem(key, junk)", [key, junk])
    visit.reload()
    assert chosen(visit) == []
    expect(result(visit)).to_have_text("")
    assert visit.complaints == []


def test_it_adds_up_where_the_browser_keeps_nothing(
    forgetful_visit: Visit, here: str, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    levels = levels_of(scorecard.piece, "up-and-down")
    choose_all(forgetful_visit.go(here), levels)
    expect(result(forgetful_visit)).to_have_text(expect_verdict(library, scorecard, levels))
    forgetful_visit.tab_to(start_again(forgetful_visit))
    forgetful_visit.page.keyboard.press("Enter")
    assert chosen(forgetful_visit) == []
    assert forgetful_visit.our_complaints == []


def check_it_is_a_form(
    visit: Visit, library: Library, scorecard: IndexedPiece[Scorecard], levels: Sequence[int] = ()
) -> None:
    card = scorecard.piece
    filled = [f"{sum(levels)}", name_weakest(card, levels)] if levels else ["", ""]
    whole = visit.page.locator(".pb-scorecard")
    rooms = whole.locator(".pb-criterion")
    titles = [render_words(library, scorecard.entry, each.title) for each in card.criteria]
    expect(rooms).to_contain_text(titles, use_inner_text=True)  # once they have been laid out
    for criterion, room in zip(card.criteria, rooms.all_inner_texts(), strict=True):
        for text in (criterion.title, *criterion.looks, *card.levels, criterion.first):
            assert render_words(library, scorecard.entry, text) in " ".join(room.split())
    for each in card.verdicts:
        row = whole.get_by_role("row").filter(
            has_text=render_words(library, scorecard.entry, each.text)
        )
        expect(row).to_be_visible()
        expect(row).to_contain_text(f"{each.at_least}")
        expect(row).to_contain_text(each.title.plain())
    expect(whole.locator(".pb-sum")).to_contain_text(f"of {card.most}")
    blanks = whole.locator(".pb-blank")
    expect(blanks).to_have_count(2)
    for blank, words in zip(blanks.all(), filled, strict=True):
        box = blank.bounding_box()
        assert box is not None
        assert box["width"] > 40
        expect(blank).to_have_css("border-bottom-style", "solid")
        expect(blank).to_have_text(words)
    expect(whole.get_by_role("button")).to_have_count(0)


def test_without_scripts_it_is_a_form_with_every_verdict_and_first_move(
    visit_without_scripts: Visit, here: str, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    visit_without_scripts.go(here)
    check_it_is_a_form(visit_without_scripts, library, scorecard)
    choose_by_pointer(
        visit_without_scripts, scorecard.piece, levels_of(scorecard.piece, "up-and-down")
    )
    assert chosen(visit_without_scripts) == levels_of(scorecard.piece, "up-and-down")


@pytest.mark.parametrize("scorecard", PLAYS[1:], indirect=True)
def test_on_paper_it_is_a_form_with_blanks_and_a_mark_in_what_was_chosen(
    visit: Visit, here: str, library: Library, scorecard: IndexedPiece[Scorecard]
) -> None:
    page = visit.go(here).page
    boxes = page.locator(".pb-scorecard").get_by_role("radio")
    for levels in ([], levels_of(scorecard.piece, "up-and-down")):
        page.emulate_media(media="screen")
        choose_all(visit, levels)
        page.emulate_media(media="print")
        check_it_is_a_form(visit, library, scorecard, levels)
        expect(result(visit)).to_be_hidden()
        looks: list[tuple[list[str], str, bool]] = boxes.evaluate_all(BOXES)
        assert {tuple(look) for look, *_ in looks} == {("none", "solid")}
        marked = [is_checked for _, mark, is_checked in looks if mark != "none"]
        assert marked == [True] * len(levels)
