"""The nastiest files of the largest size are checked in two seconds of processor time, by work
linear in their size."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import nasty
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.library.library import Library
from playbook.source.document import MAX_BYTES
from playbook.source.problem import MOST
from playbook.text.inline import parse

SECONDS = 2
EACH = os.environ.get("PLAYBOOK_FUZZ") == "long"
MAP = "kind: experience-map\ntitle: T\nsummary: S\nscope: From a to b\ndrawn_by: me\nnodes:\n"


def chosen(kind: Kind) -> Sequence[tuple[str, Callable[[], str]]]:
    """Return all files of a kind, or one: of the first kind the first, of the last one the last."""
    files = [*nasty.limits((kind,))]
    place = KINDS.index(kind) * (len(files) - 1) // (len(KINDS) - 1)
    return files if EACH else files[place : place + 1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_at_the_limit_is_checked_in_time(kind: Kind, tmp_path: Path) -> None:
    slow = {}
    for name, write in chosen(kind):
        text = write()
        assert len(text.encode()) <= MAX_BYTES
        (tmp_path / "nasty.yml").write_text(text, encoding="utf-8")
        start = time.process_time()
        assert Library(tmp_path, KINDS).problems is not None
        slow[name] = time.process_time() - start
    assert {name: seconds for name, seconds in slow.items() if seconds > SECONDS} == {}


def work(text: str, folder: Path) -> int:
    """Return how many functions are called to check a file, those of Python itself too."""
    (folder / "nasty.yml").write_text(text, encoding="utf-8")
    parse.cache_clear()
    calls = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        Library(folder, KINDS)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", nasty.PIECES)
def test_twice_the_text_is_twice_the_work(piece: str, tmp_path: Path) -> None:
    def text(size: int) -> str:
        return (
            MAP + f"  - title: '{nasty.text_of(nasty.PIECES[piece].replace(chr(39), ''), size)}'\n"
        )

    _, none, one, two = (work(text(size), tmp_path) for size in (900, 100, 450, 900))
    assert two - none <= 2.5 * (one - none) + 200


def nodes(count: int, line: str) -> str:
    return MAP + "".join(line.format(number) for number in range(count))


@pytest.mark.parametrize(
    "line",
    [
        "  - {{title: a}}\n",
        "  - {{title: 'a {0}'}}\n",
        "  - {{title: 'a {0}', next: a-{0}}}\n",
        "  - {{title: 'a {0}', thinking: '[[a-{0}]] [[b-{0}]]'}}\n",
        "  - {{title: 'a {0}', no: x}}\n",
        "  - {{title: 'a {0}', mood: x}}\n",
        "  # playbook: allow EM104 because {0}\n  - {{title: 'a {0}'}}\n",
        "  # playbook: allow XX{0}1 because {0}\n  - {{title: 'a {0}'}}\n",
    ],
)
def test_twice_the_pieces_are_twice_the_work(line: str, tmp_path: Path) -> None:
    _, none, one, two = (work(nodes(count, line), tmp_path) for count in (125, 5, 65, 125))
    assert two - none <= 2.5 * (one - none) + 200


@pytest.mark.parametrize(
    "line",
    [
        "  - {{title: a}}\n",
        "  - {{title: 'a {0}', thinking: '[[c-{0}]]'}}\n",
        "  - {{title: 'a {0}', no: x}}\n",
        "  # playbook: allow XX{0}1 because {0}\n  - {{title: 'a {0}'}}\n",
    ],
)
def test_thousands_of_problems_of_one_sort_are_told_by_the_first_ones(
    line: str, tmp_path: Path
) -> None:
    (tmp_path / "nasty.yml").write_text(nodes(290, line), encoding="utf-8")
    codes = [problem.code for problem in Library(tmp_path, KINDS).problems]
    assert "SHP005" in codes
    assert len(codes) <= 2 * MOST + 10


def test_spaces_in_a_waiver_take_no_longer_than_words(tmp_path: Path) -> None:
    spaces = " " * 450_000
    text = nodes(2, f"  - {{{{title: 'a {{0}}'}}}} # playbook: allow EM104 because a{spaces}b\n")
    (tmp_path / "nasty.yml").write_text(text, encoding="utf-8")
    start = time.process_time()
    assert Library(tmp_path, KINDS).problems
    assert time.process_time() - start <= SECONDS


def test_one_reference_over_and_over_is_followed_once_for_each(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(f"{MAP}  - {{title: a}}\n", encoding="utf-8")
    merges = MAP.replace("drawn_by: me", f"merges: [{'one, ' * 15_000}]")
    (tmp_path / "nasty.yml").write_text(
        f"{merges}  - {{title: a, from: one#a}}\n", encoding="utf-8"
    )
    start = time.process_time()
    assert Library(tmp_path, KINDS).problems
    assert time.process_time() - start <= SECONDS
