import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.modes import (
    EXAMPLES,
    MANY,
    MODES,
    PAGES,
    SCHEMES,
    TEMPLATES,
    axe_in_both_modes,
    look_at,
)
from browser.visit import Visit, open_tab
from projects import Project

pytestmark = pytest.mark.browser

TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    content-visibility: visible !important; transition: none !important; line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""  # noqa: E501 - a script, YAML or a title, as it is
UNSEEN = """
() => {
  const ground = getComputedStyle(document.body).backgroundColor;
  const seen = new Set(), unseen = [];
  const isNew = kind => !seen.has(kind) && seen.add(kind);
  const lasts = times => times.split(",").some(time => parseFloat(time) > 0.01);
  for (const each of document.querySelectorAll("body, body *")) {
    const kind = `${each.localName} ${each.getAttribute("class")}`;
    if (!isNew(kind) || each.matches(".pb-hero, .pb-lost") || !each.checkVisibility()) continue;
    for (const part of [null, "::before", "::after"]) {
      const look = getComputedStyle(each, part);
      if (part && look.content === "none") continue;
      if (look.maskImage !== "none" && look.backgroundColor === ground) unseen.push(`${kind}${part ?? ""}`);
      if (look.animationName !== "none" && lasts(look.animationDuration)) unseen.push(`${kind} moves`);
      if (/all|height|transform/.test(look.transitionProperty) && lasts(look.transitionDuration)) unseen.push(`${kind} slides`);
    }
  }
  for (const each of document.querySelectorAll("a[href]:not(.pb-card), button, input, select, summary")) {
    const kind = `stop ${each.localName} ${each.getAttribute("class")} in ${each.parentElement.className}`;
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility() || !isNew(kind)) continue;
    each.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    if (outlineStyle === "none" || !parseFloat(outlineWidth)) unseen.push(kind);
  }
  const empty = [...document.querySelectorAll(".md-tabs__item:not(.md-tabs__item--active) a, .pb-presenting .pb-screens")];
  return [...unseen, ...empty.filter(each => getComputedStyle(each).borderBottomColor !== ground).map(each => each.className)];
}
"""  # noqa: E501 - a script, YAML or a title, as it is
"""What is drawn in the colour of its ground where a reader chose the colours, what moves though
they asked for rest, stops of the Tab key without an outline, and frames that should be empty.
Pictures' cards show the focus otherwise.
"""
HIDDEN = """
[...document.querySelectorAll("article [hidden]")]
  .filter(each => !each.matches(".pb-pause, .pb-console, .pb-shortcuts, .pb-joining, .pb-newcomer"))
  .filter(each => each.querySelector("h1, h2, h3, h4, a[href], table, ul, ol, dl, svg, img, figure"))
  .map(each => each.outerHTML)
"""  # noqa: E501 - a script, YAML or a title, as it is
HEADINGS = "[...document.querySelectorAll('h1')].filter(each => each.checkVisibility()).length"
PUT_IN = """
text => {
  document.adoptedStyleSheets = [];
  document.body.replaceWith(new DOMParser().parseFromString(text, "text/html").body);
}
"""
STYLE = re.compile('<(?:link[^>]* rel="stylesheet"|style)[^>]*>')
A4_WIDTH = 688  # pixels between margins of 14 mm
HANGING = 8
"""The width of a space, which may hang over the end of a line."""
CUT = f"""
[...document.querySelectorAll("article :not(svg *)")]
  .filter(each => each.checkVisibility())
  .filter(each => each.getBoundingClientRect().right > innerWidth + {HANGING})
  .map(each => each.outerHTML)
"""


VIEWS = [(name, MODES[index % 2]) for index, name in enumerate([*TEMPLATES, *EXAMPLES])]
ALIKE = [("headlines", "evidence"), ("reference", "rules", "rule", "about")]
"""Pages of one template, which axe sees in one mode here and in the other there."""
SEEN_IN_USE = {
    "tree",
    "2026-habits",
    "2026-03-visualize",
    "ai-ready-analytics",
    "exercises",
    "anti-patterns",
}
"""Pages that axe sees with all of them open, in test_picture_detail, test_progress_access and
test_in_use."""
LIKE_OTHERS = {"shared-map", "individual-map", "branch", *EXAMPLES}
"""Pages of templates that test_large has with more in them, or that are seen in use; both in both
modes."""
IN_ONE_MODE = LIKE_OTHERS.union(*ALIKE)


@pytest.fixture(scope="module", params=VIEWS, ids="-".join)
def chosen(request: pytest.FixtureRequest) -> tuple[str, str]:
    name, mode = request.param
    return name, mode


@pytest.fixture(scope="module")
def view(chosen: tuple[str, str], tab: Visit, address: str, german: str) -> Visit:
    name, mode = chosen
    place = german + EXAMPLES[name] if name in EXAMPLES else address + PAGES[name]
    return look_at(tab, mode, place)


@pytest.fixture(scope="module")
def view_without_scripts(browser: Browser) -> Iterator[Visit]:
    with open_tab(browser, width=320, scripts=False) as visit:
        yield visit


def check_scheme(page: Page) -> None:
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    scheme = SCHEMES["dark" if dark else "light"]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def check_width(page: Page, *widths: int) -> None:
    """Look at these widths with the spaces that readers may set, which only ever need more room."""
    page.evaluate(SPACED)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, page.evaluate(TOO_WIDE)) <= (width, 0)


def check_paper(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_WIDTH, "height": 900})
    assert page.evaluate(CUT) == []


def test_the_page_is_in_the_scheme_that_the_visitor_prefers(view: Visit) -> None:
    check_scheme(view.page)


def test_nothing_is_wrong_on_the_console(view: Visit) -> None:
    missing = (
        "Failed to load resource: the server responded with a status of 404 (Not Found) "
        f"{view.page.url}"
    )
    assert [
        said
        for said in view.complaints
        if not (view.page.url.endswith(PAGES["404"]) and said == missing)
    ] == []


def test_nothing_is_asked_of_another_host(view: Visit) -> None:
    host = view.page.evaluate("`${location.origin}/`")
    assert len(view.requests) > 5
    assert [
        request for request in view.requests if not request.startswith((host, "data:", "blob:"))
    ] == []


@pytest.mark.parametrize("names", ALIKE, ids=" ".join)
def test_pages_that_are_alike_are_seen_in_both_modes(names: tuple[str, ...]) -> None:
    assert {mode for name, mode in VIEWS if name in names} == set(MODES)


def test_axe_finds_nothing(view: Visit, chosen: tuple[str, str]) -> None:
    name, _ = chosen
    if name not in SEEN_IN_USE:
        assert (view.axe() if name in IN_ONE_MODE else axe_in_both_modes(view)) == []


def test_the_page_does_not_scroll_sideways_even_at_twice_the_size(view: Visit) -> None:
    check_width(view.page, 1280, 640, 390, 320)


def test_colours_of_the_readers_own_hide_nothing_and_rest_is_kept(view: Visit) -> None:
    view.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    view.page.keyboard.press("Tab")
    found = view.page.evaluate(UNSEEN)
    view.page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    assert found == []


def test_nothing_is_cut_on_paper(view: Visit) -> None:
    check_paper(view.page)


@pytest.mark.parametrize("name", TEMPLATES)
def test_without_scripts_nothing_is_missing_or_too_wide(
    view_without_scripts: Visit, address: str, name: str
) -> None:
    view_without_scripts.tab.set_mode(320, "light")
    view_without_scripts.go(address + PAGES[name])
    check_without_scripts(view_without_scripts.page)


@pytest.mark.parametrize("folder", MANY)
def test_without_scripts_nothing_is_missing_or_too_wide_on_any_of_many_pages(
    view_without_scripts: Visit, address: str, own_project: Project, folder: str
) -> None:
    """One after the other is put into the first, whose styles it has: a page of its own for each
    costs four times as much."""
    page, heads = view_without_scripts.page, set[str]()
    names = [name for name, path in PAGES.items() if path.startswith(folder) and path != folder]
    others = [name for name in names if name not in TEMPLATES]
    view_without_scripts.go(address + PAGES[others[0]])
    for name in others:
        text = (own_project.root / "site" / PAGES[name] / "index.html").read_text(encoding="utf-8")
        heads.add(" ".join(STYLE.findall(text)))
        page.set_viewport_size({"width": 320, "height": 900})
        page.evaluate(PUT_IN, text)
        check_without_scripts(page)
        check_width(page, 320)  # the others are looked at with scripts, and on paper
    assert len(heads) == 1


def check_without_scripts(page: Page) -> None:
    assert page.evaluate(f"[{TOO_WIDE} <= 0, {HIDDEN}, {HEADINGS}]") == [True, [], 1]
