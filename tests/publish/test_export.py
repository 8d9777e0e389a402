import json
from pathlib import Path

import pytest

from built import files
from large import MAP
from projects import Project, Run, run_mkdocs, run_playbook
from searched import leave_out_what_the_plugin_adds, read_search

SMALL_MAP = MAP.format(title="A small map")


@pytest.fixture(scope="module")
def exported(one_of_each: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export") / "out"
    assert run_playbook("export", str(out), cwd=one_of_each.root).returncode == 0
    return out


@pytest.fixture(scope="module")
def plain_site(exported: Path) -> Path:
    built = run_mkdocs("build", "--strict", cwd=exported, with_us=False)
    assert built.returncode == 0, built.stderr
    assert [line for line in built.stderr.splitlines() if not line.startswith("INFO ")] == []
    return exported / "site"


def lines(page: bytes, path: str) -> list[str]:
    """Return a page without blank lines and without what only our plugin can add."""
    text = leave_out_what_the_plugin_adds(page.decode(), path)
    return [line for line in text.splitlines() if line.strip()]


def test_plain_mkdocs_without_our_plugin_makes_the_same_files(
    one_of_each: Project, plain_site: Path
) -> None:
    ours, theirs = (
        {path for path in files(site) if not path.startswith("search/")}
        for site in (one_of_each.root / "site", plain_site)
    )
    assert ours == theirs


def test_plain_mkdocs_without_our_plugin_renders_the_same_pages(
    one_of_each: Project, plain_site: Path
) -> None:
    ours, theirs = files(one_of_each.root / "site"), files(plain_site)
    pages = [path for path in ours if path.endswith(".html")]
    assert sum(b"<svg xmlns" in ours[page] and b"pb-card" in ours[page] for page in pages) > 4
    assert sum(b'rel="edit"' in ours[page] for page in pages) > 4
    assert [page for page in pages if lines(ours[page], page) != lines(theirs[page], page)] == []
    assert [
        path for path in ours if path.startswith("assets/") and ours[path] != theirs[path]
    ] == []


def test_plain_mkdocs_without_our_plugin_finds_each_page_and_tells_its_kind(
    one_of_each: Project, plain_site: Path
) -> None:
    """Only our plugin can tell an exercise from the play it stands in.

    Material gives a page's sections its tags.
    """
    theirs = json.loads((plain_site / "search/search_index.json").read_text(encoding="utf-8"))
    kinds = {doc["location"].partition("#")[0]: doc["tags"][0] for doc in theirs["docs"]}
    ours = {
        each.location: each.kind
        for each in read_search(one_of_each.root / "site")
        if "#" not in each.location
    }
    assert len(ours) > 20
    assert {page: kinds[page] for page in ours} == ours


def test_an_export_holds_no_yaml_of_ours_and_no_cache(exported: Path) -> None:
    names = {path for path in files(exported) if not path.startswith("site/")}
    assert {path for path in names if path.endswith((".yml", ".yaml"))} == {
        "mkdocs.yml",
        "base.yml",
        "site_config/site.yml",
    }
    assert not [path for path in names if path.startswith(".")]


def test_an_export_leaves_the_project_as_it_was(project: Project, run: Run, tmp_path: Path) -> None:
    project.write({"a-map.yml": SMALL_MAP})
    before = files(project.root)
    assert run("export", str(tmp_path / "out"), cwd=project.root).returncode == 0
    after = files(project.root)
    assert {path: after[path] for path in after if not path.startswith(".cache/")} == before


def test_an_export_is_written_over_by_the_next_one(project: Project, run: Run) -> None:
    project.write({"first.yml": SMALL_MAP})
    assert run("export", "out", cwd=project.root).returncode == 0
    (project.content / "first.yml").rename(project.content / "second.yml")
    again = run("export", "out", cwd=project.root)
    assert (again.returncode, again.stderr) == (0, "")
    exported = files(project.root / "out")
    assert "content/maps/second.md" in exported
    assert "content/maps/first.md" not in exported
    assert not list(project.root.glob(".out*"))


@pytest.mark.parametrize("theirs", ["notes.txt", "mkdocs.yml", "content/index.md"])
def test_an_export_refuses_a_folder_that_holds_something_else(
    project: Project, run: Run, theirs: str
) -> None:
    project.write({"a-map.yml": SMALL_MAP})
    path = project.root / "out" / theirs
    path.parent.mkdir(parents=True)
    path.write_text("site_name: theirs\n")
    refused = run("export", "out", cwd=project.root)
    assert refused.returncode == 2
    assert "'out' holds something else: name a new or empty folder" in refused.stderr
    assert files(project.root / "out") == {theirs: b"site_name: theirs\n"}


def test_a_failed_export_leaves_the_last_one_standing(project: Project, run: Run) -> None:
    project.write({"a-map.yml": SMALL_MAP})
    assert run("export", "out", cwd=project.root).returncode == 0
    before = files(project.root / "out")
    project.write({"broken.yml": "kind: play\n"})
    failed = run("export", "out", cwd=project.root)
    assert failed.returncode == 1
    assert "content/broken.yml:1:1: SHP002" in failed.stderr
    assert files(project.root / "out") == before
