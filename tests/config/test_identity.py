"""A file in fixtures/identity/ says, line by line, how it is answered.

`# expect: CODE line:column message`.
"""

import base64
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from pictures import MORE_THAN_DRAWN, SQUARE
from playbook.config import identity
from playbook.config.identity import Look
from playbook.config.logo import PATH, read_logo
from playbook.drawing.cache import PictureCache
from playbook.project import load_project
from playbook.site.bundle import STYLE
from playbook.site.site import make_site
from projects import ROOT, Project, Run

BROKEN = sorted((ROOT / "tests" / "fixtures" / "identity").glob("*.yml"))
EXPECT = re.compile(r"^# expect: (\S+ \d+:\d+ .+)$", re.MULTILINE)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
UNREADABLE = {
    "entities": '<!DOCTYPE svg [<!ENTITY a "a">]>' + SQUARE.format("&a;"),
    "text": "a logo",
    "no shape": "<svg/>",
    "a page": "<html><body/></html>",
    "zero bytes": "\0",
}


def write(project: Project, text: str) -> Path:
    path = project.root / identity.FILE
    path.write_text(text, encoding="utf-8")
    return path


def make_files(project: Project) -> dict[str, str]:
    loaded = load_project(project.root)
    assert loaded.problems == []
    return {
        file.path: file.content
        for file in make_site(loaded.library, loaded.settings, PictureCache(None)).files
    }


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.stem)
def test_each_mistake_is_answered_at_its_place(case: Path, project: Project) -> None:
    text = case.read_text(encoding="utf-8")
    path = write(project, text)
    problems = load_project(project.root).problems
    assert {each.path for each in problems} == {path}
    assert [
        f"{each.code} {each.mark.line}:{each.mark.column} {each.message}" for each in problems
    ] == EXPECT.findall(text)


def test_the_command_says_it_too(project: Project, run: Run) -> None:
    write(project, 'light:\n  ink: "#bbbbbb"\n')
    checked = run("check", cwd=project.root)
    assert checked.returncode == 1
    assert checked.stdout.startswith("site_config/identity.yml:2:8: SET003 'ink' is 1.")


@pytest.mark.parametrize("text", [None, "", "# Nothing yet\n", "light: {}\n"])
def test_without_an_identity_ours_holds(text: str | None, project: Project) -> None:
    (project.root / identity.FILE).unlink()
    if text is not None:
        write(project, text)
    look, problems = identity.load_look(project.root)
    assert (look, problems) == (Look(), [])


def test_ours_says_nothing_but_what_can_be_said() -> None:
    assert identity.load_look(ROOT) == (Look(), [])
    about = (ROOT / identity.FILE).read_text(encoding="utf-8")
    assert [
        name for name in identity.Colours.model_fields if not re.search(rf"\b{name}\b", about)
    ] == []


def test_the_owners_colours_reach_the_style_sheet_and_the_logo(project: Project) -> None:
    write(project, 'light:\n  brand: "#223A70"\ndark:\n  solution: "#88ccff"\n')
    files = make_files(project)
    light, dark = re.findall(r"--pb-forest: (#\w+);", files[STYLE])
    assert (light, dark) == ("#223a70", Look().dark["forest"])
    assert "--pb-solution-edge: #88ccff;" in files[STYLE]
    assert 'fill="#223a70"' in files[PATH]


def test_the_owners_logo_is_served_as_a_picture(project: Project) -> None:
    write(project, "logo: ours.svg\n")
    (project.root / "site_config" / "ours.svg").write_text(
        SQUARE.format("<!-- Ours -->"), encoding="utf-8"
    )
    assert make_files(project)[PATH] == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z" /></svg>\n'
    )


def test_a_png_becomes_a_picture_of_the_same_name(project: Project) -> None:
    write(project, "logo: ours.png\n")
    (project.root / "site_config" / "ours.png").write_bytes(PIXEL)
    (image,) = fromstring(make_files(project)[PATH])  # noqa: S314 - our own
    assert base64.b64decode(image.attrib["href"].removeprefix("data:image/png;base64,")) == PIXEL


@pytest.mark.parametrize("inside", MORE_THAN_DRAWN)
def test_a_logo_may_only_draw(inside: str, tmp_path: Path) -> None:
    (tmp_path / "ours.svg").write_text(SQUARE.format(MORE_THAN_DRAWN[inside]), encoding="utf-8")
    logo, fault = read_logo(tmp_path, "ours.svg")
    assert (logo, fault.partition(" holds ")[0]) == ("", "'ours.svg'")
    assert fault.endswith(", and a logo may only draw: take it out")


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_picture_is_refused(text: str, tmp_path: Path) -> None:
    for name in ("ours.svg", "ours.png"):
        (tmp_path / name).write_text(UNREADABLE[text], encoding="utf-8")
        logo, fault = read_logo(tmp_path, name)
        assert logo == ""
        assert fault.startswith(f"'{name}' ")


def test_a_logo_lies_where_it_says_and_is_small(tmp_path: Path) -> None:
    (tmp_path / "outside.svg").write_text(SQUARE.format(""), encoding="utf-8")
    folder = tmp_path / "site_config"
    folder.mkdir()
    (folder / "ours.svg").symlink_to(tmp_path / "outside.svg")
    assert read_logo(folder, "ours.svg") == (
        "",
        "'ours.svg' leads out of site_config/: put the file itself there",
    )
    (folder / "large.svg").write_text(SQUARE.format(" " * 100_000), encoding="utf-8")
    assert read_logo(folder, "large.svg") == (
        "",
        "'large.svg' is larger than 100 kB: save it smaller",
    )
