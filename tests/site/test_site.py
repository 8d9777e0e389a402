import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from built import CSS_ADDRESS, HOST, Page, file_of, files, find_anchor, on_site
from playbook.site.bundle import STYLE
from projects import Project, Run, run_mkdocs
from searched import read_search

ENDINGS = {".yml", ".yaml"}
CONTENT = {
    "broken": "kind: play\ntitle: Broken\n",
    "advice": (
        "kind: experience-map\ntitle: Advice\nsummary: All goes well\nscope: All of it\ndrawn_by: "
        "designer\n"
        "nodes:\n  - {title: One, next: two}\n  - {title: Two}\n"
    ),
}


@pytest.fixture(scope="module")
def site(own_project: Project) -> Path:
    return own_project.root / "site"


@pytest.fixture(scope="module")
def built(own_pages: list[Page]) -> list[Page]:
    return own_pages


@pytest.fixture(scope="module")
def artifacts(own_project: Project) -> list[str]:
    found = [
        p.relative_to(own_project.content).as_posix()
        for p in own_project.content.rglob("*.yml")
        if p.parent.suffix != ".versions"
    ]
    assert found
    return found


def page_of(source: str, built: list[Page]) -> Page:
    path = f"{Path(source).with_suffix('').as_posix()}/index.html"
    return next(page for page in built if page.path == path)


def test_every_link_and_fragment_leads_somewhere(site: Path, built: list[Page]) -> None:
    ids = {page.path: set(page.ids) for page in built}
    links = {(page.path, link) for page in built for link in page.links if on_site(link)}
    assert any("#told_" in link for _, link in links)
    for page, link in sorted(links):
        target, fragment = file_of(link), find_anchor(link)
        assert (site / target).is_file(), f"{page} links to {link}, which is no file"
        assert not fragment or fragment in ids[target], (
            f"{page} links to {link}, which is no id there"
        )


def test_every_link_away_is_a_web_address(built: list[Page]) -> None:
    away = {link for page in built for link in page.links if not on_site(link)}
    assert {urlsplit(link).scheme for link in away} <= {"http", "https", "mailto"}


def test_everything_that_a_page_loads_is_there(site: Path, built: list[Page]) -> None:
    for page in built:
        loads = [load for load in page.loads if urlsplit(load).scheme != "data"]
        assert loads
        for load in loads:
            assert on_site(load), f"{page.path} loads {load} from elsewhere"
            assert (site / file_of(load)).is_file(), f"{page.path} loads {load}, which is not there"


def test_no_style_sheet_loads_from_another_host(site: Path) -> None:
    sheets = [path for path in files(site) if path.endswith(".css")]
    assert STYLE in sheets
    for sheet in sheets:
        for address in CSS_ADDRESS.findall((site / sheet).read_text(encoding="utf-8")):
            whole = urljoin(urljoin(HOST, sheet), address)
            assert whole.startswith("data:") or on_site(whole), (
                f"{sheet} loads {address} from elsewhere"
            )


def test_no_yaml_is_published(site: Path) -> None:
    assert not [path for path in files(site) if Path(path).suffix in ENDINGS]


def test_no_id_occurs_twice_in_a_page(built: list[Page]) -> None:
    for page in built:
        assert not [each for each, times in Counter(page.ids).items() if times > 1], page.path


def test_a_page_leads_to_the_file_that_it_came_from(
    own_project: Project, built: list[Page], artifacts: list[str]
) -> None:
    handwritten = [
        p.relative_to(own_project.content).as_posix() for p in own_project.content.rglob("*.md")
    ]
    folder = str(page_of("about.md", built).edit).removesuffix("about.md")
    assert folder.endswith("/content/")
    for source in [*artifacts, *handwritten]:
        assert page_of(source, built).edit == folder + source


def test_a_page_that_came_from_no_file_cannot_be_edited(built: list[Page]) -> None:
    made = [
        page for page in built if page.path.count("/") <= 1 and not page.path.startswith("about")
    ]
    assert len(made) > 2
    assert {page.path: page.edit for page in made if page.edit} == {}


def test_the_search_index_holds_the_words_of_every_diagram(
    own_project: Project, built: list[Page], artifacts: list[str]
) -> None:
    found = read_search(own_project.root / "site")
    cards = 0
    for page in (page_of(source, built) for source in artifacts):
        home = page.path.removesuffix("index.html")
        texts = " ".join(each.title + each.text for each in found if each.location.startswith(home))
        indexed = " ".join(texts.split())
        for card in (
            e for e in page.elements if e.tag == "a" and "pb-card" in e.attrib.get("class", "")
        ):
            cards += 1
            for text in (e for e in card.iter() if e.attrib.get("class") == "pb-title"):
                assert " ".join("".join(text.itertext()).split()) in indexed
    assert cards > 50


def mkdocs(*args: str, project: Project, site: Path) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "mkdocs",
        "build",
        "--site-dir",
        str(site),
        *args,
    ]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=project.root, env=env, capture_output=True, text=True, check=False
    )


def test_mkdocs_itself_builds_the_same_site_without_a_warning(
    one_of_each: Project, tmp_path: Path
) -> None:
    built = mkdocs("--strict", project=one_of_each, site=tmp_path / "site")
    assert built.returncode == 0
    assert [line for line in built.stderr.splitlines() if not line.startswith("INFO ")] == []
    assert files(tmp_path / "site") == files(one_of_each.root / "site")


@pytest.mark.parametrize("strictness", [[], ["--strict"]], ids=["lenient", "strict"])
@pytest.mark.parametrize("content", CONTENT)
def test_mkdocs_fails_exactly_when_check_does(
    project: Project, run: Run, tmp_path: Path, content: str, strictness: list[str]
) -> None:
    project.write({"it.yml": CONTENT[content]})
    checked = run("check", *strictness, cwd=project.root)
    built = run_mkdocs("build", "--site-dir", str(tmp_path / "site"), *strictness, cwd=project.root)
    assert checked.returncode == (0 if content == "advice" and not strictness else 1)
    assert bool(built.returncode) == bool(checked.returncode)
    problems = [line for line in checked.stdout.splitlines() if line.startswith("content")]
    assert problems
    assert [problem for problem in problems if problem not in built.stderr] == []
