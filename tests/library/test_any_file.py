"""Whatever a file holds, the check answers.

Each problem has a code and a place in the file, and nothing is raised.
"""

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.slips import edited
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.report.text import format_problem, read_lines
from playbook.source.problem import Problem
from projects import ROOT

OURS = sorted((ROOT / "content").rglob("*.yml")) + sorted((ROOT / "tests" / "kinds").rglob("*.yml"))
LONG = os.environ.get("PLAYBOOK_FUZZ") == "long"
fuzzed = settings(
    max_examples=700 if LONG else 60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)

KEYS = sorted(
    {name for kind in KINDS for name in kind.model.model_fields}
    | {"id", "next", "to", "as", "nodes", "type"}
)
WORDS = [
    *KEYS,
    *(kind.name for kind in KINDS),
    "[[",
    "]]",
    "null",
    "~",
    "yes",
    "1e3",
    "12:30",
    "2026-03-18",
    "!x",
    "*a",
]
words = st.sampled_from(WORDS) | st.text(max_size=12) | st.integers().map(str) | st.none()
keys = (
    st.sampled_from(KEYS)
    | st.text(max_size=6)
    | st.integers()
    | st.none()
    | st.tuples(st.text(max_size=2))
)
structures = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(keys, inner, max_size=6),
    max_leaves=25,
)
documents = st.dictionaries(st.sampled_from(KEYS), structures, max_size=9)
STYLES = {
    "default_flow_style": st.sampled_from([True, False, None]),
    "default_style": st.sampled_from(["", '"', "'", "|", ">"]),
    "indent": st.integers(2, 9),
    "width": st.integers(5, 120),
    "allow_unicode": st.booleans(),
    "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    "explicit_start": st.booleans(),
    "explicit_end": st.booleans(),
}


def lines_in(raw: bytes) -> int:
    """Return how many lines a file has, in the way of the editor that counts most of them."""
    return len(
        raw.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )


def complaints(problems: list[Problem], raw: bytes) -> list[Problem]:
    """Return the problems that don't keep to the form of a problem."""
    last = lines_in(raw) + 1
    return [
        each
        for each in problems
        if not (
            1 <= each.mark.line <= last and each.mark.column >= 1 and each.code and each.message
        )
        or len(str(each).splitlines()) != 1
    ]


def check(raw: bytes, path: Path, content: Path) -> list[Problem]:
    """Return what the check says of one file beside all that lies in `content` already."""
    path.write_bytes(raw)
    return [problem for problem in answer(content) if problem.path == path]


def answer(content: Path) -> list[Problem]:
    """Return what the check says of a folder, each problem in one line or with its place in
    three.
    """
    problems = Library(content, KINDS).problems
    read_lines.cache_clear()
    for problem in problems:
        lines = [line for line in format_problem(problem, colour=False).split("\n") if line]
        assert len(lines) in {1, 3}, lines
    return problems


@fuzzed
@given(
    raw=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes(raw: bytes, tmp_path: Path) -> None:
    found = check(raw, tmp_path / "fuzzed.yml", tmp_path)
    assert found
    assert complaints(found, raw) == []


@fuzzed
@given(
    document=documents,
    kind=st.sampled_from([kind.name for kind in KINDS]),
    style=st.fixed_dictionaries(STYLES),
)
def test_any_structure_in_any_style(
    document: dict[str, Any], kind: str, style: dict[str, Any], tmp_path: Path
) -> None:
    text = yaml.dump({**document, "kind": kind}, sort_keys=False, **style)
    raw = text.encode("utf-8", "surrogatepass")
    assert complaints(check(raw, tmp_path / "fuzzed.yml", tmp_path), raw) == []


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ours") / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


SLIPS = st.tuples(
    st.sampled_from(OURS),
    st.integers(1, 4),
    st.integers(0, 2**32),
    st.sampled_from(["\n", "\r\n"]),
)


@settings(fuzzed, max_examples=fuzzed.max_examples // 15)
@given(slips=st.lists(SLIPS, min_size=9, max_size=9, unique_by=lambda slip: slip[0]))
def test_our_own_files_with_slips_of_the_hand(
    slips: list[tuple[Path, int, int, str]], ours: Path, tmp_path: Path
) -> None:
    # Nine at a time, as all that lies beside them is read again with them.
    content = tmp_path / "content"
    shutil.copytree(ours, content)
    damaged: dict[Path, bytes] = {}
    for path, edits, seed, end in slips:
        draw = random.Random(seed)  # noqa: S311 - slips, not secrets
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(edits):
            lines = edited(lines, draw) or [""]
        home = next(content.rglob(path.name), content / f"fuzzed-{len(damaged)}.yml")
        damaged[home] = end.join(lines).encode()
        home.write_bytes(damaged[home])
    try:
        found = answer(content)
        for home, raw in damaged.items():
            own = [problem for problem in found if problem.path == home]
            assert complaints(own, raw) == []
    finally:
        shutil.rmtree(content)
