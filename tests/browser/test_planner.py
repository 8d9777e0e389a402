from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.member import Member
from browser.visit import Visit, open_tab, tab_to
from projects import Project
from searched import read_search

pytestmark = pytest.mark.browser

PLAY = "plays/experience-mapping/"
PLAN = f"{PLAY}plan/"
ROWS = """[...document.querySelectorAll(".pb-run tbody tr:not(.pb-out)")]
  .map(row => [row.cells[0], row.cells[2]].map(cell => cell.textContent.replace(/\\s/g, " ")))"""
STEPS = [12, 20, 60, 30, 8, 10, 5]
BROKEN_CODE = "#v=1&at=%FF&do=%E0%A4%A"
NONSENSE = [
    "#",
    "#v=2&at=14:00",
    "#v=1&at=25:61&has=-3&people=1e9&pace=late&every=1&rest=0",
    "#v=1&do=__proto__,constructor,<img src=x onerror=alert(1)>",
    "#at=14:00",
    "#run_no-such-step",
    '#v="]<b>',
    f"#v=1&has={'9' * 5000}",
]
FOLLOW = """
hash => {
  history.replaceState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
"""
"""Goes to another plan of the page that is open, which is read as when a page is opened."""
MANY_AGENDAS = """() => {
  const wrong = [];
  let seed = 7;
  const pick = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const sum = (list, key) => list.reduce((before, each) => before + each[key], 0);
  const unit = (_, number) => ({ name: `n${number >> 1}`, least: pick(40), most: 40 + pick(200) });
  for (let run = 0; run < 2000; run += 1) {
    const units = Array.from({ length: 1 + pick(9) }, unit);
    const every = pick(9) ? 20 + pick(161) : 0;
    const plan = { every: String(every), rest: String(1 + pick(60)), pace: pick(2) ? "tight" : "roomy" };
    const { pieces, minutes, breaks } = session.agenda(units, plan);
    const rests = pieces.filter((each) => each.isBreak);
    const note = (what) => wrong.push([what, plan, units]);
    let [sat, from] = [0, 0];
    for (const each of pieces) {
      if (each.from !== from) note("begins");
      from += each.minutes;
      sat = each.isBreak ? 0 : sat + each.minutes;
      if (every && sat > every) note("sits too long");
    }
    if (minutes - breaks !== sum(units, plan.pace === "tight" ? "least" : "most") || from !== minutes) note("lost");
    if (sum(rests, "minutes") !== breaks || rests.length * plan.rest !== breaks) note("breaks");
    if (pieces[0].isBreak || pieces.at(-1).isBreak) note("a break at the edge");
  }
  return wrong.slice(0, 3);
}"""  # noqa: E501 - a script, YAML or a title, as it is


def rows(page: Page) -> list[list[str]]:
    """Return when each row that is part of the plan begins, and how long it takes."""
    found: list[list[str]] = page.evaluate(ROWS)
    return found


def summed(page: Page) -> str:
    return " ".join(page.locator(".pb-sum").inner_text().split())


def test_a_session_is_planned_by_keyboard_alone_and_kept(reader: Member) -> None:
    page = reader.go(PLAN)
    tab_to(page, page.get_by_label("We start at"))
    page.keyboard.type("0200PM")
    tab_to(page, page.get_by_label("Minutes we have"))
    page.keyboard.type("150")
    tab_to(page, page.get_by_role("checkbox", name="Talk through the maps"))
    page.keyboard.press("Space")
    assert summed(page) == "2:00 PM to 3:35 PM: 95 minutes, 10 of them for breaks. 55 to spare."
    told = rows(page)
    assert told[:4] == [
        ["2:00 PM", "12 min"],
        ["2:12 PM", "20 min"],
        ["2:32 PM", "10 min"],
        ["2:42 PM", "30 min"],
    ]
    address = page.url
    assert "#v=1&at=14:00&has=150&do=choose-where" in address
    page.reload()
    assert rows(page) == told
    page.goto("about:blank")
    reader.go(PLAN)
    assert (rows(page), page.url) == (told, address)
    page.get_by_role("button", name="Start over").click()
    assert page.url == reader.address + PLAN
    assert sum(int(minutes.split()[0]) for _, minutes in rows(page)) == sum(STEPS) + 20
    assert reader.go(PLAN).get_by_label("Minutes we have").input_value() == ""


def test_the_address_alone_brings_the_plan_and_the_link_to_present_it(reader: Member) -> None:
    page = reader.go(
        f"{PLAN}#v=1&at=23:30&people=2&pace=tight&every=20&rest=5&do=talk-through-the-maps,close,lay-it-over"
    )
    assert rows(page) == [
        ["11:30 PM", "15 min"],
        ["11:45 PM", "5 min"],
        ["11:50 PM", "15 min"],
        ["12:05 AM", "5 min"],
        ["12:10 AM", "15 min"],
        ["12:25 AM", "5 min"],
        ["12:30 AM", "10 min"],
    ]
    assert "1 item in the link is no longer here." in summed(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link to this plan").click()
    expect(page.locator(".pb-plan-actions [role=status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        copied
        == f"{reader.address}{PLAN}#v=1&at=23:30&people=2&pace=tight&every=20&rest=5&do=talk-through-the-maps,lay-it-over"  # noqa: E501 - a script, YAML or a title, as it is
    )
    page.get_by_role("link", name="Present it").click()
    expect(page).to_have_url(copied.replace("/plan/", "/present/"))


def test_what_does_not_fit_is_said_with_a_way_out(reader: Member) -> None:
    page = reader.go(f"{PLAN}#v=1&has=160&people=7&do=talk-through-the-maps,lay-it-over")
    expect(page.locator(".pb-run .pb-late").last).to_have_text(
        "A group of 7 is too large: make groups of at most 4."
    )
    page.get_by_label("How many of us").fill("1")
    expect(page.locator(".pb-run .pb-late").last).to_have_text(
        "A group of 1 is too small: it takes 2."
    )
    page.get_by_label("Minutes we have").fill("58")
    assert "more than you have: leave something out, or choose the tight pace." in summed(page)
    page.get_by_label("Minutes we have").fill("5")
    assert summed(page).endswith("more than you have: leave something out.")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    assert summed(page) == "Nothing is chosen: tick what you want to do."
    assert rows(page) == []


def test_an_exercise_leads_to_a_plan_of_its_own(reader: Member) -> None:
    page = reader.go(f"{PLAN}#v=1&at=09:00")
    page.get_by_label("Minutes we have").fill("45")
    reader.go(PLAY)
    page.locator(".pb-exercise:has(#lay-it-over)").get_by_role(
        "link", name="Plan a session"
    ).click()
    expect(page.locator(".pb-sum")).to_contain_text("9:00")
    assert rows(page) == [["9:00 AM", "10 min"]]


def test_nonsense_in_the_address_gives_the_whole_run(visit: Visit, address: str) -> None:
    page = visit.go(address + PLAN + BROKEN_CODE).page
    for nonsense in [BROKEN_CODE, *NONSENSE]:
        if nonsense != BROKEN_CODE:
            page.evaluate(FOLLOW, "#v=1&at=14:00&do=lay-it-over")
            assert rows(page)[0][0] == "2:00 PM"
            page.evaluate(FOLLOW, nonsense)
        assert visit.our_complaints == [], nonsense
        assert rows(page)[0] == ["0:00", "12 min"], nonsense
        assert page.locator(".pb-choose:checked").count() == len(STEPS), nonsense


def test_whatever_is_planned_nobody_sits_too_long_and_no_minute_is_lost(
    visit: Visit, address: str
) -> None:
    page = visit.go(address + PLAN).page
    assert page.evaluate(MANY_AGENDAS) == []


def test_a_plan_prints_on_one_page(reader: Member) -> None:
    page = reader.go(f"{PLAN}#v=1&at=14:00&every=30&has=90")
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert page.locator(".pb-run .pb-out").first.is_hidden()
    assert not page.locator("form, .pb-choose, .pb-button").filter(visible=True).count()


def test_without_scripts_the_run_of_show_is_a_table(
    visit_without_scripts: Visit, address: str
) -> None:
    page = visit_without_scripts.go(address + PLAN).page
    starts = [
        row.locator("td").first.inner_text() for row in page.locator(".pb-run tbody tr").all()
    ]
    assert starts[: len(STEPS)] == ["0:00", "0:12", "0:32", "1:32", "2:02", "2:10", "2:20"]
    assert not page.locator("form, article button").filter(visible=True).count()


def test_a_plan_works_from_a_file(visit: Visit, own_project: Project) -> None:
    file = own_project.root / "site" / PLAN / "index.html"
    page = visit.go(f"{file.as_uri()}#v=1&at=14:00").page
    assert rows(page)[0] == ["2:00 PM", "12 min"]
    page.get_by_label("Minutes we have").fill("150")
    page.reload()
    assert rows(page)[0] == ["2:00 PM", "12 min"]
    assert page.get_by_label("Minutes we have").input_value() == "150"


def test_times_are_written_as_the_reader_writes_them(visit: Visit, address: str) -> None:
    visit.tab.attach().send("Emulation.setLocaleOverride", {"locale": "de-DE"})
    page = visit.go(f"{address}{PLAN}#v=1&at=14:00").page
    expect(page.locator(".pb-sum")).to_contain_text("14:00 to 16:45")


@pytest.mark.parametrize("path", [PLAN, f"{PLAY}present/"])
def test_nothing_scrolls_sideways_on_the_narrowest_screen(
    path: str, browser: Browser, address: str
) -> None:
    with open_tab(browser, width=320) as visit:
        page = visit.go(f"{address}{path}#v=1&at=14:00&every=30&people=9").page
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_neither_page_is_found_by_a_search(own_project: Project) -> None:
    found = {
        each.location.partition("#")[0] for each in read_search(Path(own_project.root / "site"))
    }
    assert PLAY in found
    assert not [each for each in found if each.endswith(("/plan/", "/present/"))]
