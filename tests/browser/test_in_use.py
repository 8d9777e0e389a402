import pytest

from browser.modes import MODES, PAGES, axe_in_both_modes, look_at
from browser.visit import Visit

pytestmark = pytest.mark.browser

IN_USE = ["exercises", "anti-patterns", "ai-ready-analytics"]
ALIKE = ["exercises", "anti-patterns"]
"""Pages of one template: each is seen in one mode, and its like in the other.

Home is looked at with a club in the middle of its year, in test_progress_access."""
USE = """
() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll(".pb-criterion")) each.querySelector("input").click();
  for (const each of document.querySelectorAll(".pb-flow")) each.querySelector(".pb-light")?.click();
  document.querySelector(".pb-anti-pattern input")?.click();
  for (const each of document.querySelectorAll("[name=minutes]")) {
    each.value = 1;
    each.form.dispatchEvent(new Event("input"));
  }
  scrollTo({ top: 0, behavior: "instant" });
}
"""  # noqa: E501 - a script, YAML or a title, as it is


@pytest.fixture(scope="module", params=IN_USE)
def used(request: pytest.FixtureRequest, tab: Visit, address: str) -> Visit:
    name = request.param
    visit = look_at(tab, MODES[IN_USE.index(name) % 2], address + PAGES[name])
    visit.page.evaluate(USE)
    return visit


def test_axe_finds_nothing_when_the_page_is_in_use(used: Visit) -> None:
    is_alike = used.page.url.endswith(tuple(PAGES[name] for name in ALIKE))
    assert (used.axe() if is_alike else axe_in_both_modes(used)) == []
