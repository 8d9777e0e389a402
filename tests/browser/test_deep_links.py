"""An address of a place in a page leads to that place, however long the page is."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.visit import Visit
from projects import Project

pytestmark = pytest.mark.browser

LONG_PAGES = 12
NEAR = 8
"""How many pixels a place may lie from where its own margin puts it."""
LINE = 30
"""A browser scrolls back before scripts have said how long ago a date is, which may take a line."""
PLACES = """
() => {
  const headings = document.querySelectorAll(".md-content :is(h1, h2, h3, h4, h5, h6)[id]");
  const links = document.querySelectorAll(".md-container a[href^='#']:not(svg a)");
  const linked = [...links].map(link => decodeURIComponent(link.hash.slice(1)));
  const ids = [...[...headings].map(each => each.id), ...linked].filter(id => id);
  return [...new Set(ids)].filter(id => !document.getElementById(id)?.closest("svg"));
}
"""
MISSED = """
ids => {
  return ids.flatMap(id => {
    const place = document.getElementById(id);
    if (!place) return [`${id} is nowhere`];
    location.hash = `#${encodeURIComponent(id)}`;
    return findMiss(place);
  });
}
"""
FIND_MISS = f"""
window.findMiss = place => {{
  const {{ top }} = place.getBoundingClientRect();
  const wanted = parseFloat(getComputedStyle(place).scrollMarginTop);
  const isAtEnd = Math.abs(scrollY + innerHeight - document.documentElement.scrollHeight) < 2;
  const isBehind = top < document.querySelector(".md-header").getBoundingClientRect().bottom;
  const isThere = Math.abs(top - wanted) <= {NEAR} && !isBehind;
  return isAtEnd || isThere ? [] : [`${{place.id}} ${{top}}`];
}}
"""
GO_TO = "id => { location.hash = `#${encodeURIComponent(id)}` }"
DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


def name_long_pages(project: Project) -> list[str]:
    """Return the addresses of the longest pages with several headings, each folder's first."""
    site = project.root / "site"
    pages = sorted(site.rglob("index.html"), key=lambda page: (-page.stat().st_size, page))
    addresses = [
        page.parent.relative_to(site).as_posix()
        for page in pages
        if page.read_text(encoding="utf-8").count("<h2") > 3
    ]
    firsts = {address.partition("/")[0]: address for address in reversed(addresses)}.values()
    return sorted(addresses, key=lambda address: address not in firsts)[:LONG_PAGES]


def find_missed_once_drawn(page: Page, id_: str) -> list[str]:
    """Return the place, if it has moved when all that is in view has been laid out."""
    page.evaluate(DRAWN)
    missed: list[str] = page.evaluate("id => findMiss(document.getElementById(id))", id_)
    return missed


@pytest.mark.parametrize("width", [390, 1440])
def test_each_heading_and_each_link_within_a_page_leads_there(
    visit: Visit, address: str, own_project: Project, width: int
) -> None:
    page = visit.page
    visit.tab.set_mode(width, "light")
    visit.tab.run_first(FIND_MISS)
    for name in name_long_pages(own_project):
        visit.go(f"{address}{name}/")
        ids = page.evaluate(PLACES)
        assert len(ids) > 3, name
        middle = ids[len(ids) // 2]
        page.evaluate(GO_TO, middle)
        assert (name, find_missed_once_drawn(page, middle)) == (name, [])
        assert (name, page.evaluate(MISSED, ids)) == (name, [])
    last = ids[-3]
    page.goto("about:blank")
    visit.go(f"{address}{name}/#{quote(last)}")
    assert find_missed_once_drawn(page, last) == []


def test_back_leads_to_where_the_reader_was(
    visit: Visit, address: str, own_project: Project
) -> None:
    page = visit.page
    name = name_long_pages(own_project)[0]
    visit.go(f"{address}{name}/")
    expect(page.locator("html[data-laid-out]")).to_be_attached()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.evaluate(DRAWN)
    heading = page.evaluate_handle(
        "[...document.querySelectorAll('.md-content :is(h2, h3)[id]')]"
        ".find(each => each.getBoundingClientRect().top > 100)"
    )
    before = heading.evaluate("each => [each.id, each.getBoundingClientRect().top]")
    visit.go(address)
    page.go_back()
    page.evaluate(DRAWN)
    after = page.evaluate(
        "id => [id, document.getElementById(id).getBoundingClientRect().top]", before[0]
    )
    assert after == [before[0], pytest.approx(before[1], abs=LINE)]


def test_back_within_a_page_leads_to_the_place_before(
    visit: Visit, address: str, own_project: Project
) -> None:
    page = visit.page
    visit.tab.run_first(FIND_MISS)
    visit.go(f"{address}{name_long_pages(own_project)[0]}/")
    ids = page.evaluate(PLACES)
    before, after = ids[len(ids) // 2], ids[-3]
    for id_ in (before, after):
        page.evaluate(GO_TO, id_)
    page.go_back()
    assert find_missed_once_drawn(page, before) == []
