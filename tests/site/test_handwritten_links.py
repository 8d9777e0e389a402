"""A handwritten page's links are checked before the build, and `[[id]]` works on it as in YAML."""

import re
from pathlib import Path

import pytest

import built
from playbook.project import load_project
from projects import (
    Project,
    Run,
    leave_out_handouts,
    make_project,
    run_playbook,
    set_reference,
)

MAP = """\
kind: experience-map
title: Buying <b>a</b> bike
summary: S
scope: All
drawn_by: designer
nodes: [{id: asks, title: Asks around, next: tries}, {id: tries, title: Tries one}]
"""
PLAY = """\
kind: play
title: Draw it
summary: S
purpose: P
time: 20
steps: [{title: Draw, minutes: 10}, {title: Show, minutes: 10}]
tags: [mapping]
"""
FILES = {"maps/bike.yml": MAP, "plays/draw-it.yml": PLAY, "notes/more.md": "# More\n"}


def fill(project: Project) -> None:
    project.write(FILES)
    leave_out_handouts(project)
    set_reference(project, on=True)


@pytest.fixture
def filled(project: Project) -> Project:
    fill(project)
    return project


def read_page(site: Path, path: str) -> built.Page:
    (page,) = [each for each in built.pages(site) if each.path == f"{path}/index.html"]
    return page


def problems(project: Project, text: str, path: str = "notes/about.md") -> list[str]:
    project.write({path: text})
    found = load_project(project.root).problems
    return [
        f"{each.mark.line}:{each.mark.column} {each.code} {each.message}"
        for each in found
        if each.path == project.content / path and each.code.startswith("REF")
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("a\n\nSee [it](bike.md).", "3:10 REF008 'bike.md' is not on this site"),
        (
            "[it](../map/bike.md)",
            "1:6 REF008 '../map/bike.md' is not on this site (did you mean '../maps/bike.md'?)",
        ),
        (
            "[it](../maps/bike/)",
            "1:6 REF008 '../maps/bike/' is not on this site (did you mean '../maps/bike.md'?)",
        ),
        (
            "[it](../maps/bike.yml)",
            ("1:6 REF008 '../maps/bike.yml' is not on this site (did you mean '../maps/bike.md'?)"),
        ),
        (
            "[it](/maps/bike/)",
            "1:6 REF008 '/maps/bike/' is not on this site (did you mean '../maps/bike.md'?)",
        ),
        ("![it](bike.png)", "1:7 REF008 'bike.png' is not on this site"),
        ("[it]\n\n[it]: gone.md", "3:7 REF008 'gone.md' is not on this site"),
        ("<a href='gone/'>it</a>", "1:10 REF008 'gone/' is not on this site"),
        ("---\ntitle: T\n---\n\n[it](gone.md)", "5:6 REF008 'gone.md' is not on this site"),
        ("[it](javascript:alert(1))", "1:6 REF008 a link can't start with 'javascript:'"),
        ("<a href='data:text/html,x'>it</a>", "1:10 REF008 a link can't start with 'data:'"),
        ("[it](http://[)", "1:6 REF008 'http://[' is not an address"),
        ("[it](https://[x]/)", "1:6 REF008 'https://[x]/' is not an address"),
        ("[it]\n\n[it]: http://]", "3:7 REF008 'http://]' is not an address"),
        ("<http://[>", "1:2 REF008 'http://[' is not an address"),
        ("[it]( http://x]y 'so' )", "1:7 REF008 'http://x]y' is not an address"),
        ("[it](//[)", "1:6 REF008 '//[' is not an address"),
        ("![it](https://℀.example)", "1:7 REF008 'https://℀.example' is not an address"),
        ("[it](http://[ x )", "1:6 REF008 'http://[ x' is not an address"),
        (
            "# A\n\nFirst [[bikes]].",
            "3:7 REF002 'bikes' is not the id of anything (did you mean 'bike'?)",
        ),
        ("[[bike#ask|words]]", "1:1 REF002 'ask' is not in 'bike' (did you mean 'asks'?)"),
        ("[[asks]]", "1:1 REF002 'asks' is a part of another artifact: write 'bike#asks'"),
    ],
)
def test_what_leads_nowhere_is_answered_at_its_place(
    text: str, answer: str, filled: Project
) -> None:
    (problem,) = problems(filled, text)
    assert problem.startswith(answer)


@pytest.mark.parametrize(
    "address",
    [
        "../maps/bike.md",
        "../maps/bike.md#asks",
        "../index.md",
        "more.md",
        "./more.md",
        "../maps/index.md",
        "../plays/draw-it/present.md",
        "../tags/index.md",
        "../ways-in/index.md",
        "../rules/em101.md",
        "../reference/play.md",
        "#top",
        "https://example.test/x.md",
        "mailto:a@example.test",
        "//example.test/x",
    ],
)
def test_what_leads_somewhere_is_fine(address: str, filled: Project) -> None:
    assert problems(filled, f"# Top\n\n[it]({address})\n") == []


LINKS = [
    "../maps/bike.md",
    "../maps/index.md",
    "../plays/draw-it/present.md",
    "../tags/index.md",
]
"""One to a page of the reference is in kinds/test_fifth_kind.py, whose site has one."""
REFERENCES = (
    "# About\n\nStart with [[bike]], then [[bike#asks|ask]] and [[draw-it]]. Not `[[bike]]`.\n"
)
TITLES = ["</title><script>alert(1)</script>", "A < B & C", "<b>bold</b>"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which each page written by hand is the case of a test."""
    project = make_project(tmp_path_factory.mktemp("by-hand") / "project", content=False)
    fill(project)
    set_reference(project, on=False)
    links = "# Top\n\n" + "\n\n".join(f"[it]({link})" for link in LINKS)
    project.write({"notes/links.md": links, "notes/about.md": REFERENCES})
    for number, title in enumerate(TITLES):
        head = f'---\ntitle: "{title}"\ndescription: "{title}"\n---\n'
        project.write({f"notes/about-{number}.md": f"{head}\n# About\n"})
    done = run_playbook("build", cwd=project.root)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "(advice)" not in line] == []
    return project.root / "site"


def test_mkdocs_agrees_with_the_check(published: Path) -> None:
    assert (published / "notes/links/index.html").is_file()


@pytest.mark.parametrize(
    "text",
    [
        "`[it](gone.md)`",
        "```\n[it](gone.md) [[gone]]\n```",
        "Text\n\n    [it](gone.md)\n",
        "<!-- [[gone]] -->",
    ],
)
def test_code_is_no_link(text: str, filled: Project) -> None:
    assert problems(filled, text) == []


def test_html_leads_from_the_address_of_the_page(filled: Project) -> None:
    assert problems(filled, '<a href="../../maps/bike/">it</a>') == []
    (problem,) = problems(filled, '<a href="../maps/bike/">it</a>')
    assert problem.startswith("1:10 REF008")


def test_references_become_links_in_every_output(
    published: Path, filled: Project, run: Run
) -> None:
    page = read_page(published, "notes/about")
    words = [
        (each.attrib.get("href"), "".join(each.itertext()))
        for each in page.elements
        if each.tag == "a"
    ]
    assert ("../../maps/bike/", "Buying <b>a</b> bike") in words
    assert ("../../maps/bike/#asks", "ask") in words
    assert "<code>[[bike]]</code>" in page.text
    assert str(page.edit).endswith("/content/notes/about.md")
    set_reference(filled, on=False)
    filled.write({"notes/about.md": REFERENCES})
    out = filled.root.parent / "out"
    assert run("export", str(out), cwd=filled.root).returncode == 0
    assert "(../maps/bike.md#asks)" in (out / "content" / "notes" / "about.md").read_text(
        encoding="utf-8"
    )


def test_on_a_public_site_a_reference_to_what_is_internal_is_words(
    filled: Project, run: Run
) -> None:
    set_reference(filled, on=False)
    filled.write({"maps/bike.yml": f"{MAP}visibility: internal\n"})
    text = (
        "# About\n\nStart with [[bike]], then [[bike#asks|ask them]]. "
        "`[[bike]]` <!-- [[bike]] -->\n"
    )
    filled.write({"notes/about.md": text})
    assert run("build", "--public", cwd=filled.root).returncode == 0
    page = (filled.root / "site" / "notes" / "about" / "index.html").read_text(encoding="utf-8")
    assert "Start with an experience map, then ask them." in page
    assert b"bike" not in b"".join(built.files(filled.root / "site").values())


def test_a_title_is_text_wherever_it_stands(published: Path) -> None:
    for number, title in enumerate(TITLES):
        elements = read_page(published, f"notes/about-{number}").elements
        (shown,) = [element.text for element in elements if element.tag == "title"]
        assert shown
        assert shown.startswith(title)
        described = [
            each.attrib["content"] for each in elements if each.attrib.get("name") == "description"
        ]
        assert described == [title]
    assert [
        page.path
        for page in built.pages(published)
        if re.search(r"<script>alert|<title>[^<]*<b>", page.text)
    ] == []


def test_deleting_a_page_is_noticed_where_another_links_to_it(filled: Project, run: Run) -> None:
    filled.write({"notes/about.md": "[more](more.md)\n"})
    assert run("check", cwd=filled.root).returncode == 0
    Path(filled.content / "notes" / "more.md").unlink()
    done = run("check", cwd=filled.root)
    assert done.returncode == 1
    assert "\ncontent/notes/about.md:1:8: REF008 'more.md' is not on this site" in done.stdout
