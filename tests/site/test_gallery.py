"""Galleries: a picture or a cover on each card, and nothing in it that is read or searched."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from built import Page
from playbook.library.library import Library
from projects import Project, Run, leave_out_handouts
from searched import read_search

MOST_BYTES = 12_000
NOT_SEEN = {"text", "tspan", "title", "desc", "a", "image", "use", "style", "script"}


@pytest.fixture(scope="module")
def sections(own_pages: list[Page]) -> dict[str, Page]:
    return {page.path: page for page in own_pages}


def marked(page: Page, name: str) -> list[Element]:
    return [each for each in page.elements if name in each.attrib.get("class", "").split()]


def test_each_card_of_a_section_has_a_picture_or_a_cover(
    sections: dict[str, Page], own_library: Library
) -> None:
    pictures = covers = 0
    for kind in own_library.kinds.values():
        if kind.is_way_in:
            continue
        page = sections[f"{kind.folder}/index.html"]
        entries = own_library.of(kind)
        quoted = [each for each in entries if each.artifact.person]
        assert len(marked(page, "pb-said")) == len(quoted)
        drawn = [each for each in entries if next(iter(kind.draw(each.artifact)), None)]
        drawn = [each for each in drawn if each not in quoted]
        found = (len(marked(page, "pb-thumbnail")), len(marked(page, "pb-cover")))
        assert found == (len(drawn), len(entries) - len(drawn) - len(quoted)), kind.name
        pictures, covers = pictures + found[0], covers + found[1]
    assert min(pictures, covers) > 10


def test_a_thumbnail_is_light_and_holds_nothing_to_read_or_to_link_to(
    sections: dict[str, Page],
) -> None:
    found = [each for page in sections.values() for each in marked(page, "pb-thumbnail")]
    assert len(found) > 20
    for each in found:
        assert each.attrib["aria-hidden"] == "true"
        assert not {inner.tag for inner in each.iter()} & NOT_SEEN
        assert not [
            key
            for inner in each.iter()
            for key in inner.attrib
            if key in {"id", "data-way", "tabindex", "role"}
        ]
        assert not "".join(each.itertext()).strip()


def test_plays_with_another_first_tag_look_different(
    sections: dict[str, Page], own_library: Library
) -> None:
    plays = [
        each for each in own_library.entries.values() if each.kind.name == "play" and each.drawings
    ]
    pictures = marked(sections["plays/index.html"], "pb-thumbnail")
    looks = {(each.attrib["data-colour"], each.attrib["data-pattern"]) for each in pictures}
    assert len(pictures) == len(plays)
    assert len(looks) == len({each.artifact.tags[0] for each in plays})
    maps = marked(sections["maps/index.html"], "pb-thumbnail")
    assert not [each for each in maps if "data-colour" in each.attrib]


def test_a_thumbnail_weighs_little(sections: dict[str, Page]) -> None:
    for page in sections.values():
        for each in page.text.split("<svg")[1:]:
            picture = each.partition("</svg>")[0]
            assert "pb-thumbnail" not in picture or len(picture) <= MOST_BYTES, page.path


def test_a_cover_says_the_month_and_the_chapters_of_a_guide(sections: dict[str, Page]) -> None:
    covers = marked(sections["reading-guides/index.html"], "pb-cover")
    assert [(each.attrib["data-large"], each.attrib["data-small"]) for each in covers][:3] == [
        ("January", "chapters 1–2"),  # noqa: RUF001 - a span takes an en dash
        ("February", "chapter 3"),
        ("March", "chapter 4"),
    ]


def test_the_search_finds_the_words_of_a_card_and_nothing_of_its_picture(
    own_project: Project, own_library: Library
) -> None:
    texts = {each.location: each.text for each in read_search(own_project.root / "site")}
    for entry in own_library.of(own_library.kinds["play"]):
        assert entry.artifact.title.plain() in texts["plays/"]
    assert not [
        place
        for place, text in texts.items()
        if "svg" in text or "pb-" in text or "data-large" in text
    ]


COMMANDS = "playbook new opportunity-tree our-first-tree"


def home(root: Path) -> str:
    return (root / "site" / "index.html").read_text(encoding="utf-8")


def test_an_empty_playbook_says_how_to_begin(project: Project, run: Run) -> None:
    assert run("build", "--strict", cwd=project.root).returncode == 0
    assert "This playbook is still empty." in home(project.root)
    assert f"<code>{COMMANDS}</code>" in home(project.root)
    assert "In progress" not in home(project.root)


def test_a_playbook_with_one_file_shows_it_and_says_what_else_fits(
    project: Project, run: Run
) -> None:
    leave_out_handouts(project)
    assert run(*COMMANDS.split()[1:], cwd=project.root).returncode == 0
    assert run("build", cwd=project.root).returncode == 0
    assert 'class="pb-thumbnail"' in home(project.root)
    assert "What else fits here" in home(project.root)
    assert COMMANDS not in home(project.root)
    assert run("build", "--public", cwd=project.root).returncode == 0
    assert "What else fits here" not in home(project.root)
