"""Sessions that move, are called off or deleted in a repository.

What calendars get, and what `check` says.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.clubs.calendars import build_calendars
from playbook.clubs.schedule import find_clubs
from playbook.clubs.unannounced import find_unannounced
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.rules.faults import load_faults
from playbook.system.git import read_history
from projects import ADDRESS, ROOT, SECOND, Project

CLUB = Path("clubs") / "evening-readers.yml"
OPENING = (
    '{id: opening, title: The opening, date: 2026-03-05, times: "19:00-20:00", about: '
    "Bring a bicycle.}"
)
CLOSING = (
    '{id: closing, title: The closing, date: 2026-03-26, times: ["07:30-08:30", "19:00-20:00"]}'
)
WHEN = "2026-01-10T12:00:00Z"

Found = list[tuple[str, int]]


class Repository:
    """A content folder in a repository of its own, which commits at one moment unless told
    another.
    """

    def __init__(self, folder: Path) -> None:
        self.content = folder
        shutil.copytree(SECOND, folder)
        self.path = folder / CLUB
        self.git("init", "--quiet")
        self.commit()

    def git(self, *command: str, when: str = WHEN) -> None:
        who = {
            f"GIT_{role}_{name}": "x@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for name in ("NAME", "EMAIL")
        }
        dates = {
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        subprocess.run(
            ["git", *command],  # noqa: S607
            cwd=self.content,
            env={**os.environ, **who, **dates},
            check=True,
        )

    def commit(self, when: str = WHEN) -> None:
        self.git("add", "--all")
        self.git(
            "-c",
            "commit.gpgsign=false",
            "commit",
            "--quiet",
            "--allow-empty",
            "--message",
            "A step",
            when=when,
        )

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new), encoding="utf-8")

    def step(self, old: str, new: str, when: str = WHEN) -> None:
        self.edit(old, new)
        self.commit(when)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "content")


def calendar_of(content: Path) -> str:
    (year,) = find_clubs(Library(content, KINDS))
    return dict(build_calendars(year, ADDRESS))["clubs/evening-readers.ics"]


def sequences(content: Path, session: str = "opening") -> list[int]:
    events = icalendar.Calendar.from_ical(calendar_of(content)).walk("VEVENT")
    return [int(each["sequence"]) for each in events if each["uid"].split(".")[1] == session]


def find_unannounced_lines(content: Path) -> Found:
    library = Library(content, KINDS)
    assert [problem for problem in library.problems if problem.code != "PA001"] == []
    return [(problem.code, problem.mark.line) for problem in find_unannounced(library)]


def line_of(repository: Repository, words: str) -> int:
    lines = repository.path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_nothing_is_said_of_what_has_not_moved(repository: Repository) -> None:
    repository.step("The opening", "Our opening")
    assert (find_unannounced_lines(repository.content), sequences(repository.content)) == ([], [0])


def test_each_move_counts_up_when_the_author_forgot_to_say_so(repository: Repository) -> None:
    steps = [sequences(repository.content)]
    for before, after in (("03-05", "03-06"), ("03-06", "03-07"), ("03-07", "03-05")):
        repository.edit(f"2026-{before}", f"2026-{after}")
        steps.append(sequences(repository.content))
        repository.commit()
        assert sequences(repository.content) == steps[-1]
    repository.step('"19:00-20:00", about', '"18:00-19:00", about')
    steps.append(sequences(repository.content))
    repository.step("Asia/Kolkata", "Europe/Lisbon")
    steps.append(sequences(repository.content))
    assert steps == [[0], [1], [2], [3], [4], [5]]
    assert sequences(repository.content, "closing") == [1, 1]


def test_a_zone_by_another_name_is_no_move(repository: Repository) -> None:
    repository.step("Asia/Kolkata", "Asia/Calcutta")
    assert (find_unannounced_lines(repository.content), sequences(repository.content)) == ([], [0])


@pytest.mark.parametrize("commit", [False, True])
def test_a_move_without_revised_is_a_problem_until_it_is_written(
    repository: Repository,
    commit: bool,  # noqa: FBT001
) -> None:
    repository.edit("2026-03-05", "2026-03-06")
    if commit:
        repository.commit()
    assert find_unannounced_lines(repository.content) == [
        ("CAL001", line_of(repository, "opening"))
    ]
    repository.edit("2026-03-06", "2026-03-06, revised: 2026-01-10")
    assert find_unannounced_lines(repository.content) == []
    repository.commit()
    assert find_unannounced_lines(repository.content) == []


def test_a_second_move_on_the_same_day_wants_the_time(repository: Repository) -> None:
    repository.step("2026-03-05", "2026-03-06, revised: 2026-01-10")
    first = sequences(repository.content)
    repository.step("2026-03-06", "2026-03-07")
    (problem,) = find_unannounced(Library(repository.content, KINDS))
    assert problem.message.endswith("or for the same day the time, such as '2026-01-10 14:30'")
    forgotten = sequences(repository.content)
    repository.step("revised: 2026-01-10", "revised: 2026-01-10 14:30")
    assert (
        find_unannounced_lines(repository.content),
        first < forgotten < sequences(repository.content),
    ) == (
        [],
        True,
    )


def test_revised_can_not_go_back(repository: Repository) -> None:
    repository.step("2026-03-05", "2026-03-06, revised: 2026-01-10")
    repository.edit("2026-03-06, revised: 2026-01-10", "2026-03-07, revised: 2026-01-09")
    assert find_unannounced_lines(repository.content) == [
        ("CAL002", line_of(repository, "opening"))
    ]
    repository.edit(", revised: 2026-01-09", "")
    assert find_unannounced_lines(repository.content) == [
        ("CAL002", line_of(repository, "opening"))
    ]


def test_to_be_called_off_and_on_again_counts_up(repository: Repository) -> None:
    steps = [sequences(repository.content)]
    repository.step("2026-03-05", "2026-03-05, cancelled: true")
    assert find_unannounced_lines(repository.content) == []
    steps.append(sequences(repository.content))
    repository.step("cancelled: true", "cancelled: false")
    assert find_unannounced_lines(repository.content) == [
        ("CAL001", line_of(repository, "opening"))
    ]
    steps.append(sequences(repository.content))
    repository.step("cancelled: false", "cancelled: The room is wet.")
    steps.append(sequences(repository.content))
    assert steps == sorted(steps)
    assert len({each for step in steps for each in step}) == 4


@pytest.mark.parametrize("commit", [False, True])
def test_a_deleted_session_is_noticed(repository: Repository, commit: bool) -> None:  # noqa: FBT001
    repository.edit(f"  - {OPENING}\n", "")
    if commit:
        repository.commit()
    assert find_unannounced_lines(repository.content) == [
        ("CAL003", line_of(repository, "sessions:"))
    ]
    repository.edit("sessions:\n", f"sessions:\n  - {OPENING.replace('}', ', cancelled: true}')}\n")
    assert find_unannounced_lines(repository.content) == []
    repository.commit()
    repository.step(f"  - {OPENING.replace('}', ', cancelled: true}')}\n", "")
    assert find_unannounced_lines(repository.content) == []


def test_all_of_the_sessions_deleted_are_noticed(repository: Repository) -> None:
    repository.step(f"sessions:\n  - {OPENING}\n  - {CLOSING}\n", "")
    assert [code for code, _ in find_unannounced_lines(repository.content)] == ["CAL003", "CAL003"]


def test_a_session_deleted_when_it_was_over_is_not_missed(repository: Repository) -> None:
    repository.step(f"  - {OPENING}\n", "", when="2026-03-05T14:31:00Z")
    assert find_unannounced_lines(repository.content) == []


def test_a_session_with_another_id_is_a_deleted_one(repository: Repository) -> None:
    repository.edit("id: opening", "id: first")
    assert [code for code, _ in find_unannounced_lines(repository.content)] == ["CAL003"]


@pytest.mark.parametrize(
    ("times", "codes"),
    [
        ('["06:00-07:00", "07:30-08:30", "19:00-20:00"]', []),
        ('["19:00-20:00", "07:30-08:30"]', []),
        ('[{id: morning, at: "07:30-08:30"}, "19:00-20:00"]', []),
        ('[{id: "0730", at: "08:30-09:30"}, "19:00-20:00"]', ["CAL001"]),
        ('["08:30-09:30", "19:00-20:00"]', ["CAL004"]),
        ('[{id: morning, at: "08:30-09:30"}, "19:00-20:00"]', ["CAL004"]),
        ('"07:30-08:30"', ["CAL004", "CAL004"]),
        ('{id: "0730", at: "07:30-08:30"}', ["CAL004"]),
        ('["07:30-08:30", {id: "1900", at: "19:00-20:00", cancelled: true}]', []),
    ],
)
def test_a_time_that_calendars_know_is_not_lost_without_a_word(
    repository: Repository, times: str, codes: list[str]
) -> None:
    repository.edit('["07:30-08:30", "19:00-20:00"]', times)
    assert [code for code, _ in find_unannounced_lines(repository.content)] == codes


def test_a_time_that_was_named_before_it_moved_is_known_by_that_name(
    repository: Repository,
) -> None:
    repository.step(
        '["07:30-08:30", "19:00-20:00"]', '[{id: 1, at: "07:30-08:30"}, {id: 2, at: "19:00-20:00"}]'
    )
    assert find_unannounced_lines(repository.content) == []
    repository.edit('{id: 1, at: "07:30-08:30"}', '{id: 1, at: "08:30-09:30"}')
    assert [code for code, _ in find_unannounced_lines(repository.content)] == ["CAL001"]


def test_a_second_time_takes_the_name_of_the_only_one_with_it(repository: Repository) -> None:
    repository.edit('"19:00-20:00", about', '["19:00-20:00", "21:00-22:00"], about')
    assert [code for code, _ in find_unannounced_lines(repository.content)] == ["CAL004"]
    repository.edit(
        '["19:00-20:00", "21:00-22:00"], about',
        '[{id: 1, at: "19:00-20:00"}, "21:00-22:00"], about',
    )
    assert find_unannounced_lines(repository.content) == []


def test_check_says_it_and_explain_explains_it(repository: Repository, tmp_path: Path) -> None:
    repository.edit("2026-03-05", "2026-03-06")
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "check"])
    assert (
        "CAL001 (advice) 'opening' has moved, and 'revised:' doesn't say so: "
        "write the day of the move"
    ) in done.stdout
    assert (done.exit_code, {"CAL001", "CAL002", "CAL003", "CAL004"} <= set(load_faults())) == (
        0,
        True,
    )


def test_every_clone_makes_the_same_calendar_where_revised_is_written(
    repository: Repository, tmp_path: Path
) -> None:
    repository.step("2026-03-05", "2026-03-06, revised: 2026-01-10")
    repository.step("2026-03-06, revised: 2026-01-10", "2026-03-07, revised: 2026-01-11")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.content}", str(clone))
    plain = shutil.copytree(
        repository.content, tmp_path / "plain", ignore=shutil.ignore_patterns(".git")
    )
    assert read_history(clone / CLUB).is_shallow
    assert calendar_of(clone) == calendar_of(plain) == calendar_of(repository.content)


def test_a_shallow_clone_tells_what_is_not_committed_yet(
    repository: Repository, tmp_path: Path
) -> None:
    repository.step("2026-03-05", "2026-03-06")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.content}", str(clone))
    assert (find_unannounced_lines(clone), sequences(clone), sequences(repository.content)) == (
        [],
        [0],
        [1],
    )
    path = clone / CLUB
    path.write_text(
        path.read_text(encoding="utf-8").replace("2026-03-06", "2026-03-07"), encoding="utf-8"
    )
    assert [code for code, _ in find_unannounced_lines(clone)] == ["CAL001"]


def test_an_earlier_version_that_can_not_be_read_is_passed_over(repository: Repository) -> None:
    repository.step("sessions:", "sessions: {")
    repository.step("sessions: {", "sessions: 3")
    repository.step("sessions: 3", "sessions:")
    repository.step("zone: Asia/Kolkata", "zone: Mars/Olympus")
    repository.step("zone: Mars/Olympus", "zone: Asia/Kolkata")
    repository.step("2026-03-05", "2026-03-06")
    assert (find_unannounced_lines(repository.content), sequences(repository.content)) == (
        [("CAL001", line_of(repository, "opening"))],
        [1],
    )


def run_by_config(repository: Repository, mark: Path) -> None:
    for name in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "gpg.program",
        "core.sshCommand",
        "diff.external",
    ):
        repository.git("config", name, f"touch {mark}; true")
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "core.hooksPath", str(repository.content / "hooks"))


def run_by_hook(repository: Repository, mark: Path) -> None:
    for folder in (repository.content / ".git" / "hooks", repository.content / "hooks"):
        folder.mkdir(exist_ok=True)
        for name in (
            "post-checkout",
            "reference-transaction",
            "post-index-change",
            "pre-auto-gc",
            "fsmonitor-watchman",
        ):
            (folder / name).write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
            (folder / name).chmod(0o755)


@pytest.mark.parametrize("plant", [run_by_config, run_by_hook])
def test_nothing_that_a_repository_asks_for_is_run(
    repository: Repository, tmp_path: Path, plant: Callable[[Repository, Path], None]
) -> None:
    mark = tmp_path / "mark"
    repository.step("2026-03-05", "2026-03-06")
    plant(repository, mark)
    assert len(read_history(repository.path).versions) == 2
    assert not mark.exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / ".git" / "HEAD").write_text("nonsense"),
        lambda folder: shutil.rmtree(folder / ".git" / "objects"),
        lambda folder: shutil.rmtree(folder / ".git"),
        lambda folder: (folder / ".git" / "config").write_text("[core\n"),
    ],
)
def test_a_broken_repository_is_no_repository(
    repository: Repository, spoil: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.step("2026-03-05", "2026-03-06")
    spoil(repository.content)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.content.parent))
    assert (read_history(repository.path).versions, find_unannounced_lines(repository.content)) == (
        (),
        [],
    )


def test_a_machine_without_git_knows_no_history(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.step("2026-03-05", "2026-03-06")
    monkeypatch.setenv("PATH", str(repository.content))
    assert (find_unannounced_lines(repository.content), sequences(repository.content)) == ([], [0])


def test_a_hook_s_own_repository_is_not_taken_for_the_content_s(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.step("2026-03-05", "2026-03-06")
    monkeypatch.setenv("GIT_DIR", str(ROOT / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert sequences(repository.content) == [1]


def test_a_file_that_was_never_committed_has_no_history(own: Project) -> None:
    assert read_history(own.content / "clubs" / "2026-habits.yml").versions == ()


@pytest.fixture
def own(tmp_path: Path) -> Project:
    content = shutil.copytree(ROOT / "content", tmp_path / "project" / "content")
    subprocess.run(["git", "init", "--quiet"], cwd=content, check=True)  # noqa: S607
    return Project(tmp_path / "project")
