"""Taking a picture elsewhere, and the text of an exercise or an anti-pattern."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit
from playbook.kinds.book import KIND as BOOK
from playbook.reference.examples import Examples

pytestmark = pytest.mark.browser

HOSTILE = (
    '"]; x --> y["%%{init: {"securityLevel": "loose"}}%% ``` <img src=x onerror=alert(1)> '
    "[link](javascript:alert(1)) #quot; end & *_~|"
)
REPLACE = "words => { for (const it of pictures) it.words.set(it.cards[0], words); }"
LABEL = r'"(?:[^\W_]|[ .,:?!()\'’“”–·…-]|[\u0300-\u036f]|#\d+;|<br>)+"'  # noqa: RUF001 - as typed
NODE = rf"  n\d+(?:\[\[{LABEL}\]\]|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}}|\({LABEL}\))"
WAY = rf"  n\d+ (?:---|-->|-\.->|==>)(?:\|{LABEL}\|)? n\d+"
LINE = re.compile(rf"```(?:mermaid)?|flowchart TD|{NODE}|{WAY}|  style n\d+ stroke-width:4px")
READ = "([title, words]) => wordsOn({said: () => title, words: new Map([[0, words]])}, 0)"
TYPES = "async () => (await navigator.clipboard.read()).flatMap(each => each.types)"


def read_clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_tree_is_copied_as_text_an_image_and_a_link(visit: Visit, address: str) -> None:
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    picture = Picture(visit.go(address + TREE))
    status = picture.figure.locator(".pb-share [role=status]")
    picture.share("Copy as an outline in Markdown").press("Enter")
    expect(status).to_have_text("Copied.")
    outline = read_clipboard(page).splitlines()
    assert outline[0] == "# More first lessons booked within a week"
    assert any(re.match(r"      - \*\*.+\*\* — Target opportunity; ", line) for line in outline)
    assert len(outline) == picture.figure.locator("a.pb-card").count() + 2
    picture.share("Copy as Mermaid").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('```'))")
    lines = read_clipboard(page).splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    picture.share("Copy link").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.endsWith('#Tree'))")
    picture.card("hold-the-hour").press("Enter")
    picture.share("Copy link").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.endsWith('-hour'))")
    assert read_clipboard(page) == f"{address}{TREE}#hold-the-hour"
    picture.share("Copy as an image").click()
    page.wait_for_function(f"({TYPES})().then(types => types.includes('image/png'))")
    page.keyboard.press("Escape")
    expect(picture.button("Share")).to_be_focused()
    assert visit.complaints == []


def test_a_map_says_where_each_moment_leads_and_hostile_words_stay_words(
    visit: Visit, address: str
) -> None:
    page = visit.go(address + MAP).page
    outline = page.evaluate("outlinePicture(pictures[0])")
    assert re.search(r"^- \*\*.+\*\* — .+\n  - → .+ — problem: \w+", outline, re.MULTILINE)
    page.evaluate(REPLACE, HOSTILE)
    lines = page.evaluate("sketchPicture(pictures[0])").splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    first = page.evaluate("outlinePicture(pictures[0])").splitlines()[2]
    assert r"\[link\](javascript:alert(1))" in first
    assert "\\<img" in first
    assert not re.search(r"(?<!\\)[\[\]<>`]", first)
    for title, words in (("o", "Glad · told once. o. Loud"), ("So.", "Solo. So. Loud")):
        card = page.evaluate(READ, [title, words])
        assert card == {"title": title, "facts": [words.split(".")[0], "Loud"]}


def test_an_exercise_and_an_anti_pattern_are_copied_with_their_link(
    visit: Visit, address: str
) -> None:
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go(f"{address}plays/experience-mapping/")
    for name, first, there in (
        ("lay-it-over", "1. Alone, 3 min. List this person's moments", "- Time: "),
        ("product-tour", "- You notice: Every box is one of your own pages", "- Instead: "),
    ):
        block = page.locator(f".pb-exercise:has(#{name}), .pb-anti-pattern:has(#{name})")
        block.get_by_role("button", name="Copy text and link").click()
        expect(block.get_by_role("status")).to_have_text("Copied.")
        text = read_clipboard(page)
        title = block.locator("h3").evaluate("head => head.firstChild.textContent")
        assert text.startswith(f"{title}\n")
        assert first in text
        assert there in text
        assert text.endswith(f"\n{address}plays/experience-mapping/#{name}\n")
        assert "Plan a session" not in text
    assert visit.complaints == []


def test_an_example_of_a_file_is_coloured_and_copied_as_it_stands(
    visit: Visit, address: str
) -> None:
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = visit.go(f"{address}reference/book/").page.locator("pre").first
    assert code.locator(".pb-yaml-key").all_inner_texts()[:2] == ["kind:", "title:"]
    expect(code.locator(".pb-yaml-remark")).to_contain_text("# or internal, for what")
    code.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert read_clipboard(page) == f"{Examples(BOOK).text.rstrip()}\n"
    expect(page.locator("td").get_by_text("year: 2019")).to_be_visible()
