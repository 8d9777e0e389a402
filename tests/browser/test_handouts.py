import io
import json
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from browser.visit import Visit
from handouts.paper import read
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_packs
from playbook.handouts.printing import Print, print_handout
from playbook.handouts.rich_text import RichText
from playbook.library.library import Library

pytestmark = pytest.mark.browser

PLAY = "plays/experience-mapping/"


def open_menu(visit: Visit, address: str, locale: str) -> Page:
    """Open the page of a play as a browser of this language does, and its menu."""
    agent = {"userAgent": visit.page.evaluate("navigator.userAgent"), "acceptLanguage": locale}
    visit.tab.attach().send("Emulation.setUserAgentOverride", agent)
    page = visit.go(address + PLAY).page
    page.locator(".pb-handouts summary").first.click()
    return page


@pytest.mark.parametrize(
    ("locale", "paper"), [("en-US", "letter"), ("es-MX", "letter"), ("de-DE", "a4"), ("en", "a4")]
)
def test_the_menu_offers_the_readers_paper_with_its_pages(
    visit: Visit, address: str, locale: str, paper: str
) -> None:
    page = open_menu(visit, address, locale)
    pack = page.get_by_role("link", name="Everything for the session")
    expect(pack).to_have_count(1)
    assert str(pack.get_attribute("href")).endswith(f"pack.{paper}.pdf")
    expect(pack.locator("xpath=..")).to_contain_text(" pages")


def test_another_paper_is_chosen_by_keyboard_for_all_menus_and_remembered(
    visit: Visit, address: str
) -> None:
    page = open_menu(visit, address, "de-DE")
    page.get_by_role("radio", name="A4").first.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(2):
        shown = page.locator(".pb-handouts a").evaluate_all(
            "links => links.filter(each => !each.closest('[hidden]')).map(each => each.href)"
        )
        assert len(shown) > 5
        assert all(".letter.pdf" in each for each in shown)
        page.reload()


def test_without_scripts_both_papers_are_there(visit_without_scripts: Visit, address: str) -> None:
    page = visit_without_scripts.page
    page.goto(address + PLAY)
    page.locator(".pb-handouts summary").first.click()
    for paper in ("a4", "letter"):
        expect(page.locator(f".pb-handouts a[href$='pack.{paper}.pdf']")).to_be_visible()


@pytest.fixture(scope="module")
def pack(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """The play's sheets as they are printed: the site of these tests has blank ones."""
    cache = PictureCache(tmp_path_factory.mktemp("cache"))
    entry = library.entries[Path(PLAY).name]
    rich_text = RichText("", library.resolve, entry)
    (handout,) = list_packs(rich_text, "Otters", Order(), cache)
    return print_handout(handout, "a4", cache)


@pytest.mark.parametrize(
    ("edge", "duplex"),
    [
        ("the long edge", "/DuplexFlipLongEdge"),
        ("the short edge", "/DuplexFlipShortEdge"),
        ("nothing: it prints on one side", "/Simplex"),
    ],
)
def test_one_file_has_each_sheet_as_often_as_it_is_needed(
    visit: Visit, address: str, pack: Print, edge: str, duplex: str
) -> None:
    parts = [[first, last, section.is_each, section.is_deck] for section, first, last in pack.spans]
    page = open_menu(visit, address, "de-DE")
    page.route("**/pack.a4.pdf", lambda route: route.fulfill(body=pack.content))
    page.evaluate(
        "(parts) => (document.querySelector('[data-paper=a4]').dataset.parts = parts)",
        json.dumps([parts]),
    )
    page.get_by_label("People").fill("3")
    page.get_by_label(edge).check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="ready to print").click()
    content = Path(saved.value.path()).read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.ViewerPreferences.Duplex == duplex
        turned = [number for number, sheet in enumerate(pdf.pages) if sheet.get("/Rotate")]
    prepared, pages = (
        [sorted(page.text.split()) for page in read(pack.content)],
        [sorted(page.text.split()) for page in read(content)],
    )
    expected: list[list[str]] = []
    for first, last, is_each, _ in parts:
        texts = prepared[first - 1 : last]
        texts += [[]] * (len(texts) % 2)
        expected += texts * (3 if is_each else 1)
    is_single = duplex == "/Simplex"
    assert pages == [text for text in expected if text or not is_single]
    assert len(pages) > len(parts)
    backs = [number for number, text in enumerate(pages) if {"LISTEN", "FOR"} <= set(text)]
    assert bool(turned) == (duplex == "/DuplexFlipShortEdge")
    assert not turned or set(backs) <= set(turned)
