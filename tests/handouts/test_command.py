from pathlib import Path

import pytest

from conftest import Project, Run
from handouts.paper import read
from handouts.test_kept import PLAY


@pytest.fixture
def plays(project: Project) -> Project:
    hidden = PLAY.format(title="Hidden", step="Ask") + "visibility: internal\n"
    project.write({"one.yml": PLAY.format(title="One", step="Ask"), "two.yml": hidden})
    return project


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_is_printed_on_both_papers(plays: Project, run: Run) -> None:
    done = run("handouts", cwd=plays.root)
    assert (done.returncode, done.stderr) == (0, "")
    made = names(plays.root / "handouts")
    assert made == {
        f"plays/{play}/{use}.{paper}.pdf"
        for play in ("one", "two")
        for use in ("pack", "facilitator", "worksheet-first", "worksheet-second")
        for paper in ("a4", "letter")
    }
    pages = sum(len(read((plays.root / "handouts" / name).read_bytes())) for name in made)
    assert done.stdout == f"Printed {len(made)} handouts, {pages} pages, to handouts/\n"


@pytest.mark.parametrize(
    ("asked", "uses"),
    [
        (["one"], ["pack", "facilitator", "worksheet-first", "worksheet-second"]),
        (["one#second"], ["worksheet-second"]),
        (["one", "--for", "participants"], ["worksheet-first", "worksheet-second"]),
        (["one", "--for", "facilitator"], ["pack", "facilitator"]),
        (["one", "--flip", "short", "--for", "facilitator"], ["pack.short", "facilitator"]),
        (["--public"], ["pack", "facilitator", "worksheet-first", "worksheet-second"]),
    ],
)
def test_only_what_is_asked_for_is_printed(asked: list[str], uses: list[str], plays: Project, run: Run) -> None:
    done = run("handouts", *asked, "--paper", "a4", "--out", "on paper", cwd=plays.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert names(plays.root / "on paper") == {f"plays/one/{use}.a4.pdf" for use in uses}


def test_the_cover_says_how_many_come(plays: Project, run: Run) -> None:
    assert run("handouts", "one", "--copies", "23", cwd=plays.root).returncode == 0
    cover, *_ = read((plays.root / "handouts" / "plays" / "one" / "pack.a4.pdf").read_bytes())
    assert "23" in cover.text.split()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["onne"], "there is no 'onne' (did you mean 'one'?)"),
        (["one#frist"], "'one' has no exercise 'frist' (did you mean 'first'?): it has 'first', 'second'"),
        (["two", "--public"], "there is no 'two'"),
        (["--out", "content/x"], "'content/x' lies in content/"),
        (["--copies", "0"], "0 is not in the range"),
    ],
)
def test_a_wrong_call_says_what_was_meant_and_prints_nothing(
    asked: list[str], told: str, plays: Project, run: Run
) -> None:
    done = run("handouts", *asked, cwd=plays.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not list(plays.root.rglob("*.pdf"))


def test_nothing_is_printed_from_content_with_an_error(plays: Project, run: Run) -> None:
    plays.write({"three.yml": "kind: plya\n"})
    done = run("handouts", cwd=plays.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/three.yml:1:")
