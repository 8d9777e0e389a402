import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from playbook.library.interviews import Freshness, find_interviews, measure_freshness
from playbook.library.library import Library
from playbook.site.templates import PageRenderer
from projects import ROOT
from walked import library_of

CONTENT = ROOT / "tests" / "fixtures" / "walks" / "content"


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(CONTENT)


def page(library: Library, name: str) -> str:
    entry = library.entries[name]
    return PageRenderer(library).render_artifact(
        entry, {drawing.name: Markup("") for drawing in entry.kind.draw(entry.artifact)}
    )


def test_the_interviews_behind_a_tree_are_those_it_cites_and_those_that_name_it(
    library: Library,
) -> None:
    assert [each.id for each in find_interviews(library.entries["the-tree"], library)] == [
        "hana",
        "olu",
        "yusuf",
        "ines",
    ]
    assert [each.id for each in find_interviews(library.entries["the-map"], library)] == [
        "yusuf",
        "ines",
    ]


@pytest.mark.parametrize(
    ("name", "fresh"),
    [
        ("the-tree", Freshness(date(2026, 10, 12), date(2026, 10, 5), 1)),
        ("the-map", Freshness(date(2026, 9, 2), date(2026, 9, 1), 1)),
        ("olu", Freshness(date(2026, 9, 30), None, 0)),
    ],
)
def test_an_artifact_is_as_fresh_as_its_last_interview_and_change(
    name: str, fresh: Freshness, library: Library
) -> None:
    assert measure_freshness(library.entries[name], library) == fresh


def test_pages_have_the_plain_days_and_the_rhythm(library: Library) -> None:
    tree, drawn_alone = page(library, "the-tree"), page(library, "the-map")
    assert (
        'Last interview <time class="pb-ago" datetime="2026-10-12" data-within="7"'
        ' data-late="more than a week: ask a customer for a story">12 October 2026</time>,'
        ' last change <time class="pb-ago" datetime="2026-10-05" data-within="28"'
        ' data-late="more than four weeks: look at it again together">5 October 2026</time>.'
        " 1 interview since then. The rhythm: a conversation with a customer every week,"
        " and another look at this after every three or four.</p>"
    ) in tree
    assert (
        'Last interview <time class="pb-ago" datetime="2026-09-02">2 September 2026</time>,'
        ' last change <time class="pb-ago" datetime="2026-09-01">1 September 2026</time>.</p>'
    ) in drawn_alone


def test_three_interviews_ask_for_another_look_and_no_day_says_nothing(tmp_path: Path) -> None:
    for path in CONTENT.glob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("2026-10-05", "2026-09-01")
        text = re.sub("2026-09-(?:12|19|26)", "2026-08-30", text)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    (tmp_path / "bare.yml").write_text(
        "kind: opportunity-tree\ntitle: A tree\nsummary: It grows.\noutcome: {title: People stay, "
        "type: product}\n"
        "opportunities:\n  - title: I am lost\n",
        encoding="utf-8",
    )
    library = library_of(tmp_path)
    assert "3 interviews since then: time for another look." in page(library, "the-tree")
    assert "pb-fresh" not in page(library, "bare")
