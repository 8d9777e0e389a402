"""One tree reads as three updates.

PLAYBOOK_GOLDEN=write pytest rewrites the goldens in fixtures/walks/.
"""

import json
import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown import markdown
from markupsafe import Markup

from golden import WRITE
from playbook.config import audiences
from playbook.config.audiences import Audience
from playbook.kinds.opportunity_tree.changes import list_changes
from playbook.kinds.opportunity_tree.update import write_update
from playbook.library.library import Library
from playbook.library.subpage import make_subpages
from playbook.site.templates import PageRenderer
from walked import HERE, HOSTILE, hostile_tree, library_of, walks

STEPS = range(1, 8)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[Audience, ...]:
    root = tmp_path_factory.mktemp("three")
    (root / audiences.FILE).parent.mkdir()
    (root / audiences.FILE).write_text((HERE / "audiences.yml").read_text())
    found, problems = audiences.load_audiences(root)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def library(three: tuple[Audience, ...]) -> Library:
    return library_of(HERE / "content", three)


@pytest.fixture(scope="module")
def tree_walks(library: Library) -> dict[str, str]:
    return walks(library, "the-tree")


def step(page: str, number: int) -> str:
    """Return what stands between a step's heading and its question."""
    return page.partition(f"{{ #Step-{number} }}")[2].partition('<p class="pb-ask"')[0]


def asked(page: str) -> list[str]:
    return re.findall(r'<span id="Ask-\d">(.*?)</span>', page)


def words(page: str) -> list[str]:
    return re.findall(r'<span class="pb-words">(.*?)</span>', page)


def test_each_walk_reads_as_its_golden_markdown(tree_walks: dict[str, str]) -> None:
    if WRITE:
        for name, page in tree_walks.items():
            (HERE / f"for-{name}.md").write_text(page, encoding="utf-8", newline="\n")
    goldens = {
        path.stem.removeprefix("for-"): path.read_text(encoding="utf-8")
        for path in HERE.glob("for-*.md")
    }
    assert tree_walks == goldens


def test_three_audiences_read_three_updates(tree_walks: dict[str, str]) -> None:
    chief, sales, teams = (tree_walks[name] for name in ("chief", "sales", "teams"))
    assert words(chief) == words(sales) == words(teams)
    for number in STEPS:
        assert len({asked(page)[number - 1] for page in tree_walks.values()}) == 3
        assert len(step(chief, number)) < len(step(sales, number)) <= len(step(teams, number))
    for deep in ("Three of four loans end here.", "at least 7 of 12", "weak evidence", "1 refuted"):
        assert deep in teams
        assert deep not in sales
    for reason in (
        "More opening hours take more volunteers.",
        "It was the only one that people stayed for.",
    ):
        assert (reason in chief, reason in teams) == (False, True)
    assert "Two of ten unfolded the card." in sales
    assert "Two of ten unfolded the card." not in chief


def test_the_update_is_said_in_the_order_outcome_opportunity_solution_evidence(
    library: Library,
) -> None:
    assert [name for name, _ in write_update(library("the-tree"), str)] == [
        "Outcome",
        "Opportunity",
        "Solution",
        "Evidence",
    ]


def test_what_changed_is_told_the_newest_first(library: Library) -> None:
    found = list(list_changes(library.entries["the-tree"], library))
    assert [(f"{each.day:%m-%d}", each.sort, each.title) for each in found] == [
        ("10-12", "Heard", "A talk with Hana"),
        ("10-05", "Decided", "The lamp it is"),
        ("09-30", "Heard", "A talk with Olu"),
        ("09-26", "Decided", "We drop the photos"),
        ("09-26", "Tested", "A card in ten boxes"),
        ("09-19", "Tested", "A lamp by the door"),
        ("09-12", "Decided", "We work on the next move"),
        ("09-02", "Heard", "A talk with Yusuf"),
        ("08-20", "Heard", "A talk with Ines"),
    ]


def test_the_deeper_an_audience_looks_the_more_changes_it_reads(tree_walks: dict[str, str]) -> None:
    sorts = [
        set(re.findall(r'<span class="pb-kind">(Decided|Tested|Heard)</span>', page))
        for page in tree_walks.values()
    ]
    assert sorts == [{"Decided"}, {"Decided", "Tested"}, {"Decided", "Tested", "Heard"}]


def test_a_tree_links_to_its_walks_and_they_lead_back(
    library: Library, tree_walks: dict[str, str]
) -> None:
    entry = library.entries["the-tree"]
    pictures = {drawing.name: Markup("<svg/>") for drawing in entry.kind.draw(entry.artifact)}
    page = PageRenderer(library).render_artifact(
        entry, pictures, tuple(make_subpages(entry, library))
    )
    for name, walk in tree_walks.items():
        assert f"](the-tree/for-{name}.md)" in page
        assert "](../the-tree.md)" in walk


MISSING = sorted((HERE / "missing").glob("*.yml"))


@pytest.mark.parametrize("case", MISSING, ids=lambda case: case.stem)
def test_what_a_tree_does_not_know_yet_is_left_out(
    case: Path, three: tuple[Audience, ...], tmp_path: Path
) -> None:
    shutil.copy(HERE / "content" / "ines.yml", tmp_path)
    shutil.copy(case, tmp_path)
    library = library_of(tmp_path, three)
    said = [words for _, words in write_update(library(case.stem), str)]
    assert said == re.findall("^# says: (.+)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(walks(library, case.stem)) == 3


def does_something(element: Element) -> bool:
    return str(element.tag) in {"img", "script"} or any(
        name.startswith("on") for name in element.attrib
    )


def test_hostile_words_stay_words(three: tuple[Audience, ...], tmp_path: Path) -> None:
    who = Audience(
        id="x", who=HOSTILE, can="told", how_often="daily", depth="evidence", cares_about=HOSTILE
    )
    (tmp_path / "a-tree.yml").write_text(json.dumps(hostile_tree()), encoding="utf-8")
    shown = HOSTILE.replace("`", "")
    pages = walks(library_of(tmp_path, (*three, who)), "a-tree")
    assert len(pages) == 4
    for page in pages.values():
        body = page.partition("---\n")[2].partition("---\n")[2]
        html = markdown(body, extensions=["attr_list", "md_in_html", "tables"])
        found = list(html5lib.parse(html, namespaceHTMLElements=False).iter())
        assert [each.tag for each in found if does_something(each)] == []
        links = {each.attrib["href"].partition("#")[0] for each in found if each.tag == "a"}
        assert links == {"../../index.md", "../index.md", "../a-tree.md"}
        spoken = [
            "".join(each.itertext()) for each in found if each.attrib.get("class") == "pb-words"
        ]
        assert spoken[0] == f"We are working towards one outcome: {shown}, from {shown} to {shown}."
        assert len(spoken) == 4
