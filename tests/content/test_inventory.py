"""Every file below content/ is used or is a problem at its name, whatever it is.

No link is followed, nothing waits.
"""

import json
import os
import socket
import string
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.content.inventory import Inventory, take_inventory
from playbook.project import load_project
from playbook.report.text import format_problem
from playbook.source.problem import Mark, Severity
from projects import Project, Run

SECRET = "zirkon"  # noqa: S105 - the word that nothing may give away
MAP = """\
kind: experience-map
title: Ana
summary: What the team knows
scope: From one to the end
drawn_by: designer
nodes: [{title: One}]
"""
UNREAD = {
    "mara.YML": ("error", "call it 'mara.yml'"),
    "mara.Yaml": ("error", "call it 'mara.yaml'"),
    "mara.yml.txt": ("error", "call it 'mara.yml'"),
    "mara.YML.TXT": ("error", "call it 'mara.yml'"),
    "mara.yml.json": ("error", "call it 'mara.yml'"),
    "mara.yml.html": ("error", "call it 'mara.yml'"),
    "notes.MD": ("error", "call it 'notes.md'"),
    "notes.md.txt": ("error", "call it 'notes.md'"),
    "mara": ("error", "call it 'mara.yml'"),
    "Makefile": ("error", "or name it under 'publish:'"),
    "mara.json": ("warning", "name it under 'publish:' in site_config/site.yml"),
    "mara.toml": ("warning", "move it out of the content"),
    "evil.html": ("warning", "neither read nor published"),
    "evil.htm": ("warning", "neither read nor published"),
    "evil.xhtml": ("warning", "neither read nor published"),
    "evil.js": ("warning", "neither read nor published"),
    "evil.css": ("warning", "neither read nor published"),
    "evil.svgz": ("warning", "neither read nor published"),
    ".mara.yml": ("warning", "call it 'mara.yml'"),
    ".notes.md": ("warning", "call it 'notes.md'"),
    "mara.yml~": ("warning", "delete it"),
    "#mara.yml#": ("warning", "delete it"),
    "mara.yml.orig": ("warning", "delete it"),
    "mara.yml.BAK": ("warning", "delete it"),
    "mara.md.rej": ("warning", "delete it"),
    "templates/notes.md": ("error", "rename the folder"),
}


@pytest.mark.parametrize(("name", "answer"), UNREAD.items())
@pytest.mark.parametrize("folder", ["", "deep/er/"])
def test_a_file_that_is_not_read_is_a_problem_at_its_name(
    name: str, answer: tuple[str, str], folder: str, project: Project
) -> None:
    if folder and name.startswith("templates/"):
        return
    project.write({f"{folder}{name}": MAP})
    loaded = load_project(project.root)
    (found,) = loaded.problems
    assert (found.path, found.code) == (project.content / folder / name, "FIL001")
    assert (str(found.severity), answer[1] in found.message) == (answer[0], True), found.message
    assert loaded.published == ()
    assert loaded.unredacted.entries == {}


@pytest.mark.parametrize(
    "name",
    [".gitkeep", ".DS_Store", ".obsidian/app.json", ".mara.yml.swp", ".nav.yml", "Thumbs.db"],
)
def test_what_systems_and_editors_hide_is_left_alone(name: str, project: Project) -> None:
    project.write({name: MAP})
    loaded = load_project(project.root)
    assert (loaded.problems, loaded.published) == ([], ())


def test_a_hidden_folder_is_neither_read_nor_published(
    project: Project, run: Run, tmp_path: Path
) -> None:
    hidden = {
        ".trash/ana.yml": MAP,
        ".trash/notes.md": f"---\nvisibility: internal\n---\n# {SECRET}\n",
    }
    project.write({**hidden, "index.md": "# Us\n"})
    assert run("export", "--public", str(tmp_path / "out"), cwd=project.root).returncode == 0
    assert giving_away(tmp_path / "out") == []


def giving_away(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]


def make_link(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as open_socket, pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)  # a socket's path is short
        open_socket.bind(path.name)


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "broken link": (make_link("nowhere.yml"), "SRC010"),
    "link to itself": (make_link("odd.yml"), "SRC010"),
    "link outside": (make_link("../../secret.yml"), "SRC010"),
    "link inside": (make_link("ana.yml"), "SRC010"),
    "link to a folder": (make_link("."), "SRC010"),
    "link to a device": (make_link("/dev/zero"), "SRC010"),
    "pipe": (os.mkfifo, "FIL003"),
    "socket": (make_socket, "FIL003"),
}


@pytest.mark.parametrize(("make", "code"), ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", ["odd.yml", "odd.md", "odd.png", "odd.txt", "odd"])
def test_what_is_no_file_is_one_problem_and_is_never_opened(
    name: str, make: Callable[[Path], None], code: str, project: Project
) -> None:
    (project.root / "secret.yml").write_text(f"{SECRET}: 1\n", encoding="utf-8")
    project.write({"ana.yml": MAP, "maps/odd.md": f"![]({name})\n"})
    (project.content / "maps" / "odd.md").rename(project.content / "index.md")
    make(project.content / name)
    problems = load_project(project.root).problems
    answers = [format_problem(problem, colour=False) for problem in problems]
    assert [answer for answer in answers if SECRET in answer] == []
    assert (project.content / name, Mark(1, 1), code, Severity.ERROR) in [
        (problem.path, problem.mark, problem.code, problem.severity) for problem in problems
    ]


def test_what_is_no_file_is_answered_by_each_command(project: Project, run: Run) -> None:
    (project.root / "secret.yml").write_text(f"{SECRET}: 1\n", encoding="utf-8")
    project.write({"ana.yml": MAP})
    wanted = []
    for number, (make, code) in enumerate(ODD.values()):
        make(project.content / f"odd-{number}.yml")
        wanted.append(f"content/odd-{number}.yml:1:1: {code}")
    for command in (["check"], ["build"], ["export", "out"]):
        done = run(*command, cwd=project.root)
        said = done.stdout + done.stderr
        assert done.returncode == 1
        found = [" ".join(line.split()[:2]) for line in said.splitlines()]
        assert [each for each in found if each.startswith("content/odd")] == wanted
        assert "Traceback" not in said
        assert SECRET not in said
    assert not list(project.root.glob("site/*"))


def test_links_that_lead_back_are_two_problems_and_not_two_to_the_fortieth(
    project: Project, run: Run
) -> None:
    project.write({"index.md": "# Us\n"})
    (project.content / "loop").symlink_to(".", target_is_directory=True)
    (project.content / "pool").symlink_to(".", target_is_directory=True)
    assert [each.path.name for each in take_inventory(project.content).problems] == ["loop", "pool"]
    for command in (["check"], ["build"], ["export", "out"], ["handouts"]):
        done = run(*command, cwd=project.root)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_mkdocs_itself_does_not_look_for_files(project: Project, run: Run) -> None:
    """It would follow links; a build without problems needs none of what it would find."""
    project.write({"index.md": "# Us\n", "mara.json": SECRET, ".loop/x.md": SECRET})
    for name in ("loop", "pool"):
        (project.content / ".loop" / name).symlink_to(".", target_is_directory=True)
    done = run("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert giving_away(project.root / "site") == []


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json", "sarif"])
def test_a_name_that_is_not_utf_8_is_a_problem_in_every_format(
    form: str, project: Project, run: Run
) -> None:
    name = os.fsdecode(b"caf\xe9.yml")
    project.write({name: MAP, f"{os.fsdecode(b'sp' + bytes([0xE4]))}/ana.yml": MAP})
    done = run("check", "--format", form, cwd=project.root)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stdout.count("is not UTF-8: rename it") == 2
    if form in {"gitlab", "json", "sarif"}:
        assert json.loads(done.stdout)


def test_a_name_that_is_not_utf_8_is_answered_by_a_build(project: Project, run: Run) -> None:
    project.write({os.fsdecode(b"caf\xe9.yml"): MAP})
    built = run("build", cwd=project.root)
    assert (built.returncode, "Traceback" in built.stderr) == (1, False)
    assert "is not UTF-8: rename it" in built.stderr


UNSTORABLE = [
    "con.yml",
    "Aux.md",
    "nul",
    "com1.png",
    "lpt9.tar.gz",
    "con/ana.yml",
    "who?.md",
    'a"b.md',
    "a<b.md",
]
UNSTORABLE += [
    "a|b.yml",
    "a*b.md",
    "a:b.md",
    "a\\b.md",
    "ends. /ana.yml",
    "ends./ana.yml",
    "a\nb.md",
    "a\x1bb.md",
]


@pytest.mark.parametrize("name", UNSTORABLE)
def test_a_name_that_windows_cannot_store_is_a_problem(name: str, project: Project) -> None:
    project.write({name: ""})
    found = [each for each in take_inventory(project.content).problems if each.code == "FIL002"]
    assert [each.path for each in found] == [project.content / name.partition("/")[0]]
    assert found[0].message.endswith(": rename it")


@pytest.mark.parametrize(
    "name", ["console.yml", "com10.md", "auxiliary/ana.yml", "a.con.md", "conny.md", "é.md"]
)
def test_names_that_only_look_like_these_are_fine(name: str, project: Project) -> None:
    project.write({name: ""})
    assert take_inventory(project.content).problems == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Maps/ana.yml", "maps/bo.yml"),
        ("maps/Ana.md", "maps/ana.md"),
        ("é.md", "e\u0301.md"),
        ("straße.md", "STRASSE.md"),
    ],
)
def test_two_names_that_are_one_elsewhere_are_a_problem_and_both_are_read(
    first: str, second: str, project: Project
) -> None:
    project.write({first: MAP, second: MAP})
    taken = take_inventory(project.content)
    (found,) = taken.problems
    assert found.code == "FIL002"
    assert "are the same name: rename one of the two" in found.message
    assert {taken.get_path(path) for path in (*taken.artifacts, *taken.pages)} == {first, second}


def test_what_may_not_be_read_is_a_problem(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write({"shut.png": "", "shut/ana.yml": MAP, "open.png": ""})
    scan = os.scandir

    def refuse(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "shut.png")
    found = take_inventory(project.content).problems
    assert {(each.path.name, each.code) for each in found} == {
        ("shut", "SRC013"),
        ("shut.png", "SRC013"),
    }
    assert all("Permission denied; check its permissions" in each.message for each in found)


def test_a_folder_too_deep_for_the_system_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    monkeypatch.chdir(content)
    for _ in range(30):
        name = "d" * 200
        Path(name).mkdir()
        monkeypatch.chdir(name)
    monkeypatch.chdir(tmp_path)
    (found,) = take_inventory(content).problems
    assert (found.code, "name too long" in found.message) == ("SRC013", True)


def sorts(inventory: Inventory) -> set[Path]:
    """Return every file that is used or answered for."""
    files = (*inventory.artifacts, *inventory.pages, *inventory.assets, *inventory.extras)
    return {*files, *(each.path for each in inventory.problems)}


SIGNS = st.characters(exclude_categories=(), exclude_characters="/\0")
ENDINGS = st.sampled_from(
    ["", ".yml", ".YAML", ".md", ".Mdown", ".png", ".txt", ".yml.txt", ".html", ".orig", "~", "."]
)
NAMES = st.builds("".join, st.tuples(st.text(SIGNS, min_size=1, max_size=12), ENDINGS))


@given(st.lists(NAMES, max_size=8, unique=True))
def test_every_file_is_used_or_answered_for(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        for name in names:
            try:
                (content / name).write_text("", encoding="utf-8")
            except (OSError, UnicodeEncodeError):  # no file system takes it
                continue
        inventory = take_inventory(content)
        lost = {path for path in content.iterdir() if not path.name.startswith(".")} - sorts(
            inventory
        )
        assert {path.name.lower() for path in lost} <= {"thumbs.db", "desktop.ini"}
        assert take_inventory(content) == inventory


@given(st.text(string.ascii_letters + ".", min_size=1, max_size=10))
def test_no_ending_is_published_but_those_known_to_be_harmless(ending: str) -> None:
    harmful = {
        "html",
        "htm",
        "xhtml",
        "xht",
        "shtml",
        "xml",
        "xsl",
        "js",
        "mjs",
        "css",
        "json",
        "wasm",
        "swf",
        "php",
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"x.{ending}").write_text("", encoding="utf-8")
        for path in take_inventory(Path(folder)).assets:
            assert path.suffix[1:].lower() not in harmful


EXTRA = "site_name: N\nextra: {{reference: false, publish: [{}]}}\n"


def test_the_owner_may_publish_other_files(project: Project, run: Run) -> None:
    project.write(
        {
            "CNAME": "our.example\n",
            "downloads/all.epub": "book",
            "downloads/a.html": "<p>",
            "index.md": "# U\n",
        }
    )
    (project.root / "site_config/site.yml").write_text(
        EXTRA.format('CNAME, "downloads/*"'), encoding="utf-8"
    )
    done = run("build", "--strict", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert (project.root / "site/CNAME").read_text(encoding="utf-8") == "our.example\n"
    assert (project.root / "site/downloads/all.epub").is_file()


def test_what_the_owner_names_is_never_yaml_a_page_or_a_file_of_ours(project: Project) -> None:
    project.write(
        {
            "ana.yml": MAP,
            "notes.md": "---\nvisibility: internal\n---\n",
            "assets/playbook.js": SECRET,
        }
    )
    project.write({"mara.yml~": SECRET, ".env": SECRET, "assets/Previews/x.html": SECRET})
    (project.root / "site_config/site.yml").write_text(EXTRA.format('"*"'), encoding="utf-8")
    loaded = load_project(project.root, public=True)
    assert {file.path for file in loaded.published} == {"mara.yml~"}
    ours = {
        each.path.name: each.code for each in loaded.problems if each.severity is Severity.ERROR
    }
    assert ours == {"playbook.js": "FIL004", "x.html": "FIL004"}


def test_a_pattern_that_names_nothing_is_a_problem(project: Project) -> None:
    site = project.root / "site_config/site.yml"
    site.write_text(EXTRA.format("CNAME, CNAMES"), encoding="utf-8")
    project.write({"CNAME": "our.example\n"})
    (found,) = load_project(project.root).problems
    assert (found.path, found.code, found.mark) == (site, "SET011", (2, 44))


def test_yaml_that_is_not_ours_is_published_where_its_whole_path_is_named(project: Project) -> None:
    site = project.root / "site_config/site.yml"
    project.write({"api/[v1].yaml": "openapi: 3.0.0\n", "api/ana.yml": MAP})
    site.write_text(EXTRA.format('"api/*"'), encoding="utf-8")
    answers = {each.code: each.message for each in load_project(project.root).problems}
    assert "move it out of 'content', or name it under 'publish:'" in answers["SHP001"]
    assert "write the whole path" in answers["SET011"]
    site.write_text(EXTRA.format('"api/[[]v1].yaml", "*/[v1].yaml"'), encoding="utf-8")
    loaded = load_project(project.root)
    assert {file.path for file in loaded.published} == {"api/[v1].yaml"}
    assert {*loaded.library.entries} == {"ana"}


def test_what_every_page_loads_by_the_settings_is_published(project: Project, run: Run) -> None:
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    own = text.replace("name: material", "name: material\n  logo: ours/logo.svg")
    config.write_text(f"{own}\nextra_css: [ours/extra.css]\n", encoding="utf-8")
    project.write({"ours/logo.svg": "<svg/>", "ours/extra.css": "p {}", "index.md": "# Us\n"})
    done = run("build", "--strict", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert (project.root / "site/ours/extra.css").read_text(encoding="utf-8") == "p {}"
    assert (project.root / "site/ours/logo.svg").is_file()
