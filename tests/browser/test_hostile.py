import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from blank_sheets import keep_blank_sheets
from browser.filled import FACE, HOSTILE, SHOWN, TAME, artifacts, handwritten
from browser.seen import Reader, Seen, open_reader
from browser.serving import served
from browser.visit import READY
from built import pages
from pictures import SQUARE
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.site.gallery import LATEST
from projects import make_project, run_mkdocs, run_playbook
from searched import leave_out_what_the_plugin_adds

pytestmark = pytest.mark.browser

SITE_NAME = "Discovery Playbook"
SHELVES = [kind for kind in KINDS if not kind.is_way_in]
OF_MANY = ["plays/", "ways-in/", "exercises/", "anti-patterns/"]
BY_HAND = ["plays/hostile-play-", "signposts/hostile-signpost-", "glossaries/hostile-glossary-"]
SCRIPTED = "attribute"
"""The text in the pages that are opened with their scripts; it makes an element in a text and in an
attribute."""

Artifacts = Iterable[tuple[Kind, str, dict[str, Any]]]


def make_site(root: Path, made: Artifacts) -> Path:
    """Build a site whose sheets are blank; what hostile texts print is looked at in handouts/."""
    project = make_project(root, content=False)
    project.write(
        {f"{kind.folder}/{id_}.yml": json.dumps(it, ensure_ascii=False) for kind, id_, it in made}
    )
    project.write({FACE: SQUARE.format("")})
    keep_blank_sheets(project)
    done = run_playbook("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    return project.root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("hostile") / "project", artifacts(HOSTILE))


@pytest.fixture(scope="module")
def tame_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(
        tmp_path_factory.mktemp("tame") / "project", artifacts(dict.fromkeys(HOSTILE, TAME))
    )


@pytest.fixture(scope="module")
def site_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("hostile-by-hand") / "project", handwritten(HOSTILE))


@pytest.fixture(scope="module")
def tame_site_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(
        tmp_path_factory.mktemp("tame-by-hand") / "project",
        handwritten(dict.fromkeys(HOSTILE, TAME)),
    )


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Reader]:
    reader = open_reader(browser)
    yield reader
    reader.page.close()


@pytest.fixture(scope="module")
def searchable(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def hostile(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def tame(tame_site: Path) -> Iterator[str]:
    with served(tame_site) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_by_hand(site_by_hand: Path) -> Iterator[str]:
    with served(site_by_hand) as address:
        yield address


@pytest.fixture(scope="module")
def tame_by_hand(tame_site_by_hand: Path) -> Iterator[str]:
    with served(tame_site_by_hand) as address:
        yield address


def check_nothing_is_made(reader: Reader, seen: Seen, harmless: Seen) -> None:
    assert reader.dialogs == []
    assert seen.risky == []
    assert seen.frame == harmless.frame


def check_every_text_is_shown_as_often(seen: Seen, harmless: Seen) -> None:
    often = harmless.words.count(TAME) / len(HOSTILE)
    counts = {name: seen.words.count(shown) for name, shown in SHOWN.items()}
    assert often > 1
    assert counts == dict.fromkeys(HOSTILE, often)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_text_is_shown_and_makes_nothing(
    reader: Reader, site: Path, tame_site: Path, kind: Kind, name: str
) -> None:
    path, shown = f"{kind.folder}/{kind.name}-", SHOWN[name]
    seen = reader.parse(site, f"{path}{name}")
    harmless = reader.parse(tame_site, f"{path}{SCRIPTED}")
    check_nothing_is_made(reader, seen, harmless)
    assert name == "code" or seen.elements.get("code") == harmless.elements.get("code")
    assert (seen.heading, seen.title, seen.description) == (shown, f"{shown} - {SITE_NAME}", shown)
    assert seen.words.count(shown) == harmless.words.count(TAME) > 5
    assert [each.count(shown) for each in seen.told] == [each.count(TAME) for each in harmless.told]
    squeezed = "".join(shown.split())
    assert [drawn for drawn in seen.drawn if drawn != squeezed] == []
    assert set(SHOWN.values()) <= set(seen.sidebar)


PAGES_WITH_SCRIPTS = [
    *(f"{kind.folder}/{kind.name}-{SCRIPTED}/" for kind in KINDS),
    f"plays/play-{SCRIPTED}/plan/",
    f"plays/play-{SCRIPTED}/present/",
]


@pytest.mark.parametrize("path", PAGES_WITH_SCRIPTS)
def test_scripts_make_nothing_of_a_text(reader: Reader, hostile: str, tame: str, path: str) -> None:
    seen, harmless = reader.see(hostile + path), reader.see(tame + path)
    check_nothing_is_made(reader, seen, harmless)
    assert seen.words.count(SHOWN[SCRIPTED]) == harmless.words.count(TAME) > 0


@pytest.mark.parametrize("path", [f"{path}{SCRIPTED}/" for path in BY_HAND])
def test_scripts_of_flows_and_scorecards_make_nothing_of_a_text(
    reader: Reader, hostile_by_hand: str, tame_by_hand: str, path: str
) -> None:
    seen, harmless = reader.see(hostile_by_hand + path), reader.see(tame_by_hand + path)
    check_nothing_is_made(reader, seen, harmless)
    assert seen.words.count(SHOWN[SCRIPTED]) == harmless.words.count(TAME) > 0


def test_the_neighbours_in_the_footer_are_called_by_their_titles(
    reader: Reader, site: Path
) -> None:
    names = sorted(SHOWN, key=lambda name: SHOWN[name].casefold())
    for before, name, after in zip(names, names[1:], names[2:], strict=False):
        footer = reader.parse(site, f"plays/play-{name}").footer
        assert footer == [f"Previous: {SHOWN[before]}", f"Next: {SHOWN[after]}"]


@pytest.mark.parametrize("path", [f"{kind.folder}/" for kind in SHELVES])
def test_a_gallery_shows_the_titles_and_nothing_that_they_made(
    reader: Reader, site: Path, tame_site: Path, path: str
) -> None:
    seen, harmless = reader.parse(site, path), reader.parse(tame_site, path)
    check_nothing_is_made(reader, seen, harmless)
    assert len(seen.gallery) == len(HOSTILE)
    assert set(seen.gallery) == set(SHOWN.values())


def test_home_shows_the_titles_and_nothing_that_they_made(
    reader: Reader, hostile: str, tame: str
) -> None:
    seen, harmless = reader.see(hostile), reader.see(tame)
    check_nothing_is_made(reader, seen, harmless)
    assert len(seen.gallery) == len(harmless.gallery) == LATEST
    assert set(seen.gallery) <= set(SHOWN.values())
    assert [shown for shown in SHOWN.values() if shown not in seen.words] == []


@pytest.mark.parametrize("path", OF_MANY)
def test_a_page_made_of_many_artifacts_shows_each_text_as_often(
    reader: Reader, hostile: str, tame: str, path: str
) -> None:
    seen, harmless = reader.see(hostile + path), reader.see(tame + path)
    check_nothing_is_made(reader, seen, harmless)
    check_every_text_is_shown_as_often(seen, harmless)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", BY_HAND)
def test_flows_that_branch_and_scorecards_show_a_text_and_make_nothing(
    reader: Reader, site_by_hand: Path, tame_site_by_hand: Path, path: str, name: str
) -> None:
    seen = reader.parse(site_by_hand, path + name)
    harmless = reader.parse(tame_site_by_hand, path + name)
    check_nothing_is_made(reader, seen, harmless)
    assert seen.words.count(SHOWN[name]) == harmless.words.count(TAME) > 5
    assert [each.count(SHOWN[name]) for each in seen.told] == [
        each.count(TAME) for each in harmless.told
    ]


def test_the_answers_of_a_signpost_show_every_text_on_the_home_page(
    reader: Reader, hostile_by_hand: str, tame_by_hand: str
) -> None:
    seen, harmless = reader.see(hostile_by_hand), reader.see(tame_by_hand)
    check_nothing_is_made(reader, seen, harmless)
    check_every_text_is_shown_as_often(seen, harmless)
    assert seen.elements["details"] == 3 * len(HOSTILE)


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "code"])
def test_a_term_of_the_glossary_is_linked_in_text_and_tables_whatever_signs_it_holds(
    reader: Reader, site_by_hand: Path, name: str
) -> None:
    shown = SHOWN[name]
    seen = reader.parse(site_by_hand, f"plays/hostile-play-{name}")
    assert seen.terms == [f"first {shown} term", f"second {shown} term"]


def test_a_search_shows_the_titles_and_nothing_that_they_made(
    reader: Reader, searchable: str
) -> None:
    reader.page.goto(searchable)
    reader.page.wait_for_function(READY)
    reader.page.keyboard.press("/")
    reader.page.keyboard.insert_text("onload=alert")
    results = reader.page.locator(".pb-search-hits")
    titles = results.locator(".pb-search-title", has_text=SHOWN["attribute"])
    expect(titles.nth(len(KINDS) - 1)).to_be_attached()
    assert results.locator("script, img, svg[onload]").count() == 0
    assert reader.dialogs == []


def test_plain_mkdocs_makes_the_same_pages_of_an_export(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run_playbook("export", str(out), cwd=site.parent).returncode == 0
    assert run_mkdocs("build", "--strict", cwd=out, with_us=False).returncode == 0
    ours, theirs = (
        {
            page.path: leave_out_what_the_plugin_adds(page.text, page.path).split()
            for page in pages(each)
        }
        for each in (site, out / "site")
    )
    assert len(ours) > len(HOSTILE) * len(KINDS)
    assert ours == theirs
