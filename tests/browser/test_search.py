"""The search: what it loads and when, where it leads, and how it is used without a mouse."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Response, expect

from browser.modes import axe_in_both_modes
from browser.serving import served
from browser.visit import Visit, has_focus, open_tab
from playbook.site.search_terms import split_terms
from projects import ROOT, Project, leave_out_handouts, make_project, run_playbook
from searched import read_search

pytestmark = pytest.mark.browser

CASES = ROOT / "tests" / "shipped" / "searches.txt"
MOST_BEFORE_THE_FIRST_HIT = 250_000
DIALOG = ".pb-search-dialog"
BOX = f"{DIALOG} input"
HIT = ".pb-search-hit"
PAGE = f".pb-search-hits > li > {HIT}"
KINDS = ".pb-search-kinds"
ASK = """
async questions => {
  const index = await SearchIndex.load(new URL("/", location));
  const ask = async question => {
    const pages = await (await answerQuestion(index, question)).show(null);
    return pages.slice(0, 3).flatMap(page => [page.url, ...page.pieces.map(piece => `${page.url}#${piece.id}`)]);
  };
  return Promise.all(questions.map(ask));
}
"""  # noqa: E501 - a script, as it is
SPLIT = "texts => texts.map(splitTerms)"
TITLES = {
    "japanese": "顧客インタビューの進め方",
    "chinese": "优先考虑机会",
    "korean": "고객에게 물어보기",
    "german": "Größere Räume für Gespräche",
}
TYPED = {
    "インタビュー": "japanese",
    "顧客": "japanese",
    "机会": "chinese",
    "고객": "korean",
    "물어보기": "korean",
    "raume": "german",
    "grossere": "german",
    "gesprach": "german",
}
SPELLINGS = Path(__file__).with_name("spellings.txt")


@pytest.fixture(scope="module")
def home(browser: Browser, own_project: Project) -> Iterator[Visit]:
    with served(own_project.root / "site") as address, open_tab(browser) as visit:
        yield visit.go(address)


def search(home: Visit, words: str) -> Locator:
    """Search, and return every page that is found, in the order of the list."""
    box, pages = home.page.locator(BOX), home.page.locator(PAGE)
    if not home.page.locator(DIALOG).is_visible():
        home.page.keyboard.press("/")
    box.fill("")
    expect(pages).to_have_count(0)
    box.fill(words)
    expect(pages.first).to_be_visible()
    return pages


def test_nothing_is_loaded_before_a_reader_opens_it_and_little_then(
    browser: Browser, own_project: Project
) -> None:
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    with served(own_project.root / "site") as address, open_tab(browser) as visit:
        page = visit.go(address).page
        assert not [each for each in visit.requests if "search." in each or "/search/" in each]
        visit.tab.listen("response", keep)
        search(visit, "interview")
        assert len(answers) > 5
        assert sum(len(each.body()) for each in answers) < MOST_BEFORE_THE_FIRST_HIT
        assert visit.complaints == []
        assert page.locator(f"{HIT} mark").count() > 10


def test_each_question_of_a_team_leads_to_its_page_among_the_first_three(home: Visit) -> None:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cases = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    assert len(cases) >= 40
    search(home, "interview")
    found = home.page.evaluate(ASK, [question for question, _ in cases])
    assert [
        (question, expected, answers)
        for (question, expected), answers in zip(cases, found, strict=True)
        if expected not in answers
    ] == []


def test_a_text_is_split_in_the_browser_as_it_was_when_it_was_indexed(
    home: Visit, own_project: Project
) -> None:
    search(home, "interview")
    lines = SPELLINGS.read_text(encoding="utf-8").splitlines()
    texts = [*lines, *(each.text for each in read_search(own_project.root / "site"))]
    assert home.page.evaluate(SPLIT, texts) == [list(split_terms(text)) for text in texts]


def test_a_hit_names_its_kind_and_shows_a_sentence_and_leads_to_the_piece(home: Visit) -> None:
    first = search(home, "practise the 30-second update").first
    expect(first.locator(".pb-search-kind")).to_have_text("Play")
    piece = first.locator("xpath=..").locator(f"ul {HIT}").first
    expect(piece.locator(".pb-search-kind")).to_have_text("Exercise")
    expect(piece.locator(".pb-search-title")).to_have_text("Practise the 30-second update")
    expect(piece.locator(".pb-search-text")).to_contain_text("four lines of the 30-second update")
    expect(piece).to_have_attribute("href", re.compile(r"plays/show-your-work/\?h=.*#thirty-"))


def test_pages_for_contributors_come_only_when_they_are_asked_for(home: Visit) -> None:
    search(home, "opportunity")
    kinds = home.page.locator(PAGE).locator(".pb-search-kind")
    assert not {"Rule", "Reference"} & set(kinds.all_inner_texts())
    rule = home.page.locator(f"{KINDS} option", has_text="Rule").text_content() or ""
    home.page.locator(KINDS).select_option(label=rule)
    expect(kinds.first).to_have_text("Rule")
    assert set(kinds.all_inner_texts()) == {"Rule"}
    count = re.sub(r"\D", "", rule)
    expect(home.page.locator(f"{DIALOG} [role=status]")).to_have_text(
        re.compile(rf"^{count} pages? found$")
    )
    search(home, "OT301")
    expect(kinds.first).to_have_text("Rule")


def test_more_is_shown_on_demand_and_the_focus_goes_there(home: Visit) -> None:
    pages = search(home, "customer")
    expect(pages).to_have_count(10)
    home.page.get_by_role("button", name="Show more").click()
    expect(pages).to_have_count(20)
    assert has_focus(pages.nth(10))


def test_the_keyboard_is_enough(home: Visit) -> None:
    page = home.page
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    page.locator(".pb-search-open").focus()
    page.keyboard.press("Enter")
    assert has_focus(page.locator(BOX))
    pages = search(home, "interview")
    page.keyboard.press("ArrowDown")
    assert has_focus(pages.first)
    page.keyboard.press("ArrowUp")
    assert has_focus(page.locator(BOX))
    page.keyboard.press("ArrowDown")
    page.keyboard.type("s")
    expect(page.locator(BOX)).to_have_value("interviews")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    assert has_focus(page.locator(".pb-search-open"))


def test_the_right_arrow_takes_the_word_that_is_suggested(home: Visit) -> None:
    search(home, "target opport")
    box, ghost = home.page.locator(BOX), home.page.locator(".pb-search-ghost")
    expect(ghost).to_have_text("target opportunity")
    box.press("ArrowRight")
    expect(box).to_have_value("target opportunity")
    expect(ghost).to_have_text("")


SPOKEN = """
- dialog "Search":
  - search:
    - searchbox "Search": OT301
    - button "Close"
  - status: 2 pages found
  - combobox "Kinds of pages"
  - list:
    - listitem:
      - link /Rule Solution in disguise OT301/
"""


def test_a_screen_reader_hears_how_many_pages_there_are_and_what_each_is(home: Visit) -> None:
    search(home, "OT301")
    expect(home.page.locator(DIALOG)).to_match_aria_snapshot(SPOKEN)


def test_axe_finds_nothing_in_the_dialog(home: Visit) -> None:
    search(home, "interview")
    assert [each for each in axe_in_both_modes(home) if "pb-search" in each] == []
    home.tab.set_mode(1280, "light")


def test_a_hit_in_a_diagram_leads_to_its_card(home: Visit) -> None:
    search(home, "sound grown")
    found = home.page.locator(f"{HIT}[href*='/first-lesson-shared/'][href$='#writes-first']")
    expect(found.locator(".pb-search-kind")).to_have_text("Moment")
    found.click()
    home.page.wait_for_url("**/maps/first-lesson-shared/*#writes-first")
    card = home.page.locator("a.pb-card#writes-first")
    expect(card).to_be_in_viewport()
    assert card.evaluate("each => each.matches(':target')")


@pytest.fixture(scope="module")
def of_many_scripts(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_project(tmp_path_factory.mktemp("search") / "project", content=False)
    leave_out_handouts(project)
    play = {"kind": "play", "purpose": "See.", "time": "45", "steps": [{"title": "Draw"}]}
    project.write(
        {
            f"plays/{name}.yml": json.dumps({**play, "title": title, "summary": title})
            for name, title in TITLES.items()
        }
    )
    site = project.root / "site_config/site.yml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("language: en", "language: de"), encoding="utf-8")
    built = run_playbook("build", cwd=project.root)
    assert built.returncode == 0, built.stderr
    return project


def test_other_scripts_and_words_without_accents_are_found(
    browser: Browser, of_many_scripts: Project
) -> None:
    with served(of_many_scripts.root / "site") as address, open_tab(browser) as visit:
        page = visit.go(address).page
        page.keyboard.press("/")
        for typed, name in TYPED.items():
            page.locator(BOX).fill(typed)
            expect(page.locator(PAGE).first).to_have_attribute(
                "href", re.compile(f"/plays/{name}/")
            )
            expect(page.locator(f"{PAGE} mark").first).to_be_attached()
        page.locator(BOX).fill("nirgendwo")
        expect(page.locator(f"{DIALOG} [role=status]")).to_have_text(
            "Nichts gefunden. Versuche es mit einem anderen Wort oder mit weniger Wörtern."
        )
        for typed, said in (("grossere", "Größere"), ("고객", "고객")):
            page.locator(BOX).fill(typed)
            page.locator(PAGE, has=page.locator("mark", has_text=said)).first.click()
            page.wait_for_url("**/plays/**")
            expect(page.locator("article mark").first).to_have_text(said)
            page.keyboard.press("/")
        assert visit.complaints == []
