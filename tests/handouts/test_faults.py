"""What can't be printed is a problem of its artifact, and everything else is still made."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from handouts.scripts import PLAY
from playbook.cli import main
from playbook.drawing.cache import PictureCache
from playbook.handouts import catalogue, printing
from playbook.handouts.handout import Handout
from playbook.handouts.pdf import Pdf
from playbook.handouts.typst import Paper, make_pdf
from playbook.parts.session_plan import SessionPlan
from playbook.project import load_project
from playbook.site.site import Site, make_site
from projects import Project


@pytest.fixture
def plays(project: Project) -> Project:
    project.write(
        {f"{name}.yml": PLAY.format(title=name.title(), step="Ask") for name in ("one", "two")}
    )
    return project


@pytest.fixture
def broken_press(monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(handout: Handout, paper: Paper) -> Pdf:
        if handout.path.endswith("one/pack"):
            raise RuntimeError("no\nink")
        return make_pdf(handout, paper)

    monkeypatch.setattr(printing, "make_pdf", printed)


@pytest.fixture
def broken_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_to_make(_session: SessionPlan, rich_text: catalogue.RichText, *_: object) -> None:
        raise KeyError(rich_text.entry.id)

    monkeypatch.setattr(catalogue, "make_pack", fail_to_make)


def site(plays: Project) -> Site:
    loaded = load_project(plays.root)
    return make_site(loaded.library, loaded.settings, PictureCache(plays.root / ".cache"))


@pytest.mark.usefixtures("broken_press")
def test_a_site_is_made_without_the_sheet_that_fails(plays: Project) -> None:
    broken = site(plays)
    (problem,) = broken.problems
    assert str(problem.path) == str(plays.content / "one.yml")
    assert (problem.code, problem.mark) == ("PRN001", (1, 1))
    assert (
        "'Everything for the session: One' can't be printed, and is left out: RuntimeError: no ink"
        in problem.message
    )
    files = {file.path: file.content for file in broken.files}
    assert "handouts/plays/one/pack.a4.pdf" not in files
    assert "handouts/plays/two/pack.a4.pdf" in files
    assert "pack.a4.pdf" not in str(files["plays/one.md"])
    assert "pack.a4.pdf" in str(files["plays/two.md"])


@pytest.mark.usefixtures("broken_pack")
def test_a_site_is_made_without_any_sheet_of_an_artifact_that_has_none(plays: Project) -> None:
    broken = site(plays)
    assert [(each.path.name, each.code) for each in broken.problems] == [
        ("one.yml", "PRN001"),
        ("two.yml", "PRN001"),
    ]
    assert [file.path for file in broken.files if file.path.startswith("handouts/")] == []


@pytest.mark.usefixtures("broken_press")
def test_the_command_prints_the_others_and_says_what_is_missing(
    plays: Project, tmp_path: Path
) -> None:
    done = CliRunner().invoke(
        main, ["-C", str(plays.root), "handouts", "--paper", "a4", "--out", str(tmp_path / "out")]
    )
    assert done.exit_code == 1
    assert "Printed 7 handouts" in done.stdout
    assert "one.yml:1:1: PRN001 'Everything for the session: One' can't be printed" in done.stderr
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 7
