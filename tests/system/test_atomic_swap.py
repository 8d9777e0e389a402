import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from built import files
from playbook.system import atomic_swap
from playbook.system.atomic_swap import Draft
from playbook.system.lock import Lock

HOLD = """\
import sys
from pathlib import Path
from playbook.system.atomic_swap import Draft
with Draft(Path(sys.argv[1]), lambda: print("waits", flush=True)) as draft:
    print("builds", flush=True)
    sys.stdin.readline()
    (draft.folder / "page").write_text(sys.argv[2])
    draft.put_in_place()
"""


@pytest.fixture(params=["in one step", "in two steps"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "in two steps":
        monkeypatch.setattr(atomic_swap, "exchange", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page").write_text("old")
    return tmp_path / "site"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def replace(place: Path) -> None:
    with Draft(place) as draft:
        (draft.folder / "other-page").write_text("new")
        draft.put_in_place()


def test_a_draft_takes_the_place_of_a_folder_and_leaves_nothing_else(place: Path) -> None:
    replace(place)
    assert files(place.parent) == {"site/other-page": b"new"}
    assert names(place.parent) == {"site"}


def test_a_draft_makes_a_folder_that_was_not_there(tmp_path: Path) -> None:
    replace(tmp_path / "new" / "site")
    assert files(tmp_path) == {"new/site/other-page": b"new"}


def test_a_draft_that_fails_leaves_the_folder_as_it_was(place: Path) -> None:
    def fail() -> None:
        with Draft(place) as draft:
            (draft.folder / "half").write_text("ne")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert files(place.parent) == {"site/page": b"old"}
    assert names(place.parent) == {"site"}


def test_what_is_hidden_and_who_may_read_it_stay(place: Path) -> None:
    place.chmod(0o751)
    (place / ".git" / "objects").mkdir(parents=True)
    (place / ".git" / "objects" / "x").write_text("kept")
    (place / ".htaccess").write_text("kept")
    (place / ".here").symlink_to("nowhere")
    replace(place)
    assert files(place) == {"other-page": b"new", ".git/objects/x": b"kept", ".htaccess": b"kept"}
    assert (place / ".here").readlink() == Path("nowhere")
    assert place.stat().st_mode & 0o777 == 0o751


def make_file(path: Path) -> None:
    path.write_text("a file")


def make_folder(path: Path) -> None:
    (path / "deep").mkdir(parents=True)
    (path / "deep" / "half-a-page").write_text("ne")


def make_read_only(path: Path) -> None:
    make_folder(path)
    (path / "deep").chmod(0o500)
    path.chmod(0o500)


def make_link(path: Path) -> None:
    path.symlink_to("site")


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("name", [".site-draft", ".site-old", ".site-draft-ab12_xyz", ".site-lock"])
@pytest.mark.parametrize("make", [make_file, make_folder, make_read_only, make_link, make_pipe])
def test_nothing_that_was_left_behind_is_in_the_way(
    place: Path, name: str, make: Callable[[Path], None]
) -> None:
    make(place.with_name(name))
    replace(place)
    assert files(place) == {"other-page": b"new"}
    assert names(place.parent) <= {"site", ".site-lock"}
    assert make is make_link or names(place.parent) == {"site"}


def test_what_only_looks_like_a_draft_stays(place: Path) -> None:
    for name in (".site-draft-of-mine", ".site2-draft", "site-old"):
        make_folder(place.with_name(name))
    replace(place)
    assert names(place.parent) == {"site", ".site-draft-of-mine", ".site2-draft", "site-old"}


@pytest.mark.parametrize("old", [".site-old", ".site-draft-ab12_xyz/old-0"])
def test_what_died_between_two_steps_is_put_back_before_the_next_draft(
    place: Path, old: str
) -> None:
    (place.parent / old).parent.mkdir(exist_ok=True)
    place.rename(place.parent / old)
    with Draft(place):
        assert files(place) == {"page": b"old"}
    assert files(place.parent) == {"site/page": b"old"}


def test_a_folder_that_cannot_be_replaced_is_put_back(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(path: Path, to: Path) -> Path:
        if path.name == "site" and to == place:
            raise PermissionError(13, "in use", str(to))
        return rename(path, to)

    monkeypatch.setattr(atomic_swap, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        replace(place)
    assert files(place.parent) == {"site/page": b"old"}


def start(place: Path, text: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", HOLD, str(place), text]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_who_comes_later_waits_and_has_the_last_word(place: Path) -> None:
    with start(place, "first") as first:
        assert line(first) == "builds"
        with start(place, "second") as second:
            assert line(second) == "waits"
            first.communicate("\n")
            assert files(place) == {"page": b"first"}
            assert line(second) == "builds"
            second.communicate("\n")
    assert files(place.parent) == {"site/page": b"second"}
    assert names(place.parent) == {"site"}


def test_who_died_with_the_lock_lets_the_next_one_work_at_once(place: Path) -> None:
    with start(place, "first") as first:
        assert line(first) == "builds"
        first.kill()
    assert len(names(place.parent)) == 3
    replace(place)
    assert names(place.parent) == {"site"}


def test_where_there_are_no_locks_the_last_to_finish_has_the_last_word(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lock, "acquire", lambda _: None)
    with Draft(place) as one, Draft(place) as other:
        (one.folder / "one").write_text("1")
        (other.folder / "other").write_text("2")
        other.put_in_place()
        one.put_in_place()
    assert files(place.parent) == {"site/one": b"1"}


def test_without_locks_another_may_come_between_two_steps(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, calls = Path.rename, count()

    def interrupted(path: Path, to: Path) -> Path:
        done = rename(path, to)
        if path == place and next(calls) == 0:
            make_folder(place)
        return done

    monkeypatch.setattr(atomic_swap, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", interrupted)
    replace(place)
    assert files(place.parent) == {"site/other-page": b"new"}
