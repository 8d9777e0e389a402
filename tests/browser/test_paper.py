import unicodedata

import pytest
from playwright.sync_api import Browser, Route, expect
from pypdfium2 import PdfDocument, PdfPage

from browser.modes import PAGES
from browser.visit import Visit, open_tab

pytestmark = pytest.mark.browser

PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
PRINTED = [
    "home",
    "shared-map",
    "tree",
    "2026-habits",
    "plan",
    "presentation",
    "2026-03-visualize",
    "experience-mapping",
]
PAPER_OF = {name: list(PAPERS)[index % 2] for index, name in enumerate(PRINTED)}
TURNED = {"tree", "experience-mapping"}


OVER = """each => each.querySelector("tr").lastElementChild.getBoundingClientRect().right
  - each.closest(".pb-filled").getBoundingClientRect().right"""
"""By how many pixels a table's last column is beyond its sheet."""


def plain(words: str) -> str:
    """Return words on one line, without the ligatures that some machine's font sets."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def find_end(sheet: PdfPage) -> float:
    """Return how far down a sheet its last words stand, above its foot."""
    words = sheet.get_textpage()
    tall = sheet.get_height()
    ends = [1 - words.get_rect(index)[1] / tall for index in range(words.count_rects())]
    return max((end for end in ends if end < 0.94), default=0.0)


@pytest.mark.parametrize("name", PRINTED)
def test_each_sheet_says_whose_it_is_and_which_of_how_many(
    name: str, browser: Browser, address: str
) -> None:
    with open_tab(browser) as visit:
        page = visit.go(address + PAGES[name]).page
        title = plain(page.title())
        sheets = list(PdfDocument(page.pdf(format=PAPER_OF[name])))
        for number, sheet in enumerate(sheets, start=1):
            words = plain(sheet.get_textpage().get_text_range())
            sign = f"{number} / {len(sheets)}"
            assert title in words
            assert sign in words
            assert len(words.replace(title, "", 1).replace(sign, "", 1)) > 20, (
                f"sheet {number} is blank"
            )
            assert set(map(int, sheet.get_size())) == set(PAPERS[PAPER_OF[name]])
        assert [n for n, sheet in enumerate(sheets[:-1], 1) if find_end(sheet) < 0.25] == []
        turned = any(sheet.get_width() > sheet.get_height() for sheet in sheets)
        assert turned == (name in TURNED)


def test_a_page_that_begins_with_a_wide_picture_has_its_title_beside_it(
    visit: Visit, address: str
) -> None:
    page = visit.go(f"{address}trees/first-lesson-booked/getting-an-answer/").page
    first, *others = PdfDocument(page.pdf(format="A4"))
    assert "The branch and what is around it" in first.get_textpage().get_text_range()
    assert find_end(first) > 0.5
    assert {sheet.get_width() > sheet.get_height() for sheet in (first, *others)} == {True}


def test_only_a_link_to_another_site_says_where_it_leads(visit: Visit, address: str) -> None:
    page = visit.page

    def with_a_link_away(route: Route) -> None:
        body = route.fetch().text()
        link = (
            '<p id="Away"><a href="https://www.example.org/a%20book/?page=2#top">a '
            "book</a></p></article>"
        )
        route.fulfill(body=body.replace("</article>", link), content_type="text/html")

    page.route("**/plays/experience-mapping/", with_a_link_away)
    visit.go(address + PAGES["experience-mapping"])
    page.unroute_all()
    page.emulate_media(media="print")
    expect(page.locator("#Away a")).to_have_attribute(
        "data-address", "example.org/a%20book/?page=2#top"
    )
    page.emulate_media(media="screen")
    signed = page.locator("article a[data-address]")
    addresses = signed.evaluate_all("all => all.map(each => each.dataset.address)")
    assert [each for each in addresses if "/" not in each or each.startswith("trees/")] == []
    within = f"article a[href^='#'], article a[href^='.'], article a[href^='{address}'], table a"
    expect(page.locator(f":is({within}, h2 a, h3 a)[data-address]")).to_have_count(0)


def test_a_long_word_or_heading_of_a_filled_in_sheet_pushes_no_column_off_the_paper(
    visit: Visit, address: str
) -> None:
    page = visit.go(address + PAGES["experience-mapping"]).page
    table = page.locator(".pb-filled table")
    table.evaluate(
        """each => {
          each.querySelector('th').textContent = 'x'.repeat(300);
          each.querySelector('td').innerHTML = `<code>${'x/'.repeat(200)}</code>`;
          document.querySelector('article h2').textContent = 'x'.repeat(300);
        }"""
    )
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 900})  # between margins of 14 mm
    over = table.evaluate(OVER)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(media="screen")
    assert over <= 0
    assert wide <= 688
