import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.modes import MODES, SCHEMES, set_mode
from browser.rendered import render_words
from browser.visit import UNFOLD, Visit, open_tab
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.flow import Flow, FlowStep, Way

pytestmark = pytest.mark.browser

DRAWN = "each => [getComputedStyle(each).fill, getComputedStyle(each).stroke].join()"


@pytest.fixture(params=["with-scripts", "without-scripts"])
def home(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    with open_tab(browser, scripts=request.param == "with-scripts") as visit:
        yield visit.go(address)


@pytest.fixture
def way_in(library: Library) -> IndexedPiece[Flow]:
    return next(each for each in collect_pieces(library, Flow) if each.entry.kind.is_way_in)


def ends(flow: Flow, way: Way) -> list[FlowStep]:
    reached = flow.reached_from(way.to)
    return [step for step in flow.ends if step.id in reached]


def ways(way_in: IndexedPiece[Flow]) -> list[tuple[str, Way]]:
    return [(way.answer.plain(), way) for way in way_in.piece.steps[0].next if way.answer]


def details(visit: Visit, answer: str) -> Locator:
    return visit.page.locator(".pb-signpost details").filter(
        has=visit.page.locator("summary", has_text=answer)
    )


def open_by_key(visit: Visit, answer: str, key: str) -> Locator:
    summary = details(visit, answer).locator("summary")
    visit.tab_to(summary)
    visit.page.keyboard.press(key)
    expect(details(visit, answer)).to_have_attribute("open", "")
    return details(visit, answer)


def test_each_answer_opens_by_key_on_its_moves_and_the_plays_that_help_and_closes_again(
    home: Visit, library: Library, way_in: IndexedPiece[Flow]
) -> None:
    expect(home.page.locator(".pb-signpost details")).to_have_count(len(ways(way_in)))
    for number, (answer, way) in enumerate(ways(way_in)):
        expect(details(home, answer).get_by_role("link")).to_have_count(0)
        room = open_by_key(home, answer, ("Enter", "Space")[number % 2])
        reached = ends(way_in.piece, way)
        helping = [step for step in reached if step.see]
        assert helping
        links = [link.inner_text() for link in room.locator(".pb-see").get_by_role("link").all()]
        targets = [library.resolve(way_in.entry, str(step.see)).title for step in helping]
        assert sorted(links) == sorted(targets)
        for step in reached:
            words = room.get_by_text(render_words(library, way_in.entry, step.text or step.title))
            expect(words.first).to_be_visible()
    home.page.keyboard.press("Enter")
    expect(room.get_by_role("link")).to_have_count(0)


def test_from_an_answer_the_tab_key_leads_to_its_first_play(
    home: Visit, address: str, library: Library, way_in: IndexedPiece[Flow]
) -> None:
    answer, way = ways(way_in)[0]
    room = open_by_key(home, answer, "Enter")
    link = room.locator(".pb-see").get_by_role("link").first
    home.tab_to(link)
    home.page.keyboard.press("Enter")
    see = next(step.see for step in ends(way_in.piece, way) if step.see)
    target = library.resolve(way_in.entry, str(see))
    home.page.wait_for_url(f"{address}{target.entry.page.replace('.md', '/')}**")
    expect(home.page.get_by_role("heading", level=1)).to_contain_text(
        target.entry.artifact.title.plain()
    )


@pytest.mark.parametrize("page", ["", "ways-in/"])
def test_every_way_in_has_a_door(visit: Visit, address: str, library: Library, page: str) -> None:
    article = visit.go(address + page).page.get_by_role("article")
    guides = [
        each for kind in library.kinds.values() if kind.is_way_in for each in library.of(kind)
    ]
    doors = {
        each.artifact.title.plain(): f"{address}{each.page.replace('.md', '/')}" for each in guides
    }
    doors |= {
        "Find an exercise": f"{address}exercises/",
        "Anti-patterns": f"{address}anti-patterns/",
    }
    for name, leads_to in doors.items():
        link = article.get_by_role("link", name=name, exact=True)
        assert link.evaluate("each => each.href") == leads_to
        assert visit.page.request.get(leads_to).status == 200


def test_the_doors_to_the_shelves_say_how_much_is_on_them_and_news_how_long_ago_it_was(
    visit: Visit, address: str, library: Library
) -> None:
    shelves = visit.go(address).page.locator(".pb-shelves > ul > li")
    full = {
        kind.plural: kind
        for kind in library.kinds.values()
        if not kind.is_way_in and library.of(kind)
    }
    assert shelves.locator("strong").all_inner_texts() == list(full)
    for name, kind in full.items():
        shelf = shelves.filter(has=visit.page.get_by_role("link", name=name, exact=True))
        expect(shelf.locator(".pb-count")).to_have_text(str(len(library.of(kind))))
        assert shelf.get_by_role("link").evaluate("each => each.href") == f"{address}{kind.folder}/"
    cards = visit.page.locator(".pb-gallery > ul > li")
    assert cards.count() == 4
    expect(cards.first).to_contain_text("Opportunity solution tree")
    for card in cards.all():
        expect(card.locator("svg.pb-thumbnail")).to_be_visible()
        expect(card.locator("time.pb-ago")).to_contain_text(re.compile(r"\bago \(\d"))


def test_home_is_short_and_its_small_pictures_follow_the_scheme(visit: Visit, address: str) -> None:
    page = visit.go(address).page
    drawn = set()
    for mode, most in zip(MODES, (2600, 5000), strict=True):
        set_mode(visit.tab, mode)
        scheme = SCHEMES[mode.partition("-")[2]]
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollHeight") <= most
        drawn.add(page.locator(".pb-thumbnail .pb-outline").last.evaluate(DRAWN))
    assert len(drawn) == 2
    assert not [look for look in drawn if "none" in look]


def test_home_works_where_the_browser_keeps_nothing(
    forgetful_visit: Visit, address: str, way_in: IndexedPiece[Flow]
) -> None:
    answer, _ = ways(way_in)[0]
    room = open_by_key(forgetful_visit.go(address), answer, "Enter")
    expect(room.locator(".pb-see").get_by_role("link").first).to_be_visible()
    assert forgetful_visit.our_complaints == []
