from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.visit import Visit, open_tab
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.flow import Flow, Scenario
from playbook.parts.simulation import ScenarioRun, run_scenario
from projects import ROOT

pytestmark = pytest.mark.browser

PAGES = sorted(
    path.stem
    for folder in ("plays", "signposts")
    for path in (ROOT / "content" / folder).glob("*.yml")
)
SOME_PAGES = PAGES[::4]
"""Among them one whose flows run each other, and one with many scenarios."""
LIT = """
picture => ({
  lines: [...picture.querySelectorAll("[data-way].pb-on")].map(each => each.dataset.way),
  cards: [...picture.querySelectorAll("a.pb-card.pb-on")].map(each => each.id),
  clear: [...picture.querySelectorAll("[data-way], a.pb-card")]
    .filter(each => getComputedStyle(each).opacity === "1").map(each => each.dataset.way ?? each.id),
})
"""  # noqa: E501 - a script, YAML or a title, as it is
PRESS_EACH = f"""
room => {{
  const look = {LIT.strip()};
  const buttons = [...room.querySelectorAll(".pb-light")];
  return Object.fromEntries(buttons.map(button => {{
    button.click();
    const {{ lines, cards, clear }} = look(room.querySelector("svg.pb-diagram"));
    const pressed = buttons.filter(each => each.ariaPressed === "true").map(each => each.textContent.trim());
    return [button.textContent.trim(), [lines.sort(), cards.sort(), clear.sort(), pressed]];
  }}));
}}
"""  # noqa: E501 - a script, YAML or a title, as it is
ROWS = """
room => Object.fromEntries([...room.querySelectorAll("tr")].filter(row => row.checkVisibility())
  .flatMap(row => [...row.querySelectorAll("[id]")].map(each => [each.id, row.textContent])))
"""
FLOWS = """
async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  return [...page.querySelectorAll(".pb-flow")].map(room => {
    const picture = room.querySelector("svg.pb-diagram");
    const name = picture.getAttribute("aria-labelledby");
    const lights = [...room.querySelectorAll(".pb-light")].map(button => {
      const { flow, ways, end } = button.dataset;
      return [button.textContent.trim(), `${flow}_title` === name, [...new Set(ways.trim().split(" "))].sort(), end];
    });
    const drawn = [...picture.querySelectorAll("[data-way]")].map(each => each.dataset.way).sort();
    const cards = [...picture.querySelectorAll("a.pb-card")].map(each => each.id).sort();
    return [room.querySelector("h2").id, drawn, cards, lights];
  });
}
"""  # noqa: E501 - a script, YAML or a title, as it is


@pytest.fixture(scope="module", params=SOME_PAGES)
def flows(request: pytest.FixtureRequest, library: Library) -> list[IndexedPiece[Flow]]:
    """Every flow of one page."""
    return flows_of(library, request.param)


@pytest.fixture(scope="module")
def here(address: str, flows: list[IndexedPiece[Flow]]) -> str:
    return address + page_of(flows)


@pytest.fixture(scope="module")
def opened(browser: Browser, here: str) -> Iterator[Visit]:
    """The page with these flows; each test leaves them dark."""
    with open_tab(browser) as visit:
        yield visit.go(here)


def flows_of(library: Library, name: str) -> list[IndexedPiece[Flow]]:
    found = [each for each in collect_pieces(library, Flow) if each.entry.id == name]
    if not found:
        pytest.fail("no flow stands on this page: give it one, or leave the page out here")
    return found


def page_of(flows: list[IndexedPiece[Flow]]) -> str:
    return flows[0].entry.page.replace(".md", "/")


def way(
    library: Library, told: IndexedPiece[Flow], scenario: Scenario
) -> tuple[set[str], set[str]]:
    """Return the lines and the steps of a scenario's way through its own flow."""
    done = run_scenario(told.piece, scenario, told.entry.artifact, library)
    assert isinstance(done, ScenarioRun)
    own = [leg for leg in done.legs if leg.flow is told.piece]
    lines = {f"{leg.step.id}.{leg.step.next.index(leg.way)}" for leg in own}
    return lines, {str(leg.step.id) for leg in own} | {str(scenario.ends)}


def section(visit: Visit, told: IndexedPiece[Flow]) -> Locator:
    heading = visit.page.locator(f"h2#{told.piece.id}")
    return visit.page.locator(".pb-flow").filter(has=heading)


def picture(visit: Visit, told: IndexedPiece[Flow]) -> Locator:
    return section(visit, told).locator("svg.pb-diagram")


def button(visit: Visit, told: IndexedPiece[Flow], scenario: Scenario) -> Locator:
    name = f"Show the way of: {scenario.title.plain()}"
    return section(visit, told).get_by_role("button", name=name, exact=True)


def pressed(visit: Visit, told: IndexedPiece[Flow]) -> list[str]:
    found = section(visit, told).get_by_role("button", pressed=True).all()
    return [each.inner_text().partition(": ")[2] for each in found]


def check_lit(visit: Visit, library: Library, told: IndexedPiece[Flow], scenario: Scenario) -> None:
    lines, steps = way(library, told, scenario)
    lit: dict[str, Any] = picture(visit, told).evaluate(LIT)
    assert (set(lit["lines"]), set(lit["cards"])) == (lines, steps)
    assert set(lit["clear"]) == lines | steps
    assert pressed(visit, told) == [scenario.title.plain()]


def check_dark(visit: Visit, told: IndexedPiece[Flow]) -> None:
    lit: dict[str, Any] = picture(visit, told).evaluate(LIT)
    assert (lit["lines"], lit["cards"]) == ([], [])
    assert len(lit["clear"]) == len(told.piece.steps) + sum(
        len(step.next) for step in told.piece.steps
    )
    assert pressed(visit, told) == []


@pytest.mark.parametrize("name", PAGES)
def test_each_button_names_the_picture_and_the_way_of_its_scenario(
    tab: Visit, address: str, library: Library, name: str
) -> None:
    if tab.page.url != f"{address}about/":
        tab.go(f"{address}about/")  # any page will do: it reads the others
    flows = flows_of(library, name)
    expected = []
    for told in flows:
        steps = told.piece.steps
        lights = []
        for scenario in told.piece.scenarios:
            lines, _ = way(library, told, scenario)
            words = f"Show the way of: {scenario.title.plain()}"
            lights.append([words, True, sorted(lines), str(scenario.ends)])
        drawn = sorted(f"{step.id}.{number}" for step in steps for number in range(len(step.next)))
        expected.append([str(told.piece.id), drawn, sorted(str(step.id) for step in steps), lights])
    assert tab.page.evaluate(FLOWS, address + page_of(flows)) == expected


def test_each_scenario_lights_just_the_steps_and_lines_of_its_way(
    opened: Visit, library: Library, flows: list[IndexedPiece[Flow]]
) -> None:
    visit = opened
    for told in flows:
        room = section(visit, told)
        check_dark(visit, told)
        expected = {}
        for scenario in told.piece.scenarios:
            lines, steps = way(library, told, scenario)
            name = f"Show the way of: {scenario.title.plain()}"
            expected[name] = [sorted(lines), sorted(steps), sorted(lines | steps), [name]]
        assert room.evaluate(PRESS_EACH) == expected
        room.evaluate("room => room.querySelector('.pb-light[aria-pressed=true]')?.click()")
        check_dark(visit, told)
    assert visit.complaints == []


def test_a_second_press_puts_the_light_out_and_another_scenario_takes_it_over(
    opened: Visit, library: Library, flows: list[IndexedPiece[Flow]]
) -> None:
    visit = opened
    for told in flows:
        for scenario in told.piece.scenarios[:2]:
            visit.tab_to(button(visit, told, scenario))
            visit.page.keyboard.press("Space")
            check_lit(visit, library, told, scenario)
        if told.piece.scenarios:
            visit.page.keyboard.press("Space")
            check_dark(visit, told)


def test_each_flow_of_a_page_has_a_light_of_its_own(
    visit: Visit, address: str, library: Library
) -> None:
    told = [each for each in collect_pieces(library, Flow) if each.piece.scenarios]
    first, second = next(pair for pair in pairwise(told) if pair[0].entry is pair[1].entry)
    visit.go(address + first.entry.page.replace(".md", "/"))
    for each in (first, second):
        button(visit, each, each.piece.scenarios[0]).press("Enter")
    check_lit(visit, library, first, first.piece.scenarios[0])
    check_lit(visit, library, second, second.piece.scenarios[0])
    button(visit, second, second.piece.scenarios[0]).press("Enter")
    check_lit(visit, library, first, first.piece.scenarios[0])
    check_dark(visit, second)


def test_without_scripts_the_tables_tell_each_step_and_scenario(
    visit_without_scripts: Visit, here: str, flows: list[IndexedPiece[Flow]]
) -> None:
    visit_without_scripts.go(here)
    for told in flows:
        room = section(visit_without_scripts, told)
        titles = {f"told_{step.id}": step.title for step in told.piece.steps}
        titles |= {str(scenario.id): scenario.title for scenario in told.piece.scenarios}
        rows: dict[str, str] = room.evaluate(ROWS)
        for name, title in titles.items():
            assert title.plain() in " ".join(rows[name].split())
        expect(room.get_by_role("button")).to_have_count(0)


def test_a_step_in_the_picture_leads_to_what_is_told_about_it(
    opened: Visit, flows: list[IndexedPiece[Flow]]
) -> None:
    visit = opened
    for told in flows:
        step = told.piece.steps[-1]
        picture(visit, told).locator(f"a.pb-card[id='{step.id}']").press("Enter")
        detail = visit.page.get_by_role("region", name="About this box")
        expect(detail).to_be_focused()
        expect(detail).to_contain_text(step.title.plain())
        detail.get_by_role("link", name="Read it on the page").press("Enter")
        row = section(visit, told).get_by_role("row").filter(has=visit.page.locator(":target"))
        expect(row).to_contain_text(step.title.plain())
        expect(row).to_be_in_viewport()
