"""What a site owner leaves out of the site: the pages for contributors, and the sheets to print."""

import pytest

from playbook.drawing.cache import PictureCache
from playbook.project import load_project
from playbook.site.site import Site, make_site
from projects import Project

SITE = "site_name: Small\nextra: {{{}}}\n"
PLAY = (
    "kind: play\ntitle: Draw it\nsummary: S\npurpose: P\ntime: 20\nsteps: [{title: Draw, minutes: "
    "20}]\n"
)
REFERENCE = ("reference/", "rules/")


@pytest.fixture
def small(project: Project) -> Project:
    project.write({"plays/draw-it.yml": PLAY, "notes.md": "# Notes\n\n[it](rules/em101.md)\n"})
    return project


def make(small: Project, extra: str) -> Site:
    (small.root / "site_config" / "site.yml").write_text(SITE.format(extra), encoding="utf-8")
    loaded = load_project(small.root)
    return make_site(
        loaded.library, loaded.settings, PictureCache(small.root / ".cache" / "playbook")
    )


def codes(small: Project) -> list[str]:
    return [
        problem.code
        for problem in load_project(small.root).problems
        if problem.path.name == "notes.md"
    ]


def test_all_is_there_by_default(small: Project) -> None:
    site = make(small, "")
    paths = {file.path for file in site.files}
    assert {"reference/play.md", "rules/em101.md", "handouts/plays/draw-it/pack.a4.pdf"} <= paths
    assert "Reference" in [title for section in site.nav for title in section]
    assert "pack.a4.pdf" in str(site.find("plays/draw-it.md").content)
    assert codes(small) == []


def test_without_the_reference_nothing_leads_there(small: Project) -> None:
    site = make(small, "reference: false, handouts: false")
    assert [file.path for file in site.files if file.path.startswith(REFERENCE)] == []
    assert [title for section in site.nav for title in section] == ["Home", "Plays"]
    pages = [str(file.content) for file in site.files if file.path.endswith(".md")]
    assert [
        page
        for page in pages
        if any(f"({place}" in page or f"../{place}" in page for place in REFERENCE)
    ] == []
    assert codes(small) == ["REF008"]


def test_without_handouts_no_page_offers_any(small: Project) -> None:
    site = make(small, "handouts: false")
    assert [file.path for file in site.files if file.path.startswith("handouts/")] == []
    assert "pb-handouts" not in str(site.find("plays/draw-it.md").content)
    assert site.problems == ()


@pytest.mark.parametrize(
    ("paper", "names"),
    [
        ("a4", ["pack.a4.pdf"]),
        ("letter", ["pack.letter.pdf"]),
        ("both", ["pack.a4.pdf", "pack.letter.pdf"]),
    ],
)
def test_a_session_is_one_file_on_the_paper_of_the_site(
    small: Project, paper: str, names: list[str]
) -> None:
    site = make(small, f"reference: false, paper: {paper}")
    paths = [file.path for file in site.files if file.path.startswith("handouts/")]
    assert paths == [f"handouts/plays/draw-it/{name}" for name in names]
    page = str(site.find("plays/draw-it.md").content)
    offered = [name for name in ("pack.a4.pdf", "pack.letter.pdf") if f"{name}#page=3" in page]
    assert offered == names


MAP = "kind: experience-map\ntitle: T\nsummary: S\nscope: S\nnodes: [{id: a, title: A}]\n{drawn_by}"


def test_a_map_that_the_team_shares_has_a_poster_and_one_of_a_single_person_none(
    small: Project,
) -> None:
    drawn_by = "drawn_by: designer\n"
    small.write(
        {
            "maps/shared.yml": MAP.replace("{drawn_by}", ""),
            "maps/alone.yml": MAP.replace("{drawn_by}", drawn_by),
        }
    )
    site = make(small, "reference: false")
    paths = [file.path for file in site.files if file.path.startswith("handouts/maps/")]
    assert paths == [f"handouts/maps/shared/{use}.a4.pdf" for use in ("poster", "tiles")]


def test_a_page_is_found_by_its_path_and_made_alone(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make(small, "")
    monkeypatch.setattr(
        "playbook.site.handout_files.print_handouts",
        lambda *_: pytest.fail("nothing is printed for this"),
    )
    assert str(site.find("index.md").content).startswith("---")
    with pytest.raises(LookupError, match=r"no file 'plays/none.md'"):
        make(small, "reference: false, handouts: false").find("plays/none.md")
