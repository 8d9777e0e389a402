"""What people write beside the YAML keeps a secret, too.

Pages by hand, addresses, the project's own settings.
"""

from pathlib import Path

import pytest

from built import files
from playbook.drawing.cache import PictureCache
from playbook.project import load_project
from playbook.site.site import Site, make_site
from playbook.source.problem import Problem, Severity
from projects import Project, Run

MAP = """\
kind: experience-map
title: {0}
summary: S
visibility: {1}
scope: All
drawn_by: designer
nodes: [{{title: One}}]
"""
HELD = {"a/ana.yml": MAP.format("Ana", "internal"), "bo.yml": MAP.format("Bo", "public")}
REMEDY = "is internal: take the link out, or make the page that has it internal, too"


def problems(project: Project, *, public: bool = True) -> list[Problem]:
    return [
        each
        for each in load_project(project.root, public=public).problems
        if each.code[:3] == "VIS"
    ]


def public_site(project: Project) -> Site:
    loaded = load_project(project.root, public=True)
    return make_site(
        loaded.library, loaded.settings, PictureCache(project.root / ".cache" / "playbook")
    )


ADDRESSES = {
    "markdown": ("about.md", "# Us\n\nSee [her](maps/ana.md#one).\n", (3, 11)),
    "html": ("about.md", '<a href="../maps/ana/">her</a>\n', (1, 10)),
    "whole": ("about.md", "<https://our.example/play/maps/ana/index.html>\n", (1, 8)),
    "sentence": ("about.md", "It is maps/ana.\n", (1, 7)),
    "beside": ("maps/about.md", "[Her](ana.md)\n", (1, 7)),
    "below": ("maps/us/about.md", "[Her](../ana.md)\n", (1, 7)),
    "definition": ("about.md", "[her]: ./maps/ana.md\n", (1, 8)),
    "page-by-hand": ("about.md", "[Notes](notes.md)\n", (1, 9)),
    "folder-by-hand": ("about.md", "[Notes](secret/)\n", (1, 9)),
    "yaml": ("cy.yml", MAP.format("'[x](https://our.example/maps/ana/)'", "public"), (2, 8)),
}


@pytest.mark.parametrize(("path", "text", "mark"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_of_something_internal_is_a_problem(
    path: str, text: str, mark: tuple[int, int], project: Project
) -> None:
    hidden = {
        "notes.md": "visibility: internal\n\n# N\n",
        "secret/index.md": "---\nvisibility: internal\n---\n",
    }
    project.write({**HELD, **hidden, path: text})
    (found,) = problems(project)
    assert (found.path, found.mark, found.code) == (project.content / path, mark, "VIS002")
    assert found.message.endswith(REMEDY)
    assert found.severity is Severity.ERROR
    assert [each.severity for each in problems(project, public=False)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "text", ["[Bo](maps/bo.md)", "ana and/or bo.", "maps/ana-too", "Ana. ana.", "plays/ana"]
)
def test_other_words_are_none(text: str, project: Project) -> None:
    project.write({**HELD, "about.md": text})
    assert problems(project) == []


def test_the_projects_own_navigation_is_looked_at(project: Project) -> None:
    project.write(HELD)
    config = project.root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "nav:\n  - Her: maps/ana.md\n", encoding="utf-8"
    )
    assert [each.path for each in problems(project)] == [config]


HEADS = {
    "front-matter": "---\ntitle: N\nvisibility: internal\n---\n",
    "quoted": '---\n"visibility": "internal"   # for us\n---\n',
    "flow": "---\n{title: N, visibility: internal}\n---\n",
    "windows": "\ufeff---\r\nvisibility: internal\r\n---\r\n",
    "plain": "title: N\nvisibility: internal\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("path", ["notes.md", "notes.markdown", "deep/notes.md"])
def test_a_page_by_hand_may_be_internal(path: str, head: str, project: Project) -> None:
    project.write({**HELD, path: f"{head}\n# Notes\n"})
    loaded = load_project(project.root, public=True)
    assert set(loaded.unredacted.handwritten) - set(loaded.library.handwritten) == {path}
    assert path not in {file.path for file in loaded.published}


def test_a_text_that_speaks_of_visibility_is_public(project: Project) -> None:
    project.write({**HELD, "notes.md": "# Notes\n\nWrite\n\nvisibility: internal\n"})
    assert "notes.md" in {file.path for file in load_project(project.root, public=True).published}


def test_a_slip_in_a_page_by_hand_is_a_problem_and_the_page_is_kept_back(project: Project) -> None:
    project.write({**HELD, "notes.md": "---\nvisibility: intern\n---\n"})
    (found,) = problems(project)
    assert (found.code, found.mark, found.severity) == ("VIS001", (2, 13), Severity.ERROR)
    assert (
        found.message
        == "'visibility' is 'intern' (did you mean 'internal'?): it can be 'public', 'internal'"
    )


def test_ours_stands_again_where_a_page_by_hand_is_internal(project: Project) -> None:
    project.write(
        {
            **HELD,
            "index.md": "---\nvisibility: internal\n---\n# Ours\n",
            "maps/README.md": "# All\n",
        }
    )
    made = {file.path for file in public_site(project).files}
    assert "index.md" in made
    assert "maps/index.md" not in made


def test_what_cannot_do_without_the_internal_is_told(project: Project) -> None:
    book = (
        "kind: book\ntitle: B\nsummary: S\nvisibility: internal\nby: I\nparts: [chapters: "
        "[{number: 1, title: T}]]\n"
    )
    club = (
        "kind: club\ntitle: C\nsummary: S\nbook: b\nzone: Europe/Lisbon\nstart: "
        "2026-03-02\nreadings: [g]\n"
    )
    project.write(
        {
            "b.yml": book,
            "c.yml": club,
            "g.yml": "kind: reading-guide\ntitle: G\nsummary: S\nchapters: 1\n",
        }
    )
    (found,) = problems(project)
    assert (found.path.name, found.mark, found.code, found.severity) == (
        "c.yml",
        (4, 7),
        "VIS003",
        Severity.WARNING,
    )
    assert found.message == (
        "this can't do without 'b', which is internal, and a public site leaves out both: "
        "write 'visibility: internal' here, too"
    )


def test_a_public_build_that_would_tell_is_not_made(project: Project, run: Run) -> None:
    project.write(
        {
            **HELD,
            "about.md": "[Her](maps/ana.md)\n",
            "notes.md": "---\nvisibility: internal\n---\n# Anagram\n",
        }
    )
    assert run("build", cwd=project.root).returncode == 0
    before = files(project.root / "site")
    assert "notes/index.html" in before
    refused = run("build", "--public", cwd=project.root)
    assert refused.returncode == 1
    assert f"{Path('content/about.md')}:1:7: VIS002 'maps/ana' {REMEDY}" in refused.stderr
    assert files(project.root / "site") == before
    project.write({"about.md": "# Us\n"})
    assert run("build", "--public", cwd=project.root).returncode == 0
    assert "notes/index.html" not in files(project.root / "site")
    assert not [name for name, raw in files(project.root / "site").items() if b"Anagram" in raw]
