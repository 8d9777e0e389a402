"""A person's picture: shown where it is a picture of the content, and nowhere else."""

import unicodedata
from pathlib import Path

import pytest

from pictures import SQUARE
from playbook.project import load_project
from playbook.site.portraits import locate_portrait
from projects import Project

SNAPSHOT = """\
kind: interview-snapshot
title: An interview
summary: What happened to Ana.
date: 2026-03-18
visibility: {visibility}
who:
  name: Ana
  picture: {picture}
story: [{{title: Asks a friend}}]
"""
PNG = b"\x89PNG\r\n\x1a\n"


def write(project: Project, picture: str, visibility: str = "public") -> Path:
    name = "people/ana.yml"
    project.write({name: SNAPSHOT.format(picture=picture, visibility=visibility)})
    return project.content / name


@pytest.mark.parametrize(
    ("picture", "path"),
    [
        ("ana.png", "people/ana.png"),
        ("./her face (1).png", "people/her face (1).png"),
        ("../faces/ana.png", "faces/ana.png"),
        ("/faces/ana.png", "faces/ana.png"),
        ("Éva.png", unicodedata.normalize("NFD", "people/Éva.png")),
    ],
)
def test_a_picture_is_found_from_its_file_and_published(
    picture: str, path: str, project: Project
) -> None:
    write(project, picture)
    file = project.content / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(PNG)
    loaded = load_project(project.root)
    assert loaded.problems == []
    assert locate_portrait(loaded.library, loaded.library.entries["ana"]) == path
    assert [each.path for each in loaded.published] == [path]


def test_a_picture_of_an_internal_interview_stays_inside(project: Project) -> None:
    write(project, "ana.png", visibility="internal")
    (project.content / "people" / "ana.png").write_bytes(PNG)
    assert [each.path for each in load_project(project.root).published] == ["people/ana.png"]
    assert load_project(project.root, public=True).published == ()


@pytest.mark.parametrize(
    ("picture", "code", "remedy"),
    [
        ("Ana.png", "REF012", "did you mean 'ana.png'?"),
        ("../../secret.png", "REF012", "put it there"),
        ("photo.jpg", "FIL008", "save it again"),
        ("ana.pdf", "SHP004", "a picture is a PNG"),
        ("https://example.org/ana.png", "SHP004", "a picture is a PNG"),
        ("people\\ana.png", "SHP004", "a picture is a PNG"),
    ],
)
def test_what_is_no_picture_of_the_content_is_a_problem_at_its_line(
    picture: str, code: str, remedy: str, project: Project
) -> None:
    source = write(project, picture)
    (project.content / "people" / "ana.png").write_bytes(PNG)
    (project.content / "people" / "photo.jpg").write_bytes(b"\0\0\0\x18ftypheic")
    (project.root / "secret.png").write_bytes(PNG)
    problems = [each for each in load_project(project.root).problems if each.path == source]
    assert [(each.code, each.mark.line, each.mark.column) for each in problems] == [(code, 8, 12)]
    assert remedy in problems[0].message


def test_a_drawing_that_does_more_than_draw_is_not_shown(project: Project) -> None:
    write(project, "ana.svg")
    project.write({"people/ana.svg": SQUARE.format("<script>alert(1)</script>")})
    loaded = load_project(project.root)
    assert [(each.path.name, each.code) for each in loaded.problems] == [("ana.svg", "FIL007")]
    assert loaded.published == ()


def test_words_for_no_picture_are_a_problem(project: Project) -> None:
    source = write(project, "ana.png")
    source.write_text(source.read_text(encoding="utf-8").replace("picture: ana.png", "alt: Ana"))
    problems = load_project(project.root).problems
    assert [(each.code, each.mark.line) for each in problems] == [("REF012", 8)]
