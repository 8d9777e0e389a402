import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.rendered import render_words
from browser.serving import served
from browser.small import PLAY, build_small_site
from browser.visit import Visit, open_tab
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.exercise import Exercise
from projects import Project, Run, leave_out_handouts

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Having:
    """What a team has, as it types it."""

    minutes: str = ""
    people: str = ""
    words: str = ""
    how: str = ""
    remote: bool = False


CASES = {
    "thirty-minutes": Having(minutes="30"),
    "six-people": Having(people="6"),
    "remote": Having(remote=True),
    "a-material": Having(words="timer"),
    "a-part-of-a-material-in-capitals": Having(words="CARD"),
    "two-materials": Having(words="timer, sheet"),
    "all-at-once": Having(minutes="45", people="4", words="sheet", how="together", remote=True),
}
OWN = """\
kind: play
title: A play with four exercises
summary: For the finder
purpose: To try its edges
time: 20
steps: [{title: Begin}]
exercises:
  - title: Alone
    purpose: One
    time: {individual: 20-30}
    who: Anyone
    people: 1
    materials: [A pen]
    steps: [Sit, Think]
  - {title: Together, purpose: Two, time: {team: 20}, who: All, people: 3+, remote: In a call, steps: [Sit, Talk]}
  - title: Both
    purpose: Three
    time: {individual: 5, team: 15-40}
    who: Some
    people: 2-8
    materials: [Red pens]
    steps: [Sit, Talk]
  - {title: Neither, purpose: Four, time: {}, who: Whoever is there, remote: By mail, steps: [Sit, Wait]}
"""  # noqa: E501 - a script, YAML or a title, as it is
EDGES = [
    (Having(how="alone"), "Alone, Both"),
    (Having(how="together"), "Together, Both"),
    (Having(minutes="19"), "Neither"),
    (Having(minutes="20"), "Alone, Together, Both, Neither"),
    (Having(people="1"), "Alone, Neither"),
    (Having(people="2"), "Both, Neither"),
    (Having(people="8"), "Together, Both, Neither"),
    (Having(people="9"), "Together, Neither"),
    (Having(people="999"), "Together, Neither"),
    (Having(words="PEN"), "Alone, Both"),
    (Having(words=" pen ,, red "), "Both"),
    (Having(words="pencils"), "Alone, Both"),
    (Having(remote=True), "Together, Neither"),
    (Having(remote=True, people="2"), "Neither"),
]
JUNK = ["{", "[]", "5", "null", '"x"', '{"minutes": "soon", "how": "somehow", "remote": 1}']
FILL_IN = """
having => {
  const form = document.querySelector(".pb-filter");
  const { remote, ...texts } = having;
  for (const [name, value] of Object.entries(texts)) form.elements[name].value = value;
  form.elements.remote.checked = remote;
  for (const name of ["input", "change"]) form.dispatchEvent(new Event(name));
}
"""
TYPED = """
() => {
  const { minutes, people, words, how, remote } = document.querySelector(".pb-filter").elements;
  return { minutes: minutes.value, people: people.value, words: words.value, how: how.value,
    remote: remote.checked };
}
"""
FIRST_LINKS = "rows => rows.map(row => row.querySelector('a').innerText)"
NONE_FITS = Having(minutes="1")


def least(exercise: IndexedPiece[Exercise]) -> int:
    return sum(
        time.least for time in (exercise.piece.time.individual, exercise.piece.time.team) if time
    )


def room_for(exercise: IndexedPiece[Exercise], people: int) -> bool:
    wanted = exercise.piece.people
    return wanted is None or (
        wanted.fewest <= people and (wanted.most is None or people <= wanted.most)
    )


def needs(library: Library, exercise: IndexedPiece[Exercise], word: str) -> bool:
    return any(
        word.lower() in render_words(library, exercise.entry, thing).lower()
        for thing in exercise.piece.materials
    )


def fits(library: Library, exercise: IndexedPiece[Exercise], having: Having) -> bool:
    it = exercise.piece
    alone_or_together = {"alone": it.time.individual, "together": it.time.team}
    return (
        (not having.minutes or least(exercise) <= int(having.minutes))
        and (not having.people or room_for(exercise, int(having.people)))
        and (not having.how or alone_or_together[having.how] is not None)
        and (not having.remote or it.remote is not None)
        and all(needs(library, exercise, word) for word in having.words.replace(",", " ").split())
    )


def titles(library: Library, having: Having) -> list[str]:
    fitting = [each for each in collect_pieces(library, Exercise) if fits(library, each, having)]
    if having.minutes:
        fitting.sort(key=least, reverse=True)
    return [each.piece.title.plain() for each in fitting]


def field(visit: Visit, role: str, name: str) -> Locator:
    form = visit.page.get_by_role("form", name="What you have", exact=True)
    return form.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]


def fields(visit: Visit) -> Iterator[tuple[str, Locator]]:
    yield "minutes", field(visit, "spinbutton", "Minutes, at most")
    yield "people", field(visit, "spinbutton", "People")
    yield "words", field(visit, "searchbox", "Materials")
    yield "how", field(visit, "combobox", "How")


def remote(visit: Visit) -> Locator:
    return field(visit, "checkbox", "We meet remotely")


def status(visit: Visit) -> Locator:
    return visit.page.get_by_role("form").get_by_role("status")


def list_first_links(visit: Visit) -> list[str]:
    """Return the first link of each row that is to be seen."""
    rows = visit.page.locator(".pb-finder tbody tr:visible")
    links: list[str] = rows.evaluate_all(FIRST_LINKS)
    return links


def type_in(visit: Visit, having: Having) -> None:
    for name, place in fields(visit):
        visit.tab_to(place)
        visit.page.keyboard.type(getattr(having, name))
    visit.tab_to(remote(visit))
    if having.remote:
        visit.page.keyboard.press("Space")


def fill_in(visit: Visit, having: Having) -> None:
    """Fill in the form by script; `type_in` does it by keyboard."""
    visit.page.evaluate(FILL_IN, asdict(having))
    assert typed(visit) == having


def typed(visit: Visit) -> Having:
    return Having(**visit.page.evaluate(TYPED))


def show_all(visit: Visit) -> Locator:
    return visit.page.get_by_role("button", name="Show all", exact=True)


def make_play(number: int) -> str:
    """Return a play with four exercises, of which no two ask for the same."""
    exercises = [
        {
            "id": f"exercise-{number}-{place}",
            "title": f"The *exercise* {number} & {place}",
            "purpose": "To learn from [[play-0]].",
            "time": {"individual": 10 + 5 * number} | ({"team": 5 * place} if place else {}),
            "who": "Whoever *wants* to",
            "materials": ["A timer", f"{place} [sheets](https://example.org)", "Index cards"][
                : number + 1
            ],
            "steps": ["Look", "Tell"],
        }
        | ({"people": f"{number + 2}+"} if place % 2 else {})
        | ({"remote": "In a call"} if place > 1 else {})
        for place in range(4)
    ]
    return json.dumps({**PLAY, "title": f"Play {number}", "exercises": exercises})


@pytest.fixture(scope="module")
def exercised(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Plays with a dozen exercises, built into site/."""
    plays = {f"play-{number}.yml": make_play(number) for number in range(3)}
    return build_small_site(tmp_path_factory.mktemp("exercised") / "project", plays)


@pytest.fixture(scope="module")
def address(browser: Browser, exercised: Project) -> Iterator[str]:
    assert browser.is_connected()
    with served(exercised.root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def library(exercised: Project) -> Library:
    return Library(exercised.content, KINDS)


@pytest.fixture
def here(address: str) -> str:
    return f"{address}exercises/"


def test_every_exercise_is_there_with_its_own_data(
    visit: Visit, here: str, library: Library
) -> None:
    rows = visit.go(here).page.locator(".pb-finder tbody").get_by_role("row")
    exercises = collect_pieces(library, Exercise)
    assert list_first_links(visit) == [each.piece.title.plain() for each in exercises]
    expect(status(visit)).to_have_text(f"{len(exercises)} of {len(exercises)} exercises")
    texts = [" ".join(text.split()) for text in rows.all_text_contents()]
    for row, each in zip(texts, exercises, strict=True):
        words = [
            each.piece.purpose,
            each.piece.who,
            each.entry.artifact.title,
            *each.piece.materials,
        ]
        time = each.piece.time
        parts = [part.span for part in (time.individual, time.team) if part]
        parts += [whole.words for whole in (time.total, each.piece.people) if whole]
        for text in [*(render_words(library, each.entry, said) for said in words), *parts]:
            assert text in row


def test_what_is_filled_in_leaves_just_the_exercises_that_fit(
    visit: Visit, here: str, library: Library
) -> None:
    announced = status(visit.go(here)).element_handle()
    whole = titles(library, Having())
    for name, case in CASES.items():
        expected = titles(library, case)
        assert 0 < len(expected) <= len(whole)
        fill_in(visit, case)
        assert list_first_links(visit) == expected, name
        words = f"{len(expected)} of {len(whole)} exercises"
        assert announced.evaluate("each => each.isConnected && each.textContent") == words


def test_an_edge_counts_as_inside(browser: Browser, project: Project, run: Run) -> None:
    leave_out_handouts(project)
    project.write({"plays/edges.yml": OWN})
    assert run("build", cwd=project.root).returncode == 0
    with served(project.root / "site") as address, open_tab(browser) as visit:
        visit.go(f"{address}exercises/")
        for having, names in EDGES:
            fill_in(visit, having)
            assert ", ".join(list_first_links(visit)) == names, having


def test_it_says_so_when_none_fits(visit: Visit, here: str, library: Library) -> None:
    assert titles(library, NONE_FITS) == []
    fill_in(visit.go(here), NONE_FITS)
    assert list_first_links(visit) == []
    expect(status(visit)).to_have_text("No exercise fits: ask for less, or show all.")


def test_what_was_typed_is_there_after_a_reload(visit: Visit, here: str, library: Library) -> None:
    having = CASES["all-at-once"]
    type_in(visit.go(here), having)
    visit.reload()
    assert typed(visit) == having
    assert list_first_links(visit) == titles(library, having)


def test_an_address_with_filters_shows_a_colleague_the_same(
    visit: Visit, here: str, library: Library
) -> None:
    fill_in(visit.go(here), CASES["six-people"])
    having = CASES["all-at-once"]
    visit.go(f"{here}?minutes=45&people=4&words=sheet&how=together&remote=true")
    assert typed(visit) == having
    assert list_first_links(visit) == titles(library, having)
    visit.go(f"{here}?minutes=soon&how=somehow&remote=1")
    assert typed(visit) == Having()


def test_enter_in_a_field_keeps_the_page_and_what_was_typed(visit: Visit, here: str) -> None:
    having = Having(minutes="30", words="timer")
    fill_in(visit.go(here), having)
    before = list_first_links(visit)
    address = f"{here}?minutes=30&words=timer"
    for name in ("Minutes, at most", "People"):
        field(visit, "spinbutton", name).press("Enter")
    field(visit, "searchbox", "Materials").press("Enter")
    assert (visit.page.url, typed(visit), list_first_links(visit)) == (
        address,
        having,
        before,
    )


def test_show_all_forgets_what_was_typed(visit: Visit, here: str, library: Library) -> None:
    fill_in(visit.go(here), CASES["all-at-once"])
    visit.tab_to(show_all(visit))
    visit.page.keyboard.press("Enter")
    whole = titles(library, Having())
    expect(status(visit)).to_have_text(f"{len(whole)} of {len(whole)} exercises")
    for _ in range(2):
        assert list_first_links(visit) == whole
        assert typed(visit) == Having()
        assert visit.kept == []
        visit.reload()


def test_what_something_else_has_kept_there_hides_nothing(
    visit: Visit, here: str, library: Library
) -> None:
    visit.go(here)
    for junk in JUNK:
        visit.page.evaluate("junk => localStorage.setItem('playbook exercises', junk)", junk)
        visit.reload()
        assert list_first_links(visit) == titles(library, Having()), junk
    assert visit.complaints == []


def test_it_filters_where_the_browser_keeps_nothing(
    forgetful_visit: Visit, here: str, library: Library
) -> None:
    having = CASES["all-at-once"]
    fill_in(forgetful_visit.go(here), having)
    assert list_first_links(forgetful_visit) == titles(library, having)
    forgetful_visit.tab_to(show_all(forgetful_visit))
    forgetful_visit.page.keyboard.press("Enter")
    expect(status(forgetful_visit)).to_contain_text(f"{len(titles(library, Having()))} of")
    assert forgetful_visit.our_complaints == []


def test_a_result_takes_less_than_a_third_of_a_phone(visit: Visit, here: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    row = visit.go(here).page.locator(".pb-finder tbody tr").first.bounding_box()
    assert row
    assert row["height"] < 844 / 3


def test_without_scripts_the_table_is_whole_and_no_empty_form_stands_above_it(
    visit_without_scripts: Visit, here: str, library: Library
) -> None:
    visit_without_scripts.go(here)
    assert list_first_links(visit_without_scripts) == titles(library, Having())
    expect(visit_without_scripts.page.locator(".pb-filter")).to_be_hidden()


def test_each_title_leads_to_the_exercise(visit: Visit, here: str, library: Library) -> None:
    exercise = collect_pieces(library, Exercise)[-1]
    link = visit.go(here).page.get_by_role("link", name=exercise.piece.title.plain(), exact=True)
    link.press("Enter")
    visit.page.wait_for_url(f"**/{exercise.entry.page.replace('.md', '/')}#{exercise.piece.id}")
    expect(visit.page.locator(":target")).to_contain_text(exercise.piece.title.plain())
