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
