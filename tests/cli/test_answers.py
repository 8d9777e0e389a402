"""Whatever the machine does to a command, it is answered in one line, with what to do."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from blank_sheets import keep_blank_sheets
from built import files
from playbook.cli.answer import answer_errors, describe_bug
from projects import PYTHON, ROOT, Project, Run, run_forked

PLAY = """\
kind: play
title: Über die Brücke, 橋
summary: For the machine.
purpose: To see what it does.
time: 10
steps: [{title: Look}]
"""
FAILING_DISK = str(ROOT / "tests" / "failing_disk.py")
COMMANDS = [["build"], ["export", "out"], ["handouts", "--paper", "a4"]]
AT_WORK = [["check"], ["export", "out"], ["handouts"]]
FULL = "/dev/full"
CLOSED = ((None, ""), ("", None), (None, None))


@pytest.fixture
def small(project: Project) -> Project:
    project.write({"look.yml": PLAY})
    return project


@pytest.fixture
def printed(small: Project) -> Project:
    """With its sheets, which are blank, in the cache."""
    keep_blank_sheets(small)
    return small


def answer(done: "subprocess.CompletedProcess[str]") -> str:
    """Return the last line that a command says; it failed, and without a traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    return next(line for line in reversed(lines) if "was not built" not in line)


@pytest.mark.parametrize("epoch", ["", "abc", "-1", "1.5", "4294967296", "9" * 400, "٣", " 1"])
def test_a_time_that_is_none_is_answered_and_the_site_stands(
    small: Project, run: Run, epoch: str
) -> None:
    (small.root / "site").mkdir()
    said = answer(run("build", cwd=small.root, SOURCE_DATE_EPOCH=epoch))
    assert f"SOURCE_DATE_EPOCH is {epoch!r}: unset it, or write the seconds since 1970" in said
    assert files(small.root / "site") == {}


def test_only_a_build_looks_at_the_time(printed: Project, run: Run) -> None:
    for command in (["export", "out"], ["handouts"], ["check"]):
        assert run(*command, cwd=printed.root, SOURCE_DATE_EPOCH="abc").returncode == 0


@pytest.mark.parametrize(
    ("command", "code", "remedy"),
    [
        (["build"], errno.ENOSPC, "the disk is full: free some space, then try again"),
        (
            ["export", "out"],
            errno.EACCES,
            "permission denied: change who may use it, or name another folder",
        ),
        (["handouts"], errno.EROFS, "the disk is read-only"),
    ],
)
def test_a_disk_that_fails_is_answered_and_what_was_there_stands(
    printed: Project, run: Run, command: list[str], code: int, remedy: str
) -> None:
    assert run(*command, cwd=printed.root).returncode == 0
    before = files(printed.root)
    done = run_forked(FAILING_DISK, str(code), "-draft-", *command, cwd=printed.root)
    assert remedy in answer(done)
    assert files(printed.root) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_cache_that_cannot_be_written_is_done_without(small: Project, command: list[str]) -> None:
    for word in (".cache", "-lock"):
        done = run_forked(FAILING_DISK, str(errno.ENOSPC), word, *command, cwd=small.root)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)
        assert not list(small.root.glob(".cache/**/*.new"))


@pytest.mark.parametrize("make", ["file", "folder"])
def test_a_cache_that_is_something_else_is_done_without(
    small: Project, run: Run, make: str
) -> None:
    (small.root / ".cache").mkdir()
    cache = small.root / ".cache" / "playbook"
    cache.touch() if make == "file" else cache.mkdir(mode=0o000)
    assert run("handouts", cwd=small.root).returncode == 0


@pytest.mark.parametrize(
    "command", [["export"], ["handouts", "--out"]], ids=lambda command: command[0]
)
@pytest.mark.parametrize(
    ("out", "remedy"),
    [
        ("a-file/out", "there is a file where a folder is needed"),
        ("o" * 300, "the name is too long for this disk: shorten it"),
        ("out/" * 2000, "the name is too long for this disk: shorten it"),
    ],
    ids=["below-a-file", "long-name", "long-path"],
)
def test_a_folder_that_cannot_be_made_is_answered(
    small: Project, run: Run, command: list[str], out: str, remedy: str
) -> None:
    (small.root / "a-file").touch()
    assert remedy in answer(run(*command, out, cwd=small.root))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_our_signs_shows_their_codes(
    small: Project, tmp_path: Path, encoding: str
) -> None:
    program = (
        "import sys; from playbook.cli import main\n"
        f"for each in (sys.stdout, sys.stderr): each.reconfigure(encoding='{encoding}')\n"
        "main()"
    )
    poor = tmp_path / "poor.py"
    poor.write_text(program, encoding="utf-8")
    small.write({"other.yml": PLAY.replace("title: Über die Brücke, 橋", 'titel: 橋 \\"')})
    for form in ("text", "sarif"):
        done = run_forked(str(poor), "check", "--format", form, cwd=small.root)
        assert done.returncode == 1
        assert "titel" in done.stdout
        assert "Traceback" not in done.stderr
    assert "problem in the content" in answer(run_forked(str(poor), "build", cwd=small.root))


@pytest.mark.parametrize(
    ("command", "out", "err"),
    [
        *((command, FULL, "") for command in ("check", "explain", "handouts", "build")),
        *((command, *closed) for command in ("check", "build") for closed in CLOSED),
    ],
)
def test_a_closed_or_full_terminal_is_no_reason_for_a_traceback(
    printed: Project, command: str, out: str | None, err: str | None
) -> None:
    done = run_forked("playbook", command, cwd=printed.root, out=out, err=err)
    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr
    assert ("the disk is full" in done.stderr) is (out == FULL)


@pytest.mark.parametrize("closed", [">/dev/full", ">&- 2>&-"])
def test_a_python_that_starts_without_a_terminal_gives_none_either(
    small: Project, closed: str
) -> None:
    shell = f'"$0" -W error -m playbook check {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable],
        cwd=small.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_reader_that_goes_away_ends_a_command_quietly(small: Project) -> None:
    command = [*PYTHON, "-m", "playbook", "schema"]
    with subprocess.Popen(
        command, cwd=small.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.read(1)
        writer.stdout.close()
        assert writer.stderr.read() == b""


def test_somebody_without_a_home_can_work(printed: Project) -> None:
    env = {
        name: value
        for name, value in os.environ.items()
        if name != "HOME" and not name.startswith("XDG")
    }
    env["HOME"] = "/nowhere"
    cold = [*PYTHON, "-m", "playbook", "build"]
    done = subprocess.run(
        cold, cwd=printed.root, env=env, check=False, capture_output=True, text=True
    )
    forked = [run_forked("playbook", *each, cwd=printed.root, env=env) for each in AT_WORK]
    for each in (done, *forked):
        assert (each.returncode, "Traceback" in each.stderr) == (0, False)


def test_an_interrupted_command_says_nothing_and_leaves_nothing(
    printed: Project, tmp_path: Path
) -> None:
    program = (
        "import os, signal, sys; from playbook.cli import main\n"
        "def interrupt(event, args):\n"
        "    if event == 'tempfile.mkdtemp': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.addaudithook(interrupt); main(['build'])"
    )
    (tmp_path / "interrupted.py").write_text(program, encoding="utf-8")
    done = run_forked(str(tmp_path / "interrupted.py"), cwd=printed.root)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, "")
    assert not list(printed.root.glob(".site-draft*/*"))


def test_an_error_of_ours_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLAYBOOK_DEBUG")
    with pytest.raises(click.ClickException) as answered, answer_errors():
        describe_bug(None)  # type: ignore[arg-type]
    assert answered.value.message.startswith(
        "this is an error in playbook itself, not in what you wrote: AttributeError: "
        "'NoneType' object has no"
    )
    assert "(answer.py:" in answered.value.message
    assert "PLAYBOOK_DEBUG=1" in answered.value.message


def test_the_traceback_of_an_error_of_ours_is_there_for_whoever_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KeyError), answer_errors():
        raise KeyError


def test_a_failure_that_is_not_the_disks_is_an_error_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PLAYBOOK_DEBUG")
    with pytest.raises(click.ClickException, match="an error in playbook itself"), answer_errors():
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def test_there_may_be_too_little_memory() -> None:
    with pytest.raises(click.ClickException, match="not enough memory"), answer_errors():
        raise MemoryError


@pytest.mark.parametrize("name", ["\x1b[31m", "a\nb", "\udcff"])
def test_the_name_of_a_file_does_nothing_to_the_terminal(tmp_path: Path, name: str) -> None:
    with pytest.raises(click.ClickException) as answered, answer_errors():
        (tmp_path / name / "x").write_text("")
    assert answered.value.message.isprintable()
