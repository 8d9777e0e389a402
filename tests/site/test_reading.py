"""What leads readers on.

The pages above, before and after, the foot, tags, and what is shown of a shared page.
"""

import json
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from browser.filled import HOSTILE
from built import Page, files, pages
from playbook.kinds import KINDS
from projects import Project, Run, leave_out_handouts, make_project, run_playbook
from searched import read_search

ADDRESS = "https://playbook.test/deep/"
PLAY = {
    "kind": "play",
    "tags": ["teamwork", "first-week"],
    "purpose": "See what everybody sees.",
    "time": "45",
    "steps": [{"title": "Draw"}],
    "exercises": [
        {
            "title": "Draw & show",
            "purpose": "See",
            "time": {"team": "5"},
            "who": "All",
            "steps": ["Draw", "Show"],
        }
    ],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site with an address of its own, in which every title and every summary is hostile."""
    project = make_project(tmp_path_factory.mktemp("reading") / "project", content=False)
    leave_out_handouts(project)
    texts = {"plays/tame.yml": "Tame"} | {
        f"plays/{name}.yml": text for name, text in HOSTILE.items()
    }
    project.write(
        {
            name: json.dumps({**PLAY, "title": text, "summary": text}, ensure_ascii=False)
            for name, text in texts.items()
        }
    )
    project.write({"notes.md": '---\ntitle: A "note" & more\n---\n\n# A note\n'})
    built = run_playbook("build", cwd=project.root, PLAYBOOK_SITE_URL=ADDRESS)
    assert built.returncode == 0, built.stderr
    return project


@pytest.fixture(scope="module")
def own(own_pages: list[Page]) -> list[Page]:
    return [page for page in own_pages if page.path != "404.html"]


@pytest.fixture(scope="module")
def read(own: list[Page]) -> list[Page]:
    """Return what is read, and not run: a plan and its screens lead back to their page alone."""
    return [
        page for page in own if not page.path.endswith(("/plan/index.html", "/present/index.html"))
    ]


def meta(page: Page) -> dict[str, str]:
    """Return what a page says of itself to those who preview it; no name stands twice."""
    said = [
        each.attrib for each in page.elements if each.tag == "meta" and "content" in each.attrib
    ]
    named = [(each.get("property") or each.get("name") or "", each["content"]) for each in said]
    shared = [(name, content) for name, content in named if name.startswith(("og:", "twitter:"))]
    assert len(dict(shared)) == len(shared)
    return dict(named)


def inside(page: Page, tag: str, look: str) -> list[tuple[str, str]]:
    """Return the words and the address of each link in an element."""
    holders = [
        each
        for each in page.elements
        if each.tag == tag and look in each.attrib.get("class", "").split()
    ]
    assert len(holders) <= 1
    links = [link for holder in holders for link in holder.iter() if str(link.tag).endswith("a")]
    return [("".join(link.itertext()).strip(), link.attrib["href"]) for link in links]


def test_every_page_has_a_title_and_a_description_for_those_who_preview_it(own: list[Page]) -> None:
    assert len(own) > 100
    for page in own:
        said = meta(page)
        assert said["og:title"] == said["twitter:title"] != ""
        assert said["og:description"] == said["twitter:description"] == said["description"] != "", (
            page.path
        )
        assert said["og:type"] == ("website" if page.path == "index.html" else "article")
        assert (said["og:site_name"], said["og:locale"]) == ("Discovery Playbook", "en_US")
        assert said["twitter:card"] == "summary"
        assert not {"og:image", "og:url", "twitter:image"} & set(said)


def test_a_site_that_knows_its_address_shows_each_page_with_a_picture_that_is_there(
    hostile: Project,
) -> None:
    here = files(hostile.root / "site")
    for page in (each for each in pages(hostile.root / "site") if each.path != "404.html"):
        said = meta(page)
        assert said["og:url"] == ADDRESS + page.path.removesuffix("index.html")
        assert said["og:image"] == said["twitter:image"]
        assert here[said["og:image"].removeprefix(ADDRESS)].startswith(b"\x89PNG"), page.path
        assert said["twitter:card"] == "summary_large_image"
    assert meta(
        next(each for each in pages(hostile.root / "site") if each.path == "notes/index.html")
    )["og:title"] == ('A "note" & more')


def test_an_export_holds_the_same_pictures(hostile: Project, tmp_path: Path) -> None:
    done = run_playbook(
        "export", str(tmp_path / "out"), cwd=hostile.root, PLAYBOOK_SITE_URL=ADDRESS
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = files(hostile.root / "site"), files(tmp_path / "out" / "content")
    pictures = {name for name in ours if name.startswith("assets/previews/")}
    assert len(pictures) == len(HOSTILE) + 2
    assert [name for name in pictures if ours[name] != theirs[name]] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_report_tells_the_page_by_its_title_and_its_address(hostile: Project, name: str) -> None:
    page = next(
        each for each in pages(hostile.root / "site") if each.path == f"plays/{name}/index.html"
    )
    foot = dict(inside(page, "footer", "pb-foot"))
    assert foot["Edit this page"].endswith(f"/content/plays/{name}.yml")
    told = parse_qs(urlsplit(foot["Report a problem"]).query)
    assert set(told) == {"title", "body"}
    assert told["body"] == [f"{ADDRESS}plays/{name}/"]
    assert told["title"][0] == meta(page)["og:title"]
    shown = HOSTILE[name] if name != "code" else "`code` ``"
    assert "".join(told["title"][0].split()) == "".join(shown.split())


@pytest.mark.parametrize(
    ("address", "link"),
    [
        (
            "mailto:team@firstchord.test?subject={title}",
            "mailto:team@firstchord.test?subject=Tame%20%26%20%C3%A9",
        ),
        ("https://tracker.test/new", "https://tracker.test/new"),
        ("", None),
    ],
)
def test_a_report_goes_where_the_owner_says(
    project: Project, run: Run, address: str, link: str | None
) -> None:
    leave_out_handouts(project)
    project.write({"plays/tame.yml": json.dumps({**PLAY, "title": "Tame & é", "summary": "It"})})
    assert run("build", cwd=project.root, PLAYBOOK_REPORT_URL=address).returncode == 0
    page = next(
        each for each in pages(project.root / "site") if each.path == "plays/tame/index.html"
    )
    assert dict(inside(page, "footer", "pb-foot")).get("Report a problem") == link


def test_a_report_goes_to_no_script(project: Project, run: Run) -> None:
    done = run("check", cwd=project.root, PLAYBOOK_REPORT_URL="javascript:alert(1)")
    assert done.returncode == 1
    assert (
        "SHP004 'report_url' is a list: an address starts with 'https://' or 'mailto:'"
        in done.stdout
    )


def test_the_foot_tells_when_a_tree_last_changed_and_what_every_page_is_made_from(
    own: list[Page],
) -> None:
    words = {
        page.path: " ".join("".join(each.itertext()).split())
        for page in own
        for each in page.elements
        if each.tag == "footer" and each.attrib.get("class") == "pb-foot"
    }
    assert set(words) == {page.path for page in own}
    tree = words["trees/first-lesson-booked/index.html"]
    assert tree.startswith(
        "Last changed 18 June 2026 Made from trees/first-lesson-booked.yml Edit this page Report"
    )
    assert words["about/index.html"].startswith("Made from about.md Edit this page")
    assert words["index.html"] == "Report a problem"
    assert (
        "Last changed"
        not in words["snapshots/ana-cello/index.html"] + words["clubs/2026-habits/index.html"]
    )


def test_every_page_below_home_says_where_it_stands(read: list[Page]) -> None:
    above = {page.path: [words for words, _ in inside(page, "nav", "pb-path")] for page in read}
    assert {path for path, words in above.items() if not words} == {
        "index.html",
        "about/index.html",
    }
    assert {words[0] for words in above.values() if words} == {"Home"}
    assert above["plays/show-your-work/index.html"] == ["Home", "Plays"]
    assert above["glossaries/glossary/index.html"] == ["Home", "Where to start"]
    assert above["rules/ot301/index.html"] == ["Home", "Reference", "The rules"]
    assert above["maps/first-lesson-shared/comparison/index.html"] == [
        "Home",
        "Experience maps",
        "Finding a first lesson",
    ]


def test_before_and_after_a_page_stand_those_of_its_own_section(read: list[Page]) -> None:
    onwards = {page.path: inside(page, "nav", "md-footer__inner") for page in read}
    plays = [path for path in onwards if path.startswith("plays/")]
    assert len([path for path in plays if len(onwards[path]) == 2]) == len(plays) - 2
    assert [link for path in plays for _, link in onwards[path] if "/" in link.strip("./")] == []
    assert onwards["index.html"] == []


def test_tags_lead_to_all_that_has_them(hostile: Project) -> None:
    page = next(each for each in pages(hostile.root / "site") if each.path == "tags/index.html")
    assert {"Tag-teamwork", "Tag-first-week"} <= set(page.ids)
    plays = [link for link in page.links if "/plays/" in link and not link.endswith("/plays/")]
    assert len(plays) == 2 * (len(HOSTILE) + 1)
    play = next(
        each for each in pages(hostile.root / "site") if each.path == "plays/tame/index.html"
    )
    assert [unquote(link).rpartition("/")[2] for link in play.links if "/tags/#" in link] == [
        "#Tag-teamwork",
        "#Tag-first-week",
    ]


def test_tags_are_checked_where_they_stand(project: Project, run: Run) -> None:
    tags = "tags: [interviews, Two Words, '<b>']"
    project.write(
        {
            "it.yml": (
                f"kind: play\ntitle: It\nsummary: It\n{tags}\npurpose: It\ntime: 5\nsteps: "
                f"[{{title: A}}]\n"
            )
        }
    )
    said = run("check", cwd=project.root).stdout
    remedy = "a tag has lower-case letters, digits and single hyphens: write"
    assert f"content/it.yml:4:20: SHP004 'tags' is 'Two Words': {remedy} 'two-words'" in said
    assert f"content/it.yml:4:31: SHP004 'tags' is '<b>': {remedy} 'b'" in said


def test_every_piece_that_a_search_finds_is_where_it_says(
    own_project: Project, own: list[Page]
) -> None:
    found = read_search(own_project.root / "site")
    ids = {page.path.removesuffix("index.html"): set(page.ids) for page in own}
    for each in found:
        page, _, anchor = each.location.partition("#")
        assert not anchor or anchor in ids[page], each.location
    kinds = {each.kind for each in found}
    assert kinds >= {
        "Exercise",
        "Anti-pattern",
        "Opportunity",
        "Solution",
        "Assumption",
        "Moment",
        "Term",
        "Rule",
    }
    assert kinds >= {kind.title for kind in KINDS}
    locations = [each.location for each in found]
    assert len(set(locations)) == len(locations)
