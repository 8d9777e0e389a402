import json
from pathlib import Path
from typing import Any

import pytest

from built import files
from large import MAP
from playbook.site.search import BOOST
from projects import Project, Run, run_mkdocs, run_playbook

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


def lines(page: bytes) -> list[str]:
    """Return a page without blank lines."""
    return [line for line in page.decode().splitlines() if line.strip()]


def test_plain_mkdocs_without_our_plugin_makes_the_same_files(
    one_of_each: Project, plain_site: Path
) -> None:
    assert set(files(plain_site)) == set(files(one_of_each.root / "site"))


def test_plain_mkdocs_without_our_plugin_renders_the_same_pages(
    one_of_each: Project, plain_site: Path
) -> None:
    ours, theirs = files(one_of_each.root / "site"), files(plain_site)
    pages = [path for path in ours if path.endswith(".html")]
    assert sum(b"<svg xmlns" in ours[page] and b"pb-card" in ours[page] for page in pages) > 4
    assert sum(b'rel="edit"' in ours[page] for page in pages) > 4
    assert [page for page in pages if lines(ours[page]) != lines(theirs[page])] == []
    assert [
        path for path in ours if path.startswith("assets/") and ours[path] != theirs[path]
    ] == []


def index(site: Path) -> dict[str, Any]:
    """Return a site's search index, its documents by their locations."""
    made: dict[str, Any] = json.loads(
        (site / "search/search_index.json").read_text(encoding="utf-8")
    )
    return made | {"docs": {doc["location"]: doc for doc in made["docs"]}}


def test_plain_mkdocs_without_our_plugin_finds_the_same_words_and_tells_the_kind_of_the_page(
    one_of_each: Project, plain_site: Path
) -> None:
    """Only our plugin can tell an exercise from the play it stands in.

    Material gives a page's sections its tags.
    """
    ours, theirs = index(one_of_each.root / "site"), index(plain_site)
    assert ours["config"] == theirs["config"]
    sections = {
        name: doc
        for name, doc in theirs["docs"].items()
        if "#" in name and not name.endswith("#Top")
    }
    assert len(sections) > 50
    told = {name for name, doc in ours["docs"].items() if doc.get("boost") == BOOST}
    assert len(told & set(sections)) >= 5
    assert {
        name for name, doc in sections.items() if ours["docs"][name]["text"] != doc["text"]
    } <= told
    opened = {
        name.removesuffix("#Top"): doc["text"]
        for name, doc in theirs["docs"].items()
        if name.endswith("#Top")
    }
    assert [name for name, text in opened.items() if ours["docs"][name]["text"] != text] == []
    assert {doc["tags"][0] for name, doc in sections.items() if name.startswith("plays/watch")} == {
        "Play"
    }


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
