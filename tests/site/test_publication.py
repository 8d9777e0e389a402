"""What a site has beside its pages.

What a published page refers to, and never what could act in its place.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from blank_sheets import make_blank
from built import files
from pictures import MORE_THAN_DRAWN, SQUARE
from playbook.content.reserved_paths import is_own_path
from playbook.drawing.cache import PictureCache
from playbook.handouts import printing
from playbook.project import load_project
from playbook.site.site import make_site
from playbook.source.problem import Severity
from projects import ROOT, Project, Run

SECRET = "zirkon"  # noqa: S105 - the word that nothing may give away
MAP = """\
kind: experience-map
title: Ana
summary: {0}
scope: From one to the end
drawn_by: designer
nodes: [{{title: One}}]
"""
INTERNAL = f"---\nvisibility: internal\n---\n# {SECRET}\n"
REFERRING = {
    "picture": "![Shop](pictures/shop.png)",
    "titled": '![Shop](pictures/shop.png "Our shop")',
    "in brackets": "![Shop](<pictures/shop.png>)",
    "dotted": "[Shop](./pictures/../pictures/shop.png)",
    "link in a link": "[![Shop](pictures/shop.png)](https://shop.example)",
    "definition": "See [the shop].\n\n[the shop]: pictures/shop.png",
    "definition in brackets": "See [the shop].\n\n[the shop]: <pictures/shop.png> 'Ours'",
    "below another page": '<img src="../pictures/shop.png" alt="Shop">',
    "single quotes": "<img alt='Shop' src='../pictures/shop.png'>",
    "no quotes": "<a href=../pictures/shop.png>Shop</a>",
    "from the root": '<a href="/pictures/shop.png">Shop</a>',
    "with a fragment": "[Shop](pictures/shop.png#left)",
    "several sizes": '<img srcset="../pictures/none.png 1x, ../pictures/shop.png 2x" alt="">',
    "encoded": "![Shop](pictures/sho%70.png)",
    "entity": "![Shop](pictures/shop&#46;png)",
    "film": '<video poster="../pictures/shop.png"></video>',
}


def published(project: Project, *, public: bool = True) -> set[str]:
    return {file.path for file in load_project(project.root, public=public).published}


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_a_file_is_published_when_a_published_page_refers_to_it(
    visibility: str, project: Project
) -> None:
    head = f"---\nvisibility: {visibility}\n---\n# Us\n\n"
    written = {}
    for number, text in enumerate(REFERRING.values()):
        here = text.replace("pictures/", f"pictures-{number}/")
        written |= {f"about-{number}.md": f"{head}{here}\n", f"pictures-{number}/shop.png": SECRET}
    project.write(written)
    assert published(project, public=False) == set(written)
    assert published(project) == (set(written) if visibility == "public" else set())
    assert [
        each for each in load_project(project.root).problems if each.code.startswith("FIL")
    ] == []


@pytest.mark.parametrize(
    "name", ["my shop.png", "a(b).png", "ü.PNG", "a'b.png", "a&b.png", "a_b.png", "50%25.png"]
)
def test_a_name_with_odd_signs_is_found(name: str, project: Project) -> None:
    escaped = name.replace("%", "%25").replace("_", r"\_").replace("&", "&amp;")
    project.write({"about.md": f"![Shop](<{escaped}>)\n", name: SECRET})
    assert name in published(project)


@pytest.mark.parametrize(
    "text",
    [
        "See shop.png.",
        "pictures/shop.png",
        "![Shop](shop.png)",
        "![](https://x.example/pictures/shop.png)",
    ],
)
def test_what_only_reads_like_a_reference_publishes_nothing(text: str, project: Project) -> None:
    project.write({"about.md": f"# Us\n\n{text}\n", "pictures/shop.png": SECRET})
    (found,) = [each for each in load_project(project.root).problems if each.code.startswith("FIL")]
    assert (found.path.name, found.code, found.severity) == ("shop.png", "FIL006", Severity.WARNING)
    assert published(project) == {"about.md"}


def test_an_artifact_refers_to_a_file_by_its_whole_address(project: Project) -> None:
    site = project.root / "site_config/site.yml"
    site.write_text("site_name: N\nsite_url: https://our.example/play/\n", encoding="utf-8")
    project.write(
        {
            "ana.yml": MAP.format('"[the shop](https://our.example/play/pictures/shop.png)"'),
            "pictures/shop.png": "",
        }
    )
    assert published(project) == {"pictures/shop.png"}
    project.write({"ana.yml": MAP.format("Nothing") + "visibility: internal\n"})
    assert published(project) == set()


PAGE = """\
# Us

![Open](pictures/open.png) [Words](words.txt) ![Drawn](drawn.svg)
"""


@pytest.fixture
def both(project: Project) -> Project:
    """A public page and an internal one, each with files of its own, and what nobody refers to."""
    project.write(
        {
            "index.md": PAGE,
            "notes.md": f"{INTERNAL}\n![](pictures/ours.png) [All](transcripts/all.txt)\n",
        }
    )
    project.write(
        {"pictures/open.png": "open", "pictures/ours.png": SECRET, "transcripts/all.txt": SECRET}
    )
    project.write(
        {
            "words.txt": "words",
            "drawn.svg": SQUARE.format(f"<!-- {SECRET} -->"),
            "pictures/left.png": SECRET,
        }
    )
    return project


def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, raw in files(folder).items():
        yield name, gzip.decompress(raw) if name.endswith(".gz") else raw


def giving_away(folder: Path) -> set[str]:
    return {name for name, raw in texts(folder) if SECRET.encode() in raw.lower()}


def test_what_only_an_internal_page_uses_is_not_in_a_public_site(
    both: Project, run: Run, tmp_path: Path
) -> None:
    done = run("build", "--public", cwd=both.root)
    assert done.returncode == 0, done.stderr
    assert giving_away(both.root / "site") == set()
    assert {"pictures/open.png", "words.txt", "drawn.svg"} <= set(files(both.root / "site"))
    assert b"<path" in files(both.root / "site")["drawn.svg"]
    assert run("export", "--public", str(tmp_path / "out"), cwd=both.root).returncode == 0
    assert giving_away(tmp_path / "out") == set()
    assert {"content/pictures/open.png", "content/words.txt"} <= set(files(tmp_path / "out"))


def test_without_the_flag_both_have_their_files(both: Project, run: Run) -> None:
    assert run("build", cwd=both.root).returncode == 0
    found = set(files(both.root / "site"))
    assert {"pictures/ours.png", "transcripts/all.txt", "notes/index.html"} <= found
    assert "pictures/left.png" not in found


HOSTILE = {
    "evil.html": "<script>document.title = 'zirkon'</script>",
    "evil.js": "document.title = 'zirkon'",
    "assets/evil.css": "body { content: 'zirkon' }",
    "evil.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><script>'{SECRET}'</script></svg>",
    "evil.xml": f"<?xml-stylesheet href='evil.xsl'?><a>{SECRET}</a>",
    "zirkon.yml~": SECRET,
    "zirkon.json": SECRET,
}


def test_nothing_that_runs_is_published(project: Project, run: Run) -> None:
    project.write({**HOSTILE, "index.md": "# Us\n"})
    done = run("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert giving_away(project.root / "site") == set()
    assert done.stderr.count("content/") == len(HOSTILE)


OURS = [
    "assets/playbook.js",
    "assets/playbook.css",
    "assets/Logo.svg",
    "assets/words.js",
    "assets/walk.js",
]
OURS += [
    "search/index.js",
    "assets/javascripts/bundle.js",
    "sitemap.xml",
    "handouts/plays/a/pack.a4.pdf",
]


@pytest.mark.parametrize("name", OURS)
def test_nothing_takes_the_place_of_a_file_of_ours(name: str, project: Project, run: Run) -> None:
    site = project.root / "site_config/site.yml"
    site.write_text('site_name: N\nextra: {publish: ["*"]}\n', encoding="utf-8")
    project.write({name: SECRET, "index.md": "# Us\n"})
    done = run("build", cwd=project.root)
    assert (done.returncode, done.stderr.count("FIL004")) == (1, 1)


def test_every_file_of_ours_is_known_as_one(one_of_each: Project) -> None:
    loaded = load_project(one_of_each.root)
    settings = loaded.settings.model_copy(update={"site_url": "https://playbook.test/"})
    site = make_site(loaded.library, settings, PictureCache(None))
    with patch.object(printing, "make_pdf", make_blank):
        ours = [file.path for file in site.files if not file.path.endswith((".md", ".ics"))]
    ours += [
        path.relative_to(ROOT / "theme/site").as_posix()
        for path in (ROOT / "theme/site/assets").rglob("*")
    ]
    assert {path.split("/")[0] for path in ours} >= {"assets", "handouts"}
    assert len(ours) > 30
    assert [path for path in ours if not is_own_path(path)] == []


@pytest.mark.parametrize("inside", MORE_THAN_DRAWN.values(), ids=MORE_THAN_DRAWN)
def test_a_picture_that_does_more_than_draw_is_a_problem(inside: str, project: Project) -> None:
    project.write({"about.md": "![](evil.svg)\n", "evil.svg": SQUARE.format(inside)})
    (found,) = load_project(project.root).problems
    assert (found.path.name, found.code, found.severity) == ("evil.svg", "FIL007", Severity.ERROR)
    assert published(project, public=False) == {"about.md"}


DEEP = SQUARE.format("<g>" * 3_000 + "</g>" * 3_000)


@pytest.mark.parametrize(
    "raw",
    [
        SQUARE.format("").encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-16"?><svg/>',
        DEEP.encode(),
        b"",
        b"\xff",
        b"a" * 1_100_000,
    ],
    ids=["utf-16", "said to be utf-16", "deep", "empty", "no text", "large"],
)
def test_an_svg_that_cannot_be_read_is_a_problem(raw: bytes, project: Project) -> None:
    project.write({"about.md": "![](evil.svg)\n"})
    (project.content / "evil.svg").write_bytes(raw)
    (found,) = load_project(project.root).problems
    assert (found.path.name, found.code) == ("evil.svg", "FIL007")


def test_a_drawing_is_published_as_a_drawing(project: Project) -> None:
    text = SQUARE.format('<?xml-stylesheet href="a.css"?><text x="1">Hi</text><!-- zirkon -->')
    project.write({"about.md": "![](fine.svg)\n", "fine.svg": text})
    (file,) = [each for each in load_project(project.root).published if each.path == "fine.svg"]
    assert file.text is not None
    assert "Hi</text>" in file.text
    assert not {"xml-stylesheet", SECRET} & {
        word for word in ("xml-stylesheet", SECRET) if word in file.text
    }
