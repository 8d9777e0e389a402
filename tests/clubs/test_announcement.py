"""A club's message for one of its turns, from `playbook announce`.

PLAYBOOK_GOLDEN=write rewrites the goldens.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_string, policy
from email.message import EmailMessage
from functools import cache
from html import unescape
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, reject, settings

from hostile import texts
from playbook import project as loaded_project
from playbook.cli import announce as command
from playbook.cli import main
from playbook.clubs.announcement import Announcement
from playbook.clubs.schedule import find_clubs
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.plain_text import PlainWriter
from playbook.source.problem import Severity
from playbook.text.inline import Text
from projects import ROOT, Project, Run, make_project

GOLDEN = ROOT / "tests" / "fixtures" / "announce"
SECOND = ROOT / "tests" / "fixtures" / "second_club"
SITE = "https://playbook.test/habits/"
GUIDE = "reading-guides/bikes-chains.yml"
CLUB = "clubs/evening-readers.yml"
WRITE = os.environ.get("PLAYBOOK_GOLDEN") == "write"
OPENING = "The 2026 book club, March 2026: "
FACTS = [
    "Chapter 4, Visualizing What You Know (about 14 minutes)",
    "Live in March: Wednesday 18 March 2026, 09:00–10:00 PDT (16:00 UTC)",  # noqa: RUF001 - a range takes an en dash
    "Live in March: Wednesday 18 March 2026, 16:00–17:00 PDT (23:00 UTC)",  # noqa: RUF001
    f"{SITE}reading-guides/2026-03-visualize/",
]
HOSTILE = [
    "Mine\nBcc: everybody@example.org",
    "Mine\r\nContent-Type: text/html\r\n\r\n<h1>Mine</h1>",
    "<script>alert(1)</script> & <b>bold</b>",
    "--=_playbook_announcement--",
    "http://example.org/?a=<b>",
    "word " * 80,
    "字 🎉 " * 40,
]


@cache
def load_once(root: Path) -> loaded_project.Project:
    """Load a project, which no test here changes once it has been announced."""
    return loaded_project.load_project(root)


@pytest.fixture(scope="module", autouse=True)
def _loaded_once() -> Iterator[None]:
    """Our own content is read once for all addresses, and not at every call."""

    def load(root: Path) -> loaded_project.Project:
        loaded = load_once(root)
        address = {"site_url": os.environ.get("PLAYBOOK_SITE_URL", "")}
        return replace(loaded, settings=loaded.settings.model_copy(update=address))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "load_project", load)
        yield
    load_once.cache_clear()


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_project(tmp_path_factory.mktemp("ours") / "project", content=True)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_project(tmp_path_factory.mktemp("two") / "project", content=True)
    shutil.copytree(SECOND, project.content, dirs_exist_ok=True)
    return project


def announce(project: Project, *args: str, **env: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["-C", str(project.root), "announce", *args], env=env)


def parsed(mail: str) -> EmailMessage:
    made = message_from_string(mail, policy=policy.default)
    assert isinstance(made, EmailMessage)
    assert made.defects == []
    return made


def bodies(mail: str) -> tuple[str, str]:
    """Return the text and the HTML of a mail that holds nothing else."""
    text, html = parsed(mail).iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    return text.get_content(), html.get_content()


def list_stretches(html: str) -> list[str]:
    """Return each stretch of words that a reader of the HTML sees."""
    return [each.strip() for each in html5lib.parse(html).itertext() if each.strip()]


def list_lines(text: str) -> list[str]:
    """Return each line of the plain text, without what makes it a list."""
    opening, _, lists = text.partition("\nRead in ")
    lines = [
        *opening.splitlines(),
        *(line.removeprefix("- ") for line in f"Read in {lists}".splitlines()),
    ]
    return [line for line in lines if line]


@pytest.mark.parametrize("place", ["chat", "mail"])
def test_the_message_of_march_reads_as_its_golden_file(ours: Project, run: Run, place: str) -> None:
    made = run("announce", "2026-03", "--for", place, cwd=ours.root, PLAYBOOK_SITE_URL=SITE)
    assert (made.returncode, made.stderr) == (0, "")
    golden = GOLDEN / f"2026-03.{place}.txt"
    if WRITE:
        golden.write_text(made.stdout, encoding="utf-8", newline="\n")
    assert made.stdout == golden.read_text(encoding="utf-8")


def test_chat_is_what_is_printed_when_nobody_says_where(ours: Project) -> None:
    made = announce(ours, "2026-03", PLAYBOOK_SITE_URL=SITE)
    assert made.stdout == (GOLDEN / "2026-03.chat.txt").read_text(encoding="utf-8")


def test_mail_tells_the_same_in_text_and_html(ours: Project) -> None:
    mail = announce(ours, "2026-03", "--for", "mail", PLAYBOOK_SITE_URL=SITE).stdout
    text, html = bodies(mail)
    assert text == (GOLDEN / "2026-03.chat.txt").read_text(encoding="utf-8")
    assert list_stretches(html) == list_lines(text)
    assert set(FACTS) <= set(list_lines(text))
    assert parsed(mail)["Subject"] == list_lines(text)[0]
    assert re.findall(r'href="([^"]+)"', html) == [FACTS[-1]]


def test_mail_says_in_both_that_a_month_is_planned(ours: Project) -> None:
    text, html = bodies(announce(ours, "2026-01", "--for", "mail").stdout)
    assert list_stretches(html) == list_lines(text)
    assert list_lines(text)[1] == "(planned, not confirmed yet)"


def test_mail_has_no_headers_that_would_send_it_to_anybody(ours: Project) -> None:
    mail = announce(ours, "2026-03", "--for", "mail").stdout
    assert set(parsed(mail).keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    assert max(len(line) for line in mail.splitlines()) <= 78


def test_a_message_asks_one_question_alone_and_one_of_the_team(ours: Project) -> None:
    (year,) = find_clubs(load_once(ours.root).library)
    for part in year.parts:
        questions = part.guide.artifact.questions
        asked = [questions.individual[0].ask.plain(), questions.team[0].ask.plain()]
        assert [
            each
            for each in list_lines(Announcement(year, part, "").message.format_chat())
            if each in asked
        ] == asked


@pytest.mark.parametrize("when", ["2026-03", "2026-03-01", "2026-03-31", "2026-03-visualize"])
def test_a_month_a_day_in_it_and_the_guide_s_id_all_name_the_turn(ours: Project, when: str) -> None:
    made = announce(ours, when, PLAYBOOK_SITE_URL=SITE)
    assert made.stdout.startswith(OPENING)


def test_what_is_not_settled_is_said_to_be_planned(ours: Project) -> None:
    planned = [
        f"2026-{month:02}"
        for month in range(1, 13)
        if "(planned" in announce(ours, f"2026-{month:02}").stdout
    ]
    assert planned == ["2026-01", "2026-09", "2026-10", "2026-11", "2026-12"]


def test_a_site_without_an_address_gives_no_link(ours: Project) -> None:
    made = announce(ours, "2026-03", "--for", "mail").stdout
    text, html = bodies(made)
    assert "The guide" not in list_lines(text)
    assert "href" not in html


@pytest.mark.parametrize(
    "when", ["2025-12", "2027-01", "2026-13", "2026-02-30-x", "march", "", "2027-01-01"]
)
def test_a_month_nobody_reads_is_a_usage_error(ours: Project, when: str) -> None:
    made = announce(ours, when)
    assert (made.exit_code, made.stdout) == (2, "")
    assert (
        f"no club reads anything in '{when}': name a month such as 2026-03, a day, or a guide"
        in made.stderr
    )


def test_an_unknown_club_is_answered_with_the_one_that_is_meant(ours: Project) -> None:
    made = announce(ours, "2026-03", "--club", "2026-habit")
    assert (made.exit_code, made.stdout) == (2, "")
    assert (
        "there is no club '2026-habit' (did you mean '2026-habits'?): it can be '2026-habits'"
        in made.stderr
    )


def test_a_playbook_without_a_club_says_so(project: Project) -> None:
    shutil.copytree(SECOND / "books", project.content / "books")
    made = announce(project, "2026-03", "--club", "any")
    assert (made.exit_code, made.stdout) == (2, "")
    assert "there is no club 'any': there is none yet" in made.stderr


def test_two_clubs_at_once_have_to_be_told_apart(two: Project) -> None:
    made = announce(two, "2026-03")
    assert (made.exit_code, made.stdout) == (2, "")
    assert "several clubs read then: add --club with" in made.stderr
    assert "'2026-habits'" in made.stderr
    assert "'evening-readers'" in made.stderr


def test_a_club_is_chosen_by_its_id(two: Project) -> None:
    assert announce(two, "2026-03", "--club", "2026-habits").stdout.startswith(OPENING)
    made = announce(two, "2026-03-02", "--club", "evening-readers")
    assert made.stdout.startswith("The evening readers, Week 1")


def test_a_month_of_weeks_is_answered_with_their_days(two: Project) -> None:
    made = announce(two, "2026-03", "--club", "evening-readers")
    assert (made.exit_code, made.stdout) == (2, "")
    days = "'2026-03-02', '2026-03-16', '2026-03-23'"
    assert f"3 guides begin in '2026-03': name one by a day, such as {days}" in made.stderr


@pytest.mark.parametrize(
    ("when", "title"),
    [
        ("2026-04", "The 2026 book club, April"),
        ("bikes-wheels", "The evening readers, Week 3, from 23 March 2026: Rolling"),
    ],
)
def test_where_only_one_club_reads_it_needs_no_choosing(
    two: Project, when: str, title: str
) -> None:
    assert announce(two, when).stdout.startswith(title)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2026-03-08", "Stopping"),
        ("2026-03-12", "Stopping"),
        ("2026-03-16", "Turning"),
        ("2026-03-29", "Rolling"),
    ],
)
def test_a_day_names_the_week_that_it_is_in(two: Project, day: str, title: str) -> None:
    made = announce(two, day, "--club", "evening-readers")
    assert made.stdout.splitlines()[0].endswith(f": {title}")


def test_content_with_an_error_is_not_announced(project: Project) -> None:
    shutil.copytree(SECOND, project.content, dirs_exist_ok=True)
    project.write(
        {GUIDE: (SECOND / GUIDE).read_text(encoding="utf-8").replace("chapters: 2", "chapters: 9")}
    )
    made = announce(project, "2026-03")
    assert (made.exit_code, made.stdout) == (1, "")
    assert "there are problems in the content: run 'playbook check'" in made.stderr


LINKED = (
    "Come to [our room](https://meet.example.org/a). Read [[bikes-chains|the guide]], "
    "ask <me@example.org>."
)


@pytest.mark.parametrize("field", ["join", "discuss", "summary", "ask", "exercise", "session"])
def test_an_address_in_a_text_is_in_the_message(tmp_path: Path, field: str) -> None:
    guide, club = ((SECOND / name).read_text(encoding="utf-8") for name in (GUIDE, CLUB))
    words = json.dumps(LINKED)
    known = {
        "summary": "Find out who oils a chain, and when.",
        "ask": "What did you oil last?",
        "exercise": "Follow a chain",
    }
    shutil.copytree(SECOND, tmp_path, dirs_exist_ok=True)
    (tmp_path / GUIDE).write_text(
        guide.replace(known.get(field, " "), words if field in known else " ", 1), encoding="utf-8"
    )
    club = club.replace("title: The closing", f"title: {words}") if field == "session" else club
    more = f"{field}: {words}\n" if field in {"join", "discuss"} else ""
    (tmp_path / CLUB).write_text(club + more, encoding="utf-8")
    (year,) = find_clubs(Library(tmp_path, KINDS))
    page = f"{SITE}reading-guides/bikes-chains/"
    text, html = bodies(Announcement(year, year.parts[1], SITE).message.format_mail())
    assert (
        f"Come to our room (https://meet.example.org/a). Read the guide ({page}), "
        "ask <me@example.org>."
    ) in text
    assert 'Come to <a href="https://meet.example.org/a">our room</a>. Read <a' in html
    assert re.findall(r'href="([^"]+)"', html)[:2] == ["https://meet.example.org/a", page]


@pytest.mark.parametrize(
    ("week", "opening", "closing", "lines"),
    [
        (
            0,
            "cancelled: true",
            "",
            ["The opening: Thursday 5 March 2026, 19:00–20:00 IST (13:30 UTC)"],  # noqa: RUF001
        ),
        (
            0,
            "cancelled: Too wet.",
            "",
            ["The opening: Thursday 5 March 2026, 19:00–20:00 IST (13:30 UTC). Too wet."],  # noqa: RUF001
        ),
        (1, "cancelled: true", "", []),
        (0, "", "cancelled: true", []),
        (1, "", "cancelled: Too *wet*.", 2),
    ],
)
def test_a_message_says_what_is_called_off(
    tmp_path: Path, week: int, opening: str, closing: str, lines: list[str] | int
) -> None:
    shutil.copytree(SECOND, tmp_path, dirs_exist_ok=True)
    club = (SECOND / CLUB).read_text(encoding="utf-8")
    for known, off in (("2026-03-05", opening), ("2026-03-26", closing)):
        club = club.replace(f"date: {known}", f"date: {known}, {off}" if off else f"date: {known}")
    (tmp_path / CLUB).write_text(club, encoding="utf-8")
    (year,) = find_clubs(Library(tmp_path, KINDS))
    made = Announcement(year, year.parts[week], SITE)
    sections = dict(made.sections)
    live = [
        line.plain
        for title, own in sections.items()
        if title.startswith("Next live")
        for line in own
    ]
    off = [line.plain for line in sections.get("Cancelled", [])]
    assert off == lines if isinstance(lines, list) else len(off) == lines
    assert not {line.partition(" (")[0] for line in live} & {
        line.partition(" (")[0] for line in off
    }
    assert bool(live) is not (week == 1 and bool(closing))
    assert [
        title in made.message.format_chat() and title in made.message.format_html()
        for title in sections
    ] == [True] * len(sections)


def announced(content: Path, title: str) -> tuple[str, PlainWriter]:
    """Return the mail of a guide whose every word is a hostile title, in a club of that name, and
    what writes words."""
    shutil.copytree(SECOND, content, dirs_exist_ok=True)
    said = json.dumps(title, ensure_ascii=False)
    guide = (SECOND / GUIDE).read_text(encoding="utf-8")
    for known in (
        "Turning",
        "Find out who oils a chain, and when.",
        "What did you oil last?",
        "Follow a chain",
    ):
        guide = guide.replace(known, said, 1)
    (content / GUIDE).write_text(guide, encoding="utf-8")
    club = (
        (SECOND / CLUB)
        .read_text(encoding="utf-8")
        .replace("title: The evening readers", f"title: {said}")
    )
    (content / CLUB).write_text(club, encoding="utf-8")
    library = Library(content, KINDS)
    if [problem for problem in library.problems if problem.severity is Severity.ERROR]:
        reject()
    (year,) = find_clubs(library)
    return Announcement(year, year.parts[1], SITE).message.format_mail(), PlainWriter(
        SITE, library.resolve, year.parts[1].guide
    )


def check_hostile(mail: str, title: str, writer: PlainWriter) -> None:
    made, text_of = parsed(mail), Text(title.strip())
    words = writer.title(text_of)
    subject = f"{words}, Week 2, from 16 March 2026: {words}"
    assert set(made.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    assert made["Subject"] == subject
    text, html = bodies(mail)
    assert list_lines(text)[:2] == [subject, writer.words(text_of)]
    assert {each.tag.rpartition("}")[2] for each in html5lib.parse(html).iter()} == {
        *("html", "head", "body", "h1", "h2", "p", "ul", "li", "a")
    }
    linked = {address for _, address in writer.stretches(text_of) if address}
    assert {*re.findall(r'href="([^"]+)"', unescape(html))} == {
        *linked,
        f"{SITE}reading-guides/bikes-chains/",
    }
    if not linked:
        assert [" ".join(each.split()) for each in list_stretches(html)] == [
            " ".join(each.split()) for each in list_lines(text)
        ]
    assert max(len(line) for line in mail.splitlines()) <= 78


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_only_text(tmp_path: Path, title: str) -> None:
    mail, writer = announced(tmp_path, title)
    check_hostile(mail, title, writer)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@given(title=texts)
@settings(deadline=None, max_examples=8)
def test_any_title_is_only_text(shelf: Path, title: str) -> None:
    mail, writer = announced(shelf, title)
    check_hostile(mail, title, writer)
