"""A tree of 300 nodes opens in an overview, and all the rest is a link away."""

from urllib.parse import unquote, urlsplit

import pytest

from built import Page, file_of, files, on_site, pages
from large import large_tree
from playbook.kinds import KINDS
from playbook.kinds.opportunity_tree.model import MOST_DRAWN, OpportunityTree
from playbook.kinds.opportunity_tree.solution import Solution
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.model.traverse import find_pieces
from projects import Project


@pytest.fixture(scope="module")
def built(large_project: Project) -> dict[str, Page]:
    return {page.path: page for page in pages(large_project.root / "site")}


@pytest.fixture(scope="module")
def tree(large_project: Project) -> Entry:
    return Library(large_project.content, KINDS).entries["year"]


def test_the_same_tree_is_made_each_time() -> None:
    assert large_tree() == large_tree()


def test_it_has_three_hundred_nodes(tree: Entry) -> None:
    it: OpportunityTree = tree.artifact
    assert len(list(it.walk())) + len(find_pieces(it, Solution)) == 300


def test_the_overview_draws_the_top_the_way_to_the_target_and_what_stands_beside_it(
    tree: Entry,
) -> None:
    it: OpportunityTree = tree.artifact
    overview = next(tree.kind.draw(it))
    shown = {card.anchor: card for card in overview.cards if card.anchor}
    children = [child for each in it.path for child in each.opportunities]
    ideas = [idea for each in it.path for idea in each.solutions]
    assert set(shown) == {each.id for each in (*it.opportunities, *children, *ideas)}
    assert len(shown) < MOST_DRAWN
    for each in (*it.opportunities, *children):
        card = shown[each.id]
        assert card.href.startswith("#") == (each in it.path)
        assert each in it.path or not each.below or card.note.endswith(f"{each.below} below")


def test_every_link_and_fragment_leads_somewhere(built: dict[str, Page]) -> None:
    ids = {path: set(page.ids) for path, page in built.items()}
    links = {(page.path, link) for page in built.values() for link in page.links if on_site(link)}
    assert len([link for _, link in links if "/trees/year/opportunity-" in link]) > 300
    for page, link in sorted(links):
        if not urlsplit(link).path.endswith((".ics", ".pdf")):
            fragment = unquote(urlsplit(link).fragment)
            assert file_of(link) in ids, f"{page} links to {link}, which is no page"
            assert not fragment or fragment in ids[file_of(link)], (
                f"{page} links to {link}, which is no id there"
            )


def test_every_sheet_that_a_page_offers_is_there(
    large_project: Project, built: dict[str, Page]
) -> None:
    sheets = {
        file_of(link)
        for page in built.values()
        for link in page.links
        if urlsplit(link).path.endswith(".pdf")
    }
    assert len(sheets) >= 2
    assert sheets <= set(files(large_project.root / "site"))


def test_the_page_of_the_tree_has_a_place_for_every_piece(
    built: dict[str, Page], tree: Entry
) -> None:
    ids = built["trees/year/index.html"].ids
    assert set(tree.parts) <= set(ids)
    assert len(ids) == len(set(ids))


def test_each_branch_has_a_page_that_tells_all_of_it(built: dict[str, Page], tree: Entry) -> None:
    for top in tree.artifact.opportunities:
        page = built[f"trees/year/{top.id}/index.html"]
        told = {f"told_{piece.id}" for one in top.walk() for piece in (one, *one.solutions)}
        assert told <= set(page.ids)
        assert page.edit == built["trees/year/index.html"].edit
