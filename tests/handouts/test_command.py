import shutil
from pathlib import Path

import pytest

from handouts.paper import read
from handouts.scripts import PLAY
from projects import ROOT, Project, Run, make_project, run_playbook


def write(project: Project) -> Project:
    hidden = PLAY.format(title="Hidden", step="Ask") + "visibility: internal\n"
    project.write({"one.yml": PLAY.format(title="One", step="Ask"), "two.yml": hidden})
    return project


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Where all was printed, and what was said of it."""
    project = write(make_project(tmp_path_factory.mktemp("printed") / "project", content=False))
    done = run_playbook("handouts", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    return project.root, done.stdout


@pytest.fixture
def plays(project: Project, first_run: tuple[Path, str]) -> Project:
    """The same content, with its sheets in the cache."""
    shutil.copytree(first_run[0] / ".cache", project.root / ".cache")
    return write(project)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_is_printed_on_both_papers(first_run: tuple[Path, str]) -> None:
    root, said = first_run
    made = names(root / "handouts")
    assert made == {
        f"plays/{play}/{use}.{paper}.pdf"
        for play in ("one", "two")
        for use in ("pack", "facilitator", "worksheet-first", "worksheet-second")
        for paper in ("a4", "letter")
    }
    pages = sum(len(read((root / "handouts" / name).read_bytes())) for name in made)
    assert said == f"Printed {len(made)} handouts, {pages} pages, to handouts/\n"


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
def test_only_what_is_asked_for_is_printed(
    asked: list[str], uses: list[str], plays: Project, run: Run
) -> None:
    done = run("handouts", *asked, "--paper", "a4", "--out", "on paper", cwd=plays.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert names(plays.root / "on paper") == {f"plays/one/{use}.a4.pdf" for use in uses}


def test_a_cover_without_an_order_counts_whom_an_exercise_works_for(
    plays: Project, run: Run
) -> None:
    path = next(plays.root.rglob("one.yml"))
    text = path.read_text()
    path.write_text(text.replace("{id: ", "{people: 2-5, id: "))
    assert run("handouts", "one", "--paper", "a4", cwd=plays.root).returncode == 0
    cover, *_ = read((plays.root / "handouts" / "plays" / "one" / "pack.a4.pdf").read_bytes())
    assert "What to print for 5 people" in cover.text
    assert "5 ×" in cover.text  # noqa: RUF001 - as the cover writes it


def test_the_cover_says_how_many_come(plays: Project, run: Run) -> None:
    assert run("handouts", "one", "--copies", "23", cwd=plays.root).returncode == 0
    cover, *_ = read((plays.root / "handouts" / "plays" / "one" / "pack.a4.pdf").read_bytes())
    assert "23" in cover.text.split()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["onne"], "there is no 'onne' (did you mean 'one'?)"),
        (
            ["one#frist"],
            "'one' has no exercise 'frist' (did you mean 'first'?): it has 'first', 'second'",
        ),
        (["two", "--public"], "there is no 'two'"),
        (["--out", "content/x"], "'content/x' lies in content/"),
        (["--copies", "0"], "0 is not in the range"),
    ],
)
def test_a_wrong_call_says_what_was_meant_and_prints_nothing(
    asked: list[str], told: str, plays: Project, run: Run
) -> None:
    before = set(plays.root.rglob("*.pdf"))
    done = run("handouts", *asked, cwd=plays.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert set(plays.root.rglob("*.pdf")) == before


def test_nothing_is_printed_from_content_with_an_error(plays: Project, run: Run) -> None:
    plays.write({"three.yml": "kind: plya\n"})
    done = run("handouts", cwd=plays.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/three.yml:1:")


def sheets(*plays: str) -> set[str]:
    uses = ("pack", "facilitator", "worksheet-first", "worksheet-second")
    return {
        f"plays/{play}/{use}.{paper}.pdf"
        for play in plays
        for use in uses
        for paper in ("a4", "letter")
    }


def test_a_run_leaves_nothing_of_an_earlier_one(plays: Project, run: Run) -> None:
    assert run("handouts", cwd=plays.root).returncode == 0
    assert run("handouts", "--public", cwd=plays.root).returncode == 0
    assert names(plays.root / "handouts") == sheets("one")
    (plays.content / "one.yml").rename(plays.content / "three.yml")
    assert run("handouts", "--public", cwd=plays.root).returncode == 0
    assert names(plays.root / "handouts") == sheets("three")
    assert not list(plays.root.glob(".handouts*"))


def test_a_run_with_an_id_keeps_earlier_sheets_of_what_is_still_there(
    plays: Project, run: Run
) -> None:
    assert run("handouts", cwd=plays.root).returncode == 0
    (plays.content / "one.yml").rename(plays.content / "three.yml")
    before = (plays.root / "handouts" / "plays" / "two" / "pack.a4.pdf").read_bytes()
    assert run("handouts", "three", "--for", "participants", cwd=plays.root).returncode == 0
    worksheets = {name for name in sheets("three") if "worksheet" in name}
    assert names(plays.root / "handouts") == sheets("two") | worksheets
    assert (plays.root / "handouts" / "plays" / "two" / "pack.a4.pdf").read_bytes() == before
    assert run("handouts", "three", "--public", cwd=plays.root).returncode == 0
    assert names(plays.root / "handouts") == sheets("three")


@pytest.mark.parametrize(
    "theirs", ["notes.txt", "mine.pdf", "plays/one/notes.a4.txt", "plays/one/deep/mine.a4.pdf"]
)
@pytest.mark.parametrize("asked", [[], ["one"], ["--public"]])
def test_a_folder_with_files_of_somebody_else_is_refused(
    plays: Project, run: Run, theirs: str, asked: list[str]
) -> None:
    path = plays.root / "handouts" / theirs
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    refused = run("handouts", *asked, cwd=plays.root)
    assert refused.returncode == 2
    assert "'handouts' holds something else: name a new or empty folder" in refused.stderr
    assert names(plays.root / "handouts") == {theirs}


def test_a_run_that_fails_leaves_the_last_one(plays: Project, run: Run) -> None:
    assert run("handouts", cwd=plays.root).returncode == 0
    plays.write({"three.yml": "kind: plya\n"})
    assert run("handouts", "--public", cwd=plays.root).returncode == 1
    assert names(plays.root / "handouts") == sheets("one", "two")


def test_a_guide_without_anything_to_do_yet_is_answered(project: Project, run: Run) -> None:
    guide = (ROOT / "tests/kinds/reading_guide/barest.yml").read_text(encoding="utf-8")
    project.write({"reading-guides/empty.yml": guide})
    done = run("handouts", "empty", cwd=project.root)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "Error: 'empty' has nothing to print yet: it has no exercise, no question and no step",
    )
