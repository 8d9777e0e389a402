from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.member import CLUB_PAGE, Member, member, read_club
from browser.serving import served
from browser.visit import has_focus, open_tab, tab_to
from playbook.clubs.schedule import ClubYear, Meeting
from projects import Project

pytestmark = pytest.mark.browser

ZONES = ("America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata")
NOW, NEXT, LIVE = "Reading now", "After that", "Next live session"
WEEK_OFF = "Nothing: this week is off."
OVER = "The club has read the whole book. Start with any guide, whenever you like."
NEW_YEARS = [date(2026, 1, 1), date(2027, 1, 1)]
CLOCK_CHANGES = {
    "America/Los_Angeles": [date(2026, 3, 8), date(2026, 11, 1)],
    "Europe/Berlin": [date(2026, 3, 29), date(2026, 10, 25)],
    "Asia/Kolkata": [date(2026, 3, 8)],
}
"""When they change there; in Asia they never do, but they do where the club is."""
HOURS_OF_MARCH = {
    "America/Los_Angeles": [
        "Wednesday 18 March 2026, 9:00 AM–10:00 AM PDT",  # noqa: RUF001 - a span takes an en dash
        "Wednesday 18 March 2026, 4:00 PM–5:00 PM PDT",  # noqa: RUF001
    ],
    "Europe/Berlin": [
        "Wednesday 18 March 2026, 5:00 PM–6:00 PM GMT+1",  # noqa: RUF001
        "Thursday 19 March 2026, 12:00 AM–1:00 AM GMT+1",  # noqa: RUF001
    ],
    "Asia/Kolkata": [
        "Wednesday 18 March 2026, 9:30 PM–10:30 PM GMT+5:30",  # noqa: RUF001
        "Thursday 19 March 2026, 4:30 AM–5:30 AM GMT+5:30",  # noqa: RUF001
    ],
}
EMPTY = """
() => [...document.querySelectorAll("article :is(div, p, section, details, table, ul, ol, li)")]
  .filter(each => each.checkVisibility() && !each.textContent.trim() && !each.querySelector("svg, img, input"))
  .map(each => each.outerHTML)
"""  # noqa: E501 - a script, YAML or a title, as it is
LINES = """
panel => [...panel.querySelectorAll("p")].filter(line => line.checkVisibility())
  .map(line => [line.firstElementChild.innerText, line.lastElementChild.innerText])
"""
REOPEN = """
async script => {
  window.source ??= await (await fetch(location.href)).text();
  const page = new DOMParser().parseFromString(window.source, "text/html");
  document.querySelector("article").replaceWith(page.querySelector("article"));
  const again = document.createElement("script");
  again.src = script;
  await new Promise(ready => { again.onload = ready; document.head.append(again); });
}
"""
WATCH_PRINTING = """
() => addEventListener("beforeprint", () => {
  window.printed = [...document.querySelectorAll(".pb-turn")].map(each => each.closest("tr").checkVisibility());
})
"""  # noqa: E501 - a script, YAML or a title, as it is


@pytest.fixture(scope="module", params=ZONES)
def zone(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str, zone: str) -> Iterator[Member]:
    with member(browser, address, zone=zone) as opened:
        yield opened


@pytest.fixture(scope="module", params=["", CLUB_PAGE], ids=["home", "club"])
def plain(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    with open_tab(browser, scripts=False) as visit:
        yield visit.go(address + request.param).page


def at(who: Member, moment: datetime, path: str = "") -> Page:
    """Show a page at this moment.

    Where it is open already, the club's script runs once more on what the server sends.
    """
    who.tab.clock.set_fixed_time(moment)
    if who.page.url == who.address + path:
        who.page.evaluate(REOPEN, f"{who.address}assets/club.js")
    else:
        who.go(path)
    return who.page


def read_panel(page: Page, club: int = 0) -> dict[str, str]:
    found: list[tuple[str, str]] = page.locator(".pb-now").nth(club).evaluate(LINES)
    return {line: " ".join(words.split()) for line, words in found}


def due(year: ClubYear, moment: datetime, zone: str) -> dict[str, str]:
    today = moment.date()
    words = [
        (f"{part.turn.name}: {part.guide.artifact.title.plain()}", part.turn) for part in year.parts
    ]
    is_off = any(
        week <= today < week + timedelta(weeks=1) for part in year.parts for week in part.turn.off
    )
    now = [name for name, turn in words if turn.starts <= today <= turn.ends]
    coming = [name for name, turn in words if today < turn.starts]
    ahead = [each for each in year.meetings if moment.astimezone(UTC) < each.ends.astimezone(UTC)]
    lines = {
        NOW: [WEEK_OFF] if is_off else now or [begins(year) if coming else OVER],
        NEXT: coming,
        LIVE: [describe_next(ahead, zone)] if ahead else [],
    }
    return {line: said[0] for line, said in lines.items() if said}


def begins(year: ClubYear) -> str:
    first = year.parts[0].turn.starts
    return f"Nothing yet; the club begins on {first:%A} {first.day} {first:%B} {first.year}."


def local(meeting: Meeting, zone: str) -> str:
    starts, ends = (each.astimezone(ZoneInfo(zone)) for each in (meeting.starts, meeting.ends))
    first, last = (f"{each.hour % 12 or 12}:{each:%M %p}" for each in (starts, ends))
    day = f"{starts:%A} {starts.day} {starts:%B} {starts.year}"
    return f"{day}, {first}–{last} {zone_word(starts, zone)}"  # noqa: RUF001 - a span takes an en dash


def describe_next(ahead: list[Meeting], zone: str) -> str:
    """Return the next session with each of its times that is still to come, and its button."""
    session = ahead[0].session
    times = [local(each, zone) for each in ahead if each.session is session]
    return add_button(session.title.plain(), times)


def add_button(title: str, times: list[str]) -> str:
    return f"{title}: {' or '.join(times)} Add to my calendar : {title}"


def zone_word(moment: datetime, zone: str) -> str:
    if zone == "America/Los_Angeles":
        return f"{moment:%Z}"
    hours, minutes = divmod((moment.utcoffset() or timedelta()) // timedelta(minutes=1), 60)
    return f"GMT+{hours}:{minutes}" if minutes else f"GMT+{hours}"


def around_midnight(day: date, zone: str) -> list[datetime]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return [midnight - timedelta(seconds=1), midnight, midnight + timedelta(hours=12)]


@pytest.mark.parametrize("day", NEW_YEARS, ids=str)
def test_on_the_last_and_the_first_day_of_a_year_home_shows_what_is_due(
    reader: Member, year: ClubYear, zone: str, day: date
) -> None:
    before, midnight, noon = around_midnight(day, zone)
    for moment in (noon - timedelta(days=1), before, midnight, noon):
        assert read_panel(at(reader, moment)) == due(year, moment, zone)


def test_on_the_day_on_which_clocks_change_home_shows_what_is_due(
    reader: Member, year: ClubYear, zone: str
) -> None:
    for day in CLOCK_CHANGES[zone]:
        first, last = (each.astimezone(UTC) for each in around_midnight(day, zone)[::2])
        for moment in (first, first + timedelta(hours=5), last + timedelta(hours=10)):
            assert read_panel(at(reader, moment)) == due(
                year, moment.astimezone(ZoneInfo(zone)), zone
            )


def test_the_year_turns_at_midnight_where_the_reader_is(
    reader: Member, year: ClubYear, zone: str
) -> None:
    first, second, *_, last = (
        f"{part.turn.name}: {part.guide.artifact.title.plain()}" for part in year.parts
    )
    before, after, _ = around_midnight(date(2026, 1, 1), zone)
    assert read_panel(at(reader, before)) == {
        NOW: "Nothing yet; the club begins on Thursday 1 January 2026.",
        NEXT: first,
        LIVE: add_button("Live in March", HOURS_OF_MARCH[zone]),
    }
    assert read_panel(at(reader, after)) == {
        NOW: first,
        NEXT: second,
        LIVE: add_button("Live in March", HOURS_OF_MARCH[zone]),
    }
    before, after, _ = around_midnight(date(2027, 1, 1), zone)
    assert read_panel(at(reader, before)) == {NOW: last}
    assert read_panel(at(reader, after)) == {NOW: OVER}


def test_a_session_that_has_ended_gives_way_to_the_next(
    reader: Member, year: ClubYear, zone: str
) -> None:
    meetings, moment = list(year.meetings), timedelta(seconds=1)
    last = meetings[-1]
    assert read_panel(at(reader, meetings[0].ends - moment))[LIVE] == describe_next(meetings, zone)
    assert read_panel(at(reader, meetings[0].ends))[LIVE] == describe_next(meetings[1:], zone)
    assert read_panel(at(reader, last.ends - moment))[LIVE] == describe_next([last], zone)
    assert LIVE not in read_panel(at(reader, last.ends))


@pytest.mark.parametrize("zone", ZONES[:1], indirect=True)
def test_each_session_is_the_next_one_in_its_turn(
    reader: Member, year: ClubYear, zone: str
) -> None:
    ahead = list(year.meetings)
    shown = [read_panel(at(reader, meeting.ends))[LIVE] for meeting in ahead[:-1]]
    assert shown == [describe_next(ahead[past:], zone) for past in range(1, len(ahead))]


@pytest.mark.parametrize("zone", ZONES[:1], indirect=True)
def test_a_session_that_is_over_offers_no_calendar_any_more(reader: Member, year: ClubYear) -> None:
    sessions = year.entry.artifact.sessions
    page = at(reader, year.meetings[0].ends, CLUB_PAGE)
    links = page.locator(".pb-sessions td a")
    expect(links).to_have_count(len(sessions))
    at(reader, year.meetings[1].ends, CLUB_PAGE)
    expect(links).to_have_count(len(sessions) - 1)
    expect(page.locator(".pb-sessions tbody tr").first).to_contain_text("over")


@pytest.mark.parametrize("zone", ZONES[:1], indirect=True)
def test_who_joins_in_the_year_is_led_to_what_to_do_until_they_tick_something(
    reader: Member, address: str
) -> None:
    june, january = (datetime(2026, month, 10, 12, tzinfo=UTC) for month in (6, 1))
    page = at(reader, june)
    page.get_by_role("link", name="Joining now? See what to do this week").press("Enter")
    page.wait_for_url(f"{address}{CLUB_PAGE}#Joining-now")
    panel = page.locator(".pb-joining")
    expect(panel).to_be_in_viewport()
    assert panel.get_by_role("link").all_inner_texts() == [
        "Choose a target opportunity",
        "Write needs in the customer's words",
        "Add to my calendar\n: Live in June",
        "Draw three experience maps and merge them",
        "Interview customers every week",
        "Build your opportunity tree from interviews",
    ]
    expect(panel).to_contain_text("Leave for later: chapters 1–3")  # noqa: RUF001
    expect(at(reader, january, CLUB_PAGE).locator(".pb-joining")).to_be_hidden()
    page.evaluate("localStorage.setItem('playbook 2026-06-target#chapter-7', 'ticked')")
    expect(at(reader, june, CLUB_PAGE).locator(".pb-now")).to_be_visible()
    expect(panel).to_be_hidden()
    page.evaluate("localStorage.clear()")


def test_what_is_due_links_to_its_guide(reader: Member, address: str, zone: str) -> None:
    page = at(reader, datetime(2026, 3, 8, 3, tzinfo=ZoneInfo(zone)))
    links = page.locator(".pb-now a")
    assert [link.evaluate("each => each.href") for link in links.all()] == [
        f"{address}reading-guides/2026-03-visualize/",
        f"{address}reading-guides/2026-04-interviews/",
        f"{address}clubs/2026-habits/march.ics",
    ]


@pytest.mark.parametrize("path", ["", CLUB_PAGE], ids=["home", "club"])
def test_the_schedule_marks_the_turn_of_today_and_no_other(
    reader: Member, zone: str, path: str
) -> None:
    before, after, _ = around_midnight(date(2026, 11, 1), zone)
    for moment, month in [(before, "October 2026"), (after, "November 2026")]:
        rows = at(reader, moment, path).locator(".pb-year tr.pb-here")
        assert [row.locator("time").text_content() for row in rows.all()] == [month]
        expect(rows).to_contain_text("reading now")
        expect(rows).to_have_attribute("aria-current", "date")
    over = datetime(2027, 1, 2, tzinfo=UTC)
    expect(at(reader, over, path).locator(".pb-year tr.pb-here")).to_have_count(0)


def test_the_club_page_says_the_same_as_home(reader: Member, year: ClubYear, zone: str) -> None:
    for day in (date(2026, 1, 1), date(2026, 11, 1), date(2027, 1, 1)):
        for moment in around_midnight(day, zone)[:2]:
            assert read_panel(at(reader, moment, CLUB_PAGE)) == due(year, moment, zone)


def test_the_club_page_has_each_session_in_local_hours_and_below_in_the_club_s(
    reader: Member, year: ClubYear, zone: str
) -> None:
    page = at(reader, datetime(2026, 3, 8, 12, tzinfo=UTC), CLUB_PAGE)
    shown = [
        " ".join(each.inner_text().split())
        for each in page.locator(".pb-sessions .pb-meeting").all()
    ]
    is_ours = zone == year.entry.artifact.zone
    there = [local(each, "America/Los_Angeles") for each in year.meetings]
    told_there = ["" if is_ours else f" {words}" for words in there]
    assert shown == [
        f"{local(each, zone)}{there}" for each, there in zip(year.meetings, told_there, strict=True)
    ]
    if is_ours:
        return
    for time in page.locator(".pb-sessions .pb-meeting").all():
        line, own = time.bounding_box(), time.locator(".pb-aside").bounding_box()
        assert line
        assert own
        assert own["y"] > line["y"]


def test_nothing_was_wrong_and_nothing_left_the_site(reader: Member) -> None:
    at(reader, datetime(2026, 3, 8, 12, tzinfo=UTC), CLUB_PAGE)
    assert len(reader.requests) > 5
    assert reader.sent == []
    assert reader.complaints == []


def test_without_scripts_the_whole_schedule_is_there(plain: Page, year: ClubYear) -> None:
    rows = plain.locator(".pb-year tbody tr")
    expect(rows).to_have_count(len(year.parts))
    for row, part in zip(rows.all(), year.parts, strict=True):
        expect(row.get_by_text(part.turn.name)).to_be_visible()
        expect(row.get_by_role("link", name=part.guide.artifact.title.plain())).to_be_visible()


def test_without_scripts_each_session_is_there_in_the_club_s_own_hours(
    plain: Page, year: ClubYear
) -> None:
    times = plain.locator(".pb-sessions .pb-meeting")
    assert [each.inner_text() for each in times.all()] == [
        f"{each.day}, {each.hours}" for each in year.meetings
    ]
    for each in times.all():
        expect(each).to_be_visible()


def test_without_scripts_no_panel_is_empty_and_no_button_idle(plain: Page) -> None:
    expect(plain.locator(".pb-now")).to_be_hidden()
    assert [
        each for each in plain.locator("article button, .pb-progress").all() if each.is_visible()
    ] == []
    assert plain.evaluate(EMPTY) == []


def test_the_folded_schedule_opens_and_closes_with_the_keyboard(
    browser: Browser, address: str
) -> None:
    with member(browser, address) as reader:
        page = reader.go("")
        schedule, summary = page.locator(".pb-year"), page.locator(".pb-whole > summary")
        expect(schedule).to_be_hidden()
        tab_to(page, summary)
        page.keyboard.press("Enter")
        expect(schedule).to_be_visible()
        assert has_focus(summary)
        page.keyboard.press("Space")
        expect(schedule).to_be_hidden()


def test_paper_has_the_whole_schedule_and_the_screen_is_as_before(
    browser: Browser, address: str, year: ClubYear
) -> None:
    with member(browser, address) as reader:
        page = reader.go("")
        page.evaluate(WATCH_PRINTING)
        page.pdf()
        assert page.evaluate("window.printed") == [True] * len(year.parts)
        expect(page.locator(".pb-year")).to_be_hidden()


def test_each_of_several_clubs_says_its_own(browser: Browser, two_clubs: Project) -> None:
    evening, whole = read_club(two_clubs.content, "evening-readers"), read_club(two_clubs.content)
    moments = [
        datetime(2026, month, day, 12, tzinfo=UTC)
        for month, day in ((2, 25), (3, 3), (3, 12), (3, 18), (4, 1))
    ]
    with (
        served(two_clubs.root / "site") as address,
        member(browser, address, zone="Asia/Kolkata") as reader,
    ):
        for moment in moments:
            page = at(reader, moment)
            assert read_panel(page, 0) == due(evening, moment, "Asia/Kolkata")
            assert read_panel(page, 1) == due(whole, moment, "Asia/Kolkata")
