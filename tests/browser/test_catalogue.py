import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.serving import served
from browser.small import PLAY, build_small_site
from browser.visit import Visit
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.anti_pattern import THEMES, AntiPattern
from projects import Project

pytestmark = pytest.mark.browser

KEYS = "boxes => boxes.map(box => box.dataset.keep)"
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
COVERED = """
() => {
  const stops = [...document.querySelectorAll("article :is(a[href], button, input, select, summary, [tabindex])")];
  const wrong = [];
  let seen = 0;
  for (const stop of stops.reverse()) {
    stop.focus();
    if (document.activeElement !== stop) continue;
    seen += 1;
    const box = stop.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (top === null || !(stop.contains(top) || top.contains(stop))) wrong.push(stop.outerHTML);
  }
  return [seen, wrong];
}
"""  # noqa: E501 - a script, YAML or a title, as it is


def make_play(number: int) -> str:
    """Return a play with four anti-patterns, each on another theme or on none."""
    themes = [*THEMES, None]
    traps = [
        {
            "id": f"habit-{number}-{place}",
            "title": f"The *habit* {number} & {place}",
            "smell": "Nobody looks up from the screen.",
            "harm": "We hear what we said ourselves.",
            "fix": "Close the screen.",
        }
        | ({"theme": theme} if theme else {})
        for place, theme in enumerate(themes[number % 2 :: 2])
    ]
    return json.dumps({**PLAY, "title": f"Play {number}", "anti_patterns": traps})


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Plays with a dozen anti-patterns, built into site/."""
    plays = {f"play-{number}.yml": make_play(number) for number in range(3)}
    return build_small_site(tmp_path_factory.mktemp("warned") / "project", plays)


@pytest.fixture(scope="module")
def address(browser: Browser, warned: Project) -> Iterator[str]:
    assert browser.is_connected()
    with served(warned.root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def library(warned: Project) -> Library:
    return Library(warned.content, KINDS)


@pytest.fixture
def here(address: str) -> str:
    return f"{address}anti-patterns/"


@pytest.fixture
def anti_patterns(library: Library) -> list[IndexedPiece[AntiPattern]]:
    """Every anti-pattern, in the order of the catalogue."""
    themes = [*THEMES, None]
    return sorted(
        collect_pieces(library, AntiPattern), key=lambda each: themes.index(each.piece.theme)
    )


def tick(page: Page, each: IndexedPiece[AntiPattern]) -> Locator:
    return page.locator(f"article input[data-keep='{each.key}']")


def tick_by_key(visit: Visit, each: IndexedPiece[AntiPattern]) -> None:
    tick(visit.page, each).press("Space")


def ticked(visit: Visit) -> list[str]:
    """Return the keys of the boxes that are ticked."""
    found: list[str] = visit.page.locator("article input[data-keep]:checked").evaluate_all(KEYS)
    return found


def cards(visit: Visit) -> list[str]:
    """Return the titles of the cards that are to be seen."""
    return [
        text.rstrip("¶").strip()
        for text in visit.page.locator(".pb-anti-pattern h3:visible").all_inner_texts()
    ]


def titles(anti_patterns: list[IndexedPiece[AntiPattern]]) -> list[str]:
    return [each.piece.title.plain() for each in anti_patterns]


def themes(visit: Visit) -> list[str]:
    return [
        text.rstrip("¶").strip().lower()
        for text in visit.page.locator(".pb-theme h2:visible").all_inner_texts()
    ]


def status(visit: Visit) -> Locator:
    return visit.page.locator("article").get_by_role("status")


def button(visit: Visit, name: str) -> Locator:
    return visit.page.get_by_role("button", name=name, exact=True)


def play(address: str, each: IndexedPiece[AntiPattern]) -> str:
    return f"{address}{each.entry.page.replace('.md', '/')}#{each.piece.id}"


def some(anti_patterns: list[IndexedPiece[AntiPattern]]) -> list[IndexedPiece[AntiPattern]]:
    return anti_patterns[2::3]


def test_every_anti_pattern_is_there_by_theme_with_a_tick_that_names_it(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    visit.go(here)
    assert cards(visit) == titles(anti_patterns)
    read_out = visit.page.locator("article").aria_snapshot().replace("''", "'")
    boxes = re.findall(r'checkbox "We do this ?: (.*)"', read_out)
    assert boxes == titles(anti_patterns)
    assert visit.page.locator("article input[data-keep]").evaluate_all(KEYS) == [
        each.key for each in anti_patterns
    ]
    expect(status(visit)).to_have_text("Nothing ticked yet")
    expect(visit.page.locator(".pb-ticked")).to_be_hidden()


def test_each_card_names_what_fixes_it_and_its_title_leads_to_what_it_costs(
    visit: Visit, address: str, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    each = anti_patterns[0]
    card = visit.go(here).page.locator(".pb-anti-pattern").first
    assert card.locator("a:not(.headerlink)").evaluate_all("links => links.map(a => a.href)") == [
        play(address, each),
        play(address, each).partition("#")[0],
    ]
    expect(card).to_contain_text(f"Fix it with {each.entry.artifact.title.plain()}")


def test_a_theme_stands_in_the_address_and_what_is_ticked_in_others_is_printed(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    theme = THEMES[1]
    tick_by_key(visit.go(here), anti_patterns[0])
    field = visit.page.get_by_role("combobox", name="Theme", exact=True)
    fitting = [each for each in anti_patterns if each.piece.theme == theme]
    field.select_option(label=f"{theme} ({len(fitting)})")
    for _ in range(2):
        assert (themes(visit), cards(visit)) == ([theme], titles(fitting))
        assert visit.page.url == f"{here}?theme={theme.replace(' ', '-')}"
        visit.reload()
    visit.page.evaluate("document.body.classList.add('pb-only-ticked')")
    visit.page.emulate_media(media="print")
    assert cards(visit) == titles(anti_patterns[:1])
    visit.page.emulate_media(media="screen")
    field.select_option(label="all themes")
    assert (cards(visit), visit.page.url) == (titles(anti_patterns), here)


def test_a_tick_on_either_page_is_the_same_tick(
    visit: Visit, address: str, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    first, second = some(anti_patterns)[:2]
    tick_by_key(visit.go(here), first)
    expect(tick(visit.go(play(address, first)).page, first)).to_be_checked()
    assert tick(visit.go(play(address, second)).page, second).is_checked() is False
    tick_by_key(visit, second)
    assert ticked(visit.go(here)) == [first.key, second.key]
    expect(status(visit)).to_have_text(f"2 of {len(anti_patterns)} ticked")
    tick_by_key(visit, second)
    expect(tick(visit.go(play(address, second)).page, second)).not_to_be_checked()
    tick_by_key(visit.go(play(address, first)), first)
    assert ticked(visit.go(here)) == []
    assert visit.kept == []


def test_ticks_are_counted_aloud_and_are_there_after_a_reload(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    announced = status(visit.go(here)).element_handle()
    for number, each in enumerate(some(anti_patterns), start=1):
        visit.tab_to(tick(visit.page, each))
        visit.page.keyboard.press("Space")
        words = f"{number} of {len(anti_patterns)} ticked"
        assert announced.evaluate("each => each.isConnected && each.textContent") == words
    visit.reload()
    assert ticked(visit) == [each.key for each in some(anti_patterns)]
    expect(status(visit)).to_have_text(f"{len(some(anti_patterns))} of {len(anti_patterns)} ticked")


def test_clear_all_ticks_forgets_them_on_every_page(
    visit: Visit, address: str, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    visit.go(here)
    for each in some(anti_patterns):
        tick_by_key(visit, each)
    button(visit, "Clear all ticks").focus()
    visit.page.keyboard.press("Enter")
    expect(tick(visit.page, anti_patterns[0])).to_be_focused()
    expect(status(visit)).to_have_text("Nothing ticked yet")
    for _ in range(2):
        assert ticked(visit) == []
        assert visit.kept == []
        visit.reload()
    expect(
        tick(visit.go(play(address, some(anti_patterns)[0])).page, some(anti_patterns)[0])
    ).not_to_be_checked()


def test_print_what_we_ticked_prints_only_that_and_then_all_are_back(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    visit.tab.run_first(COUNT_PRINTS)
    visit.go(here)
    everything, headings = cards(visit), themes(visit)
    for each in some(anti_patterns):
        tick_by_key(visit, each)
    button(visit, "Print what we ticked").focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("window.prints") == 1
    assert cards(visit) == everything
    visit.page.emulate_media(media="print")
    assert cards(visit) == titles(some(anti_patterns))
    assert themes(visit) == list(
        dict.fromkeys(each.piece.theme or "everything else" for each in some(anti_patterns))
    )
    for hidden in (
        status(visit),
        button(visit, "Print what we ticked"),
        button(visit, "Clear all ticks"),
    ):
        expect(hidden).to_be_hidden()
    visit.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert (cards(visit), themes(visit)) == (titles(anti_patterns), headings)
    visit.page.emulate_media(media="screen")
    assert cards(visit) == everything
    assert ticked(visit) == [each.key for each in some(anti_patterns)]


def test_the_browsers_own_print_prints_all_of_them(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    tick_by_key(visit.go(here), anti_patterns[1])
    visit.page.emulate_media(media="print")
    assert cards(visit) == titles(anti_patterns)


def test_ticks_count_and_print_where_the_browser_keeps_nothing(
    forgetful_visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    visit = forgetful_visit
    visit.tab.run_first(COUNT_PRINTS)
    tick_by_key(visit.go(here), anti_patterns[1])
    expect(status(visit)).to_have_text(f"1 of {len(anti_patterns)} ticked")
    button(visit, "Print what we ticked").press("Enter")
    visit.page.emulate_media(media="print")
    assert cards(visit) == titles(anti_patterns[1:2])
    visit.page.emulate_media(media="screen")
    button(visit, "Clear all ticks").press("Enter")
    assert ticked(visit) == []
    assert visit.our_complaints == []


def test_without_scripts_every_card_is_there_and_no_button_that_does_nothing(
    visit_without_scripts: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    visit = visit_without_scripts.go(here)
    assert cards(visit) == titles(anti_patterns)
    expect(visit.page.locator("article").get_by_role("button")).to_have_count(0)
    tick_by_key(visit, anti_patterns[0])
    assert ticked(visit) == [anti_patterns[0].key]


def test_whatever_has_the_focus_is_not_covered_by_the_bars_on_top(
    visit: Visit, here: str, anti_patterns: list[IndexedPiece[AntiPattern]]
) -> None:
    tick_by_key(visit.go(here), anti_patterns[0])
    for width in (1280, 390):
        visit.page.set_viewport_size({"width": width, "height": 900})
        seen, covered = visit.page.evaluate(COVERED)
        assert covered == []
        assert seen > 2 * len(anti_patterns)
    visit.page.set_viewport_size({"width": 320, "height": 256})
    tick_by_key(visit, anti_patterns[-1])
    expect(visit.page.locator(".pb-ticked")).not_to_be_in_viewport()
