from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from playbook.publish.short_navigation import MOST, NEAR, shorten_navigation


def make_navigation(nav: list[Any], paths: list[str]) -> Navigation:
    config = MkDocsConfig(config_file_path="mkdocs.yml")
    config.load_dict({"site_name": "Site", "nav": nav, "plugins": [], "docs_dir": "."})
    config.validate()
    files = [File(path, None, "site", use_directory_urls=True) for path in paths]
    return get_navigation(Files(files), config)


def list_urls(nav: Navigation, *way: str) -> list[str]:
    items: list[Any] = nav.items
    for title in way:
        items = next(item.children for item in items if item.title == title)
    return [getattr(item, "url", item.title) for item in items]


PLAYS = [f"plays/{number:03}.md" for number in range(100)]


@pytest.mark.parametrize(("open_page", "first"), [(0, 0), (50, 40), (99, 79)])
def test_a_page_of_a_long_section_lists_those_near_it_and_leads_to_all(
    open_page: int, first: int
) -> None:
    paths = ["index.md", "plays/index.md", *PLAYS]
    nav = make_navigation(["index.md", {"Do": [{"Plays": paths[1:]}]}], paths)
    page = nav.pages[2 + open_page]
    near = [f"plays/{number:03}/" for number in range(first, first + 2 * NEAR + 1)]
    short = shorten_navigation(nav, page)
    assert list_urls(short, "Do", "Plays") == ["plays/", *near, "plays/"]
    assert page.url in near
    assert short.items[1].children[0].children[-1].title == "All 100"  # type: ignore[index, attr-defined]
    assert len(list_urls(nav, "Do", "Plays")) == 101, "that of the other pages is as it was"
    assert list_urls(short) == list_urls(nav)


@pytest.mark.parametrize(
    "plays", [["plays/index.md", *PLAYS[: MOST - 1]], PLAYS], ids=["short", "without an index"]
)
def test_a_section_that_is_short_or_has_no_index_is_shown_whole(plays: list[str]) -> None:
    nav = make_navigation(["index.md", {"Plays": plays}], ["index.md", *plays])
    assert list_urls(shorten_navigation(nav, nav.pages[2]), "Plays") == list_urls(nav, "Plays")
    assert list_urls(shorten_navigation(nav, nav.pages[0])) == list_urls(nav)
