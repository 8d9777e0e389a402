from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from playbook.publish.short_navigation import (
    MOST,
    NEAR,
    settle_unlisted_pages,
    shorten_navigation,
)


def make_files(paths: list[str]) -> Files:
    return Files([File(path, None, "site", use_directory_urls=True) for path in paths])


def make_navigation(nav: list[Any], files: Files) -> Navigation:
    config = MkDocsConfig(config_file_path="mkdocs.yml")
    config.load_dict({"site_name": "Site", "nav": nav, "plugins": [], "docs_dir": "."})
    config.validate()
    return get_navigation(files, config)


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
    nav = make_navigation(["index.md", {"Do": [{"Plays": paths[1:]}]}], make_files(paths))
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
    nav = make_navigation(["index.md", {"Plays": plays}], make_files(["index.md", *plays]))
    assert list_urls(shorten_navigation(nav, nav.pages[2]), "Plays") == list_urls(nav, "Plays")
    assert list_urls(shorten_navigation(nav, nav.pages[0])) == list_urls(nav)


def test_a_page_that_is_not_listed_stands_in_the_section_of_the_page_above_it() -> None:
    listed = ["plays/index.md", "plays/one.md", "rules/index.md"]
    files = make_files(["index.md", *listed, "plays/one/plan.md", "rules/ot301.md", "alone.md"])
    sections = [{"Plays": listed[:2]}, {"Reference": listed[2:]}]
    settle_unlisted_pages(make_navigation(["index.md", *sections], files), files)
    pages = [file.page for file in files]
    titles = {page.file.src_uri: page.parent.title if page.parent else "" for page in pages if page}
    assert titles["plays/one/plan.md"] == "Plays"
    assert titles["rules/ot301.md"] == "Reference"
    assert titles["alone.md"] == titles["index.md"] == ""
