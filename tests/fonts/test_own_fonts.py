"""A site owner's fonts print what ours lack, and a file that is none is answered at its line."""

import shutil
from pathlib import Path

import pytest

from handouts.scripts import PLAY
from playbook.config import identity
from playbook.fonts import fonts
from playbook.fonts.files import read_font
from playbook.fonts.fonts import FONTS, folder_of
from playbook.project import load_project
from playbook.source.problem import Problem
from projects import Project

SINHALA = "NotoSansSinhala[wght].ttf"


@pytest.fixture
def without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let our own fonts know no writing but what typst carries."""
    monkeypatch.setattr(fonts, "load_coverages", fonts.load_embedded_coverages)
    monkeypatch.setitem(
        FONTS.__dict__, "coverages", tuple(fonts.load_embedded_coverages().values())
    )


def lacking(project: Project) -> list[Problem]:
    return [
        each for each in load_project(project.root).problems if each.code in {"PA001", "SET005"}
    ]


def with_font(project: Project, name: str) -> None:
    (project.root / identity.FILE).write_text(f'fonts: ["{name}"]\n', encoding="utf-8")


@pytest.mark.usefixtures("without_packages")
def test_the_characters_of_an_own_font_are_not_lacking(project: Project) -> None:
    project.write({"one.yml": PLAY.format(title="සිංහල", step="Ask")})
    problems = lacking(project)
    assert "name one that has it under 'fonts:' in site_config/identity.yml" in problems[0].message
    shutil.copy(folder_of("manimgx_fonts") / SINHALA, project.root / "site_config")
    with_font(project, SINHALA)
    loaded = load_project(project.root)
    assert lacking(project) == []
    assert "Noto Sans Sinhala" in loaded.library.fonts.families("")
    assert loaded.library.fonts.version != FONTS.version


def test_a_file_that_is_no_font_is_answered(tmp_path: Path) -> None:
    folder = tmp_path / "site_config"
    folder.mkdir()
    (folder / "text.ttf").write_text("a font", encoding="utf-8")
    assert read_font(folder, "text.ttf")[1] == (
        "'text.ttf' is not a TrueType or OpenType font that can be read: use another file"
    )
    shutil.copy(folder_of("manimgx_fonts") / SINHALA, tmp_path)
    (folder / "out.ttf").symlink_to(tmp_path / SINHALA)
    assert read_font(folder, "out.ttf") == (
        None,
        "'out.ttf' leads out of site_config/: put the file itself there",
    )
    half = (tmp_path / SINHALA).read_bytes()[:4000]
    (folder / "half.ttf").write_bytes(half)
    assert read_font(folder, "half.ttf")[0] is None
