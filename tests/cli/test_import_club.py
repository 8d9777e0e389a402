"""`playbook import --as club`: a sheet of weeks and chapters becomes a club with its guides."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.clubs.sheet_rows import read_clock
from playbook.exchange.days import list_orders, read_day
from playbook.project import load_project
from playbook.source.problem import Severity
from projects import Project

BOOK = """kind: book
title: Tables of bikes
summary: How a table of bikes came about.
by: Bo Ek
parts:
  - chapters:
      - {number: 1, title: The chain}
      - {number: 2, title: The bell}
      - {number: 3, title: The brakes}
      - {number: 4, title: "Lamps: front and back"}
"""
HEAD = "Week;Date;Chapters;Pages;Host;Time;Notes"


def import_sheet(project: Project, folder: Path, text: str, *args: str) -> tuple[int, str]:
    project.write({"books/bikes.yml": BOOK})
    sheet = folder / "saturdays.csv"
    sheet.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["-C", str(project.root), "import", str(sheet), *args])
    return done.exit_code, done.output.replace(f"{folder.as_posix()}/", "")


def test_a_sheet_becomes_a_club_that_passes_the_check(project: Project, tmp_path: Path) -> None:
    rows = [
        "\ufeff" + HEAD,
        '1;4/6/2026;1;9-20;Ana;6:30 PM PT;"bring a pump # playbook: allow CL101 because"',
        "2;4/13/2026;;;;;rain",
        '3;4/20/2026;"2 & 4";"21-40";Bo;;',
    ]
    args = ("--dates", "us", "--zone", "America/Los_Angeles")
    code, output = import_sheet(project, tmp_path, "\n".join(rows), *args)
    assert (code, "no week reads chapter 3 of the book" in output) == (0, True), output
    text = (project.content / "clubs" / "saturdays.yml").read_text(encoding="utf-8")
    assert "start: 2026-04-06\nbreaks: [2026-04-13]\n" in text
    assert 'times: ["18:30-19:30"]' in text
    assert 'about: "Host: Ana"' in text
    for words in ("# line 3: Notes: rain", "# line 4: Host: Bo", "bring a pump \\# playbook"):
        assert words in text
    guide = (project.content / "reading-guides" / "saturdays-02.yml").read_text(encoding="utf-8")
    assert 'title: "The bell and Lamps: front and back"' in guide
    assert 'summary: "Chapters 2, 4, pages 21-40, read together."' in guide
    problems = load_project(project.root).problems
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    codes = {each.code for each in problems if each.path.name.startswith("saturdays")}
    assert codes == {"CL101"}  # which says that nobody reads chapter 3


@pytest.mark.parametrize(
    ("row", "args", "answer"),
    [
        ("1,3/9/2026,1", (), "can be 2026-03-09 or 2026-09-03: '--dates us' reads it month first"),
        ("1,3/16/2026,1", (), "is a day in one order alone: '--dates us'"),
        ("1,3/16/2026,1", ("--dates", "day-first"), "and not with '--dates day-first'"),
        ("1,soon,1", (), "'soon' is no day in the calendar: write it as 2026-03-09"),
        ("1,,1", (), "the first row says no day"),
        ("1,2026-03-09,9", (), "the book has no chapter 9: it has 1–4"),  # noqa: RUF001 - a span
        ("1,2026-03-09,The bel", (), "did you mean 'the bell'?"),
        ("1,2026-03-09,1,9 AM PT", (), "'PT' is no time zone"),
        ("1,2026-03-09,1,9 AM", (), "it says no time zone: add --zone"),
        ("1,2026-03-09,", (), "no row of it names a chapter"),
        ('1,2026-03-09,"1', (), "saturdays.csv:2: the quotation mark in this line is never closed"),
    ],
)
def test_what_nobody_can_tell_is_asked_at_its_line(
    project: Project, tmp_path: Path, row: str, args: tuple[str, ...], answer: str
) -> None:
    text = f"Week,Date,Chapter,Time\n{row}\n"
    code, output = import_sheet(project, tmp_path, text, "--dry-run", *args)
    assert code == 1
    assert answer in output
    assert not (project.content / "clubs").exists()


def test_days_that_are_no_weeks_apart_are_written_out(project: Project, tmp_path: Path) -> None:
    text = "Date\tChapters\n2026-03-02\t1-2\n2026-03-30\t3\n13 April 2026\t4\n"
    code, output = import_sheet(project, tmp_path, text, "--dry-run", "--id", "mondays")
    assert code == 0
    assert "cadence: dates" in output
    assert "  - {guide: mondays-02, starts: 2026-03-30}\n" in output


def test_only_a_sheet_becomes_a_club(project: Project, tmp_path: Path) -> None:
    code, output = import_sheet(project, tmp_path, "title,parent\na,\n", "--as", "club")
    assert (code, "it needs a heading 'Chapters'" in output) == (1, True)
    code, output = import_sheet(project, tmp_path, "Date,Chapters\n2026-03-02,1\n", "--zone", "PT")
    assert (code, "write 'America/Los_Angeles'" in output) == (2, True)


@pytest.mark.parametrize(
    ("words", "span", "zone"),
    [
        ("9:00 AM PT", "09:00-10:00", "PT"),
        ("12 pm", "12:00-13:00", ""),
        ("9.30-11 am", "09:30-11:00", ""),
        ("11-1 pm", "11:00-13:00", ""),
        ("14:00 – 15:30 Europe/Berlin", "14:00-15:30", "Europe/Berlin"),  # noqa: RUF001 - a dash
        ("8:00 MST", "08:00-09:00", "MST"),
    ],
)
def test_a_time_is_read_as_people_write_it(words: str, span: str, zone: str) -> None:
    clock = read_clock(words)
    assert clock
    assert (clock.span, clock.zone) == (span, zone)


@pytest.mark.parametrize("words", ["noon", "23:30", "13 pm", "10-9", "9:75"])
def test_what_is_no_time_of_one_day_is_none(words: str) -> None:
    assert read_clock(words) is None


def test_a_day_is_read_in_the_order_that_someone_named() -> None:
    assert str(read_day("3/9/26", "us")) == "2026-03-09"
    assert str(read_day("3/9/2026", "day-first")) == "2026-09-03"
    assert read_day("3/9/2026") is None
    assert [str(read_day(one)) for one in ("Mon 2.3.2026", "March 2nd, 2026")] == ["2026-03-02"] * 2
    assert list_orders("31/12/2026") == ["day-first"]
