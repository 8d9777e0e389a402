"""Artifacts named in Cyrillic, Japanese, Arabic, Hindi, Thai and Danish.

Their pages, anchors and files lead there.
"""

import shutil
import unicodedata
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from blank_sheets import keep_blank_sheets
from built import HOST, Page, file_of, files, find_anchor, on_site, pages
from playbook.clubs.feed import build_feed
from playbook.clubs.schedule import find_clubs
from playbook.config.settings import Settings
from playbook.kinds import KINDS
from playbook.library.library import Library
from projects import ADDRESS, ROOT, Project, Run, make_project, run_mkdocs, run_playbook
from searched import read_search

SCRIPTS = ROOT / "tests" / "fixtures" / "scripts"
WITHOUT_FONTS = 'extra:\n  rules: {PA001: "off"}'
WAYS = ("build", "offline", "export")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same content, built, built to be read from a folder, and exported and then built by plain
    MkDocs."""
    project = make_project(tmp_path_factory.mktemp("scripts") / "project", content=False)
    shutil.copytree(SCRIPTS, project.content, dirs_exist_ok=True)
    settings = project.root / "site_config" / "site.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("extra:", WITHOUT_FONTS, 1), encoding="utf-8"
    )
    keep_blank_sheets(project, ADDRESS)
    made: dict[str, Path] = {}
    for way, command in (
        ("build", ["build", "--strict"]),
        ("offline", ["build", "--strict", "--offline"]),
    ):
        done = run_playbook(*command, cwd=project.root, PLAYBOOK_SITE_URL=ADDRESS)
        assert (done.returncode, done.stderr) == (0, ""), way
        made[way] = (project.root / "site").rename(project.root / way)
    out = project.root / "out"
    assert (
        run_playbook("export", str(out), cwd=project.root, PLAYBOOK_SITE_URL=ADDRESS).returncode
        == 0
    )
    done = run_mkdocs("build", "--strict", cwd=out, with_us=False, PLAYBOOK_SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return {**made, "export": out / "site"}


@pytest.fixture(scope="module")
def built(sites: dict[str, Path]) -> dict[str, list[Page]]:
    return {way: pages(site) for way, site in sites.items()}


@pytest.mark.parametrize("way", WAYS)
def test_every_link_and_anchor_leads_somewhere(
    way: str, sites: dict[str, Path], built: dict[str, list[Page]]
) -> None:
    site = sites[way]
    linked = [page for page in built[way] if page.path != "404.html"]
    ids = {page.path: page.ids for page in linked}
    beyond_ascii = 0
    for page in linked:
        assert len(set(page.ids)) == len(page.ids), page.path
        for link in filter(on_site, page.links):
            target, fragment = file_of(link), find_anchor(link)
            assert (site / target).is_file(), f"{page.path} links to {link}"
            assert not fragment or fragment in ids[target], f"{page.path} links to {link}"
            beyond_ascii += not fragment.isascii()
    assert beyond_ascii > 50


@pytest.mark.parametrize("way", WAYS)
def test_pieces_have_the_letters_of_their_titles_as_ids(
    way: str, built: dict[str, list[Page]]
) -> None:
    wanted = {
        "maps/первый": {"спрашивает-друзей", "ждёт-ответа", "сдаётся"},
        "maps/طلب": {"مرحبا-بكم", "نهاية"},
        "plays/請求書": {"図を描く"},
        "trees/शुल्क": {"मुझे-शुल्क-नहीं-दिखता"},
        "glossaries/คำศัพท์": {"น้ำ", "woman-personal-computer"},
        "snapshots/køb": {"spørger-en-ven"},
        "справка": {"как-начать", "как-начать_1", "ここから"},
    }
    found = {
        page.path.removesuffix(".html").removesuffix("/index"): page.ids for page in built[way]
    }
    for path, ids in wanted.items():
        assert ids <= set(found[path]), path


@pytest.mark.parametrize("way", ["build", "export"])
def test_addresses_for_the_world_are_plain_ascii(
    way: str, sites: dict[str, Path], built: dict[str, list[Page]]
) -> None:
    site = sites[way]
    places = [
        str(each.text)
        for each in ET.parse(site / "sitemap.xml").getroot().iter()  # noqa: S314
        if each.text
    ]
    found = {each for each in places if each.startswith(ADDRESS)}
    for page in built[way]:
        for element in page.elements:
            if element.tag == "meta" and str(element.get("property")).endswith((":url", ":image")):
                found.add(element.attrib["content"])
    assert all(each.isascii() for each in found)
    names = set(files(site))
    assert [each for each in found if file_of(HOST + each.removeprefix(ADDRESS)) not in names] == []
    assert f"{ADDRESS}plays/%E8%AB%8B%E6%B1%82%E6%9B%B8/" in found


def test_a_search_leads_to_each_piece(sites: dict[str, Path], built: dict[str, list[Page]]) -> None:
    ids = {page.path.removesuffix("index.html"): page.ids for page in built["build"]}
    found = read_search(sites["build"])
    anchors = [unquote(each.location).partition("#") for each in found]
    assert [each for each in anchors if each[2] and each[2] not in ids[each[0]]] == []
    assert ("maps/طلب/", "#", "مرحبا-بكم") in anchors


def test_handouts_are_asked_for_by_ids_in_either_spelling(sites: dict[str, Path], run: Run) -> None:
    project = sites["build"].parent
    ids = ("請求書#図を描く", *(unicodedata.normalize("NFD", name) for name in ("køb", "первый")))
    printed = run("handouts", *ids, "--out", "paper", "--paper", "a4", cwd=project)
    assert (printed.returncode, printed.stderr) == (0, "")
    names = set(files(project / "paper"))
    assert {"plays/請求書/worksheet-図を描く.a4.pdf", "maps/первый/poster.a4.pdf"} <= names


def test_the_same_name_in_two_spellings_is_told(project: Project, run: Run) -> None:
    text = (SCRIPTS / "køb.yml").read_text(encoding="utf-8")
    name = "café"
    project.write({f"a/{name}.yml": text, f"b/{unicodedata.normalize('NFD', name)}.yml": text})
    checked = run("check", cwd=project.root)
    assert checked.returncode == 1
    assert (
        "REF001 'café' is already the id of a/café.yml: rename one of the files" in checked.stdout
    )


def test_letters_taken_apart_still_refer(project: Project, run: Run) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.yml")}
    project.write({unicodedata.normalize("NFD", name): text for name, text in texts.items()})
    assert run("check", cwd=project.root).returncode == 0
    project.write(
        {
            unicodedata.normalize("NFD", name): unicodedata.normalize("NFD", text)
            for name, text in texts.items()
        }
    )
    assert any(
        not unicodedata.is_normalized("NFC", path.read_text()) for path in project.content.iterdir()
    )
    assert run("check", cwd=project.root).returncode == 0


def test_a_new_file_may_have_a_name_in_any_script(project: Project, run: Run) -> None:
    made = run("new", "play", "請求書", cwd=project.root)
    assert (made.returncode, made.stderr) == (0, "")
    assert (project.content / "plays" / "請求書.yml").is_file()
    again = run("new", "play", unicodedata.normalize("NFD", "ガイド"), cwd=project.root)
    assert again.returncode == 0
    assert (project.content / "plays" / "ガイド.yml").is_file()
    refused = run("new", "play", "Größe", cwd=project.root)
    assert refused.returncode == 2
    assert "write 'größe'" in refused.stderr


def test_a_club_is_announced_at_addresses_in_plain_ascii(project: Project, run: Run) -> None:
    assert run("new", "club", "клуб", "--start", "2027-01-04", cwd=project.root).returncode == 0
    site = Settings(site_name="S", site_url=ADDRESS)
    text = build_feed(find_clubs(Library(project.content, KINDS)), site)
    links = [line for line in text.splitlines() if ADDRESS in line]
    assert len(links) > 4
    assert all(line.isascii() for line in links)
    said = run("announce", "клуб-01", cwd=project.root, PLAYBOOK_SITE_URL=ADDRESS).stdout
    assert f"{ADDRESS}reading-guides/%D0%BA%D0%BB%D1%83%D0%B1-01/" in said
