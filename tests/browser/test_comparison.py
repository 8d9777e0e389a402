import pytest
from playwright.sync_api import expect

from browser.modes import PAGES
from browser.visit import Visit
from playbook.kinds.experience_map.merging.comparison import compare_maps
from playbook.library.library import Library

pytestmark = pytest.mark.browser

CUT = """
frames => frames.filter(each => each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight)
  .map(each => each.ariaLabel)
"""  # noqa: E501 - a script, YAML or a title, as it is
STROKE = "outline => parseFloat(getComputedStyle(outline).strokeWidth)"
MAPS = ["first-lesson-designer", "first-lesson-engineer", "first-lesson-product-manager"]


def test_whole_maps_stand_side_by_side_and_what_differs_is_marked(
    visit: Visit, address: str, library: Library
) -> None:
    page = visit.go(address + PAGES["comparison"]).page
    frames, row = page.locator(".pb-view .pb-scroll"), page.locator(".pb-side-by-side")
    expect(frames).to_have_count(len(MAPS))
    for width, is_swiped in ((1280, False), (390, True)):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = [frame.bounding_box() for frame in frames.all()]
        assert len({box["x"] for box in boxes if box}) == len(MAPS)
        assert row.evaluate("row => row.scrollWidth > row.clientWidth") == is_swiped
        assert frames.evaluate_all(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = compare_maps(library("first-lesson-shared"), library)
    lone = page.locator("a.pb-card.lone")
    alone = [match for match in found.union.matches if len(match.views) == 1]
    expect(lone).to_have_count(sum(len(match.seen) for match in alone))
    said = lone.evaluate_all("cards => cards.map(card => card.ariaLabel)")
    assert all("Only here" in each for each in said)
    thick, thin = (
        page.locator(f"a.pb-card{each} .pb-outline").first.evaluate(STROKE)
        for each in (".lone", ":not(.lone, .start, .end)")
    )
    assert thick > thin + 2
    page.emulate_media(media="print")
    expect(page.locator(".pb-column")).to_have_count(0)
    page.emulate_media(media="screen")


def test_each_card_leads_to_the_row_that_tells_who_saw_it(
    visit: Visit, address: str, library: Library
) -> None:
    page = visit.go(address + PAGES["comparison"]).page
    for name in MAPS:
        for node in library(name).nodes:
            card = page.locator(f"#Maps ~ .pb-side-by-side a.pb-card[href='#saw_{name}_{node.id}']")
            expect(card).to_have_count(1)
            expect(page.locator(f"td [id='saw_{name}_{node.id}']")).to_contain_text(
                node.title.plain()
            )


def test_each_difference_is_a_question_whose_tick_stays(
    visit: Visit, address: str, library: Library
) -> None:
    found = compare_maps(library("first-lesson-shared"), library)
    asked = [*found.alone, *found.moods, *found.links, *found.collapsed, *found.split, *found.added]
    page = visit.go(address + PAGES["comparison"]).page
    boxes = page.locator(".pb-asks").get_by_role("checkbox")
    expect(boxes).to_have_count(len(asked))
    first = page.get_by_role("checkbox", name=found.alone[0].question)
    first.check()
    visit.reload()
    expect(page.get_by_role("checkbox", name=found.alone[0].question)).to_be_checked()
    assert boxes.evaluate_all("all => all.filter(each => each.checked).length") == 1


def test_the_shared_map_leads_there_and_back(visit: Visit, address: str) -> None:
    page = visit.go(address + PAGES["shared-map"]).page
    page.get_by_role("link", name="Who saw what, and what to ask each other").press("Enter")
    page.wait_for_url(address + PAGES["comparison"])
    visit.wait()
    page.get_by_role("link", name="Back to the shared map").first.press("Enter")
    page.wait_for_url(address + PAGES["shared-map"])
