"""`playbook new club`: a schedule and a guide for each of its readings, all of which pass."""

import shutil
from datetime import timedelta

import pytest

from built import files
from playbook.clubs.schedule import ClubYear, find_clubs
from playbook.kinds import KINDS
from playbook.library.library import Library
from projects import ROOT, Project, Run, leave_out_handouts

OURS = "continuous-discovery-habits"
SECOND = ROOT / "tests" / "fixtures" / "second_club"
BOOKS = ROOT / "content" / "books"


def book_of(chapters: int) -> str:
    lines = [
        f'      - {{number: {each}, title: "Chapter {each}: *what* we \\"heard\\" & why"}}'
        for each in range(1, chapters + 1)
    ]
    return "\n".join(
        [
            "kind: book",
            "title: A long book",
            "summary: What we heard.",
            "by: Ines",
            "parts:",
            "  - chapters:",
            *lines,
            "",
        ]
    )


def year_of(project: Project, name: str) -> ClubYear:
    library = Library(project.content, KINDS)
    assert library.problems == []
    (year,) = [each for each in find_clubs(library) if each.entry.id == name]
    return year


def written(project: Project) -> set[str]:
    return {name for name in files(project.content) if name.endswith(".yml")}


def well(project: Project, run: Run) -> None:
    """Check what has been written, as strictly as can be."""
    checked = run("check", "--strict", cwd=project.root)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    assert checked.stdout.startswith(f"All is well: {len(written(project))} artifacts checked.\n")


def build_well(project: Project, run: Run) -> None:
    """Check and build what has been written, as strictly as can be."""
    well(project, run)
    built = run("build", "--strict", cwd=project.root)
    assert (built.returncode, built.stderr) == (0, "")


def test_a_club_without_a_book_gets_one_to_fill_in(project: Project, run: Run) -> None:
    made = run("new", "club", "readers", cwd=project.root)
    assert (made.returncode, made.stderr) == (0, "")
    assert written(project) == {
        *("books/readers-book.yml", "clubs/readers.yml"),
        *("reading-guides/readers-01.yml", "reading-guides/readers-02.yml"),
    }
    build_well(project, run)
    year = year_of(project, "readers")
    assert year.entry.artifact.cadence == "monthly"
    assert year.parts[0].turn.starts.day == 1
    assert [[each.number for each in part.chapters] for part in year.parts] == [[1], [2]]
    assert "open content/books/readers-book.yml first, replace the example in it" in made.stdout
    assert "'readers-book' still says 'Replace me', and the guides are" in made.stdout
    again = run(*["remove", "readers", "readers-01", "readers-02", "--clean"], cwd=project.root)
    assert "'playbook remove readers readers-01 readers-02 --clean'" in made.stdout
    assert again.returncode == 0
    made = run("new", "club", "readers", cwd=project.root)
    assert "'readers-book' still says 'Replace me'" in made.stdout
    assert "open content/clubs/readers.yml first, and" in made.stdout


def test_a_club_takes_the_only_book(project: Project, run: Run) -> None:
    shutil.copytree(BOOKS, project.content / "books")
    made = run("new", "club", "readers", cwd=project.root)
    assert "Wrote content/clubs/readers.yml and 12 more" in made.stdout
    well(project, run)
    year = year_of(project, "readers")
    assert year.entry.artifact.book == OURS
    assert len(year.parts) == 12
    assert [each.number for part in year.parts for each in part.chapters] == list(range(1, 16))


def test_a_club_has_to_choose_between_books(project: Project, run: Run) -> None:
    shutil.copytree(BOOKS, project.content / "books")
    project.write({"books/long.yml": book_of(3)})
    before = files(project.root)
    made = run("new", "club", "readers", cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert f"there are several books: add --book with '{OURS}', 'long'" in made.stderr
    assert files(project.root) == before
    assert run("new", "club", "readers", "--book", "long", cwd=project.root).returncode == 0
    well(project, run)
    assert year_of(project, "readers").entry.artifact.book == "long"


@pytest.mark.parametrize("books", [0, 1, 2])
def test_an_unknown_book_is_a_usage_error(project: Project, run: Run, books: int) -> None:
    project.write({f"books/book-{each}.yml": book_of(2) for each in range(books)})
    made = run("new", "club", "readers", "--book", "nope", cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert "there is no book 'nope'" in made.stderr
    assert written(project) == {f"books/book-{each}.yml" for each in range(books)}


def test_thirteen_weeks_of_twenty_chapters_build_strict(project: Project, run: Run) -> None:
    project.write({"books/long.yml": book_of(20)})
    options = ("--book", "long", "--cadence", "13 weeks", "--start", "2027-01-04")
    assert run("new", "club", "readers", *options, cwd=project.root).returncode == 0
    leave_out_handouts(project)
    build_well(project, run)
    year = year_of(project, "readers")
    assert [str(part.turn.starts) for part in year.parts][::12] == ["2027-01-04", "2027-03-29"]
    assert {
        after.turn.starts - part.turn.starts
        for part, after in zip(year.parts, year.parts[1:], strict=False)
    } == {timedelta(weeks=1)}
    assert len(year.parts) == 13
    assert [each.number for part in year.parts for each in part.chapters] == list(range(1, 21))
    assert {len(part.chapters) for part in year.parts} == {1, 2}
    site = files(project.root / "site")
    assert {f"reading-guides/readers-{each:02}/index.html" for each in range(1, 14)} <= set(site)
    assert "clubs/readers/index.html" in site


@pytest.mark.parametrize(
    ("cadence", "chapters", "guides"),
    [("8 weeks", 3, 3), ("5 weeks", 9, 5), ("12 weeks", 40, 12), ("weekly", 15, 15)],
)
def test_there_are_no_more_guides_than_chapters_or_turns(
    project: Project, run: Run, cadence: str, chapters: int, guides: int
) -> None:
    project.write({"books/long.yml": book_of(chapters)})
    options = ("--cadence", cadence, "--start", "2027-01-04")
    made = run("new", "club", "readers", *options, cwd=project.root)
    fewer = "The book 'long' has 3 chapters, so it makes 3 guides, one a week, and not 8."
    assert (fewer in made.stdout) is (chapters == 3)
    assert "The book" not in made.stdout.replace(fewer, "")
    well(project, run)
    year = year_of(project, "readers")
    assert len(year.parts) == guides
    label = year.entry.artifact.cadence_label
    assert label == f"one guide a week, {guides} weeks"
    assert [each.number for part in year.parts for each in part.chapters] == list(
        range(1, chapters + 1)
    )


def test_a_weekly_club_starts_on_a_monday(project: Project, run: Run) -> None:
    project.write({"books/long.yml": book_of(2)})
    run("new", "club", "readers", "--cadence", "8 weeks", cwd=project.root)
    assert year_of(project, "readers").parts[0].turn.starts.weekday() == 0


@pytest.mark.parametrize(
    "taken", ["clubs/readers.yml", "reading-guides/readers-02.yml", "maps/readers-book.yml"]
)
def test_a_taken_id_writes_nothing(project: Project, run: Run, taken: str) -> None:
    project.write({taken: "kind: experience-map\n"})
    before = files(project.root)
    made = run("new", "club", "readers", cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert f"is already the id of content/{taken}: choose another" in made.stderr
    assert files(project.root) == before


@pytest.mark.parametrize(
    "name", ["Readers", "two words", "a/b", "../up", "..", "readers.yml", "index"]
)
def test_a_name_that_is_no_id_writes_nothing(project: Project, run: Run, name: str) -> None:
    before = files(project.root)
    made = run("new", "club", name, cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert files(project.root) == before


@pytest.mark.parametrize("name", ["no", "yes", "2027", "title", "1e3", "start", "null", "true"])
def test_a_name_that_yaml_reads_as_something_else_is_still_a_name(
    project: Project, run: Run, name: str
) -> None:
    assert run("new", "club", name, cwd=project.root).returncode == 0
    year = year_of(project, name)
    assert year.entry.artifact.book == f"{name}-book"
    assert year.entry.artifact.title == name.capitalize()


def test_a_club_s_options_are_for_no_other_kind(project: Project, run: Run) -> None:
    before = files(project.root)
    made = run("new", "book", "readers", "--cadence", "8 weeks", cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert "--book, --cadence, --start and --zone are for a club: leave them out" in made.stderr
    assert files(project.root) == before


@pytest.mark.parametrize(
    ("start", "answer"),
    [
        ("2027-02-29", "there is no such day in the calendar"),
        ("4 January", "a date is written as year, month and day, such as"),
        ("30.11.2026", "a date is written as year, month and day, so write '2026-11-30'"),
        ("0001-01-01", "it has to be between 2000 and 2099"),
    ],
)
def test_a_start_that_cannot_be_is_a_usage_error(
    project: Project, run: Run, start: str, answer: str
) -> None:
    before = files(project.root)
    made = run("new", "club", "readers", "--start", start, cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert f"--start is '{start}': {answer}" in made.stderr
    assert files(project.root) == before


def test_what_a_chapter_is_called_stays_as_it_is_written(project: Project, run: Run) -> None:
    project.write(
        {
            "books/long.yml": book_of(1).replace(
                "Chapter 1:", r"\\[\\[nowhere]] \\*stars\\* `code` 1:"
            )
        }
    )
    assert run("new", "club", "readers", cwd=project.root).returncode == 0
    year = year_of(project, "readers")
    assert year.parts[0].guide.artifact.title.plain() == year.parts[0].chapters[0].title.plain()


def test_an_empty_guide_publishes_nothing_invented_and_passes_with_its_example(
    project: Project, run: Run
) -> None:
    project.write({"books/long.yml": book_of(2)})
    assert run("new", "club", "readers", cwd=project.root).returncode == 0
    guide = year_of(project, "readers").parts[0].guide.artifact
    assert (guide.introduces, guide.prepare, guide.exercises, guide.questions.team) == (
        (),
        None,
        (),
        (),
    )
    assert guide.summary == "Chapter 1, read together."
    path = project.content / "reading-guides" / "readers-01.yml"
    opening, sign, example = path.read_text(encoding="utf-8").partition("# introduces:")
    shown = [line.removeprefix("# ") for line in f"{sign}{example}".split("\n")]
    kept = [line if line[:1] in " -" or line.endswith(":") else f"# {line}" for line in shown]
    path.write_text(opening.replace("# playbook:", "# once:") + "\n".join(kept), encoding="utf-8")
    build_well(project, run)


def test_the_sessions_are_in_the_zone_that_is_named(project: Project, run: Run) -> None:
    assert (
        run("new", "club", "readers", "--zone", "Europe/Lisbon", cwd=project.root).returncode == 0
    )
    assert year_of(project, "readers").entry.artifact.zone == "Europe/Lisbon"
    made = run("new", "club", "others", "--zone", "Lisbon", cwd=project.root)
    assert made.returncode == 2
    assert (
        "there is no time zone 'Lisbon': a time zone is a continent and a city: "
        "write 'Europe/Lisbon'"
    ) in made.stderr


def test_a_club_that_cannot_be_read_makes_no_guide_look_unread(project: Project, run: Run) -> None:
    assert run("new", "club", "readers", cwd=project.root).returncode == 0
    path = project.content / "clubs" / "readers.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("start: ", "start: 2027-02-30 # "),
        encoding="utf-8",
    )
    assert [problem.code for problem in Library(project.content, KINDS).problems] == ["SHP004"]
