"""Each rule finds its fault and nothing else.

A case is a file in rules/<CODE>/ that says what it expects.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.reference.lessons import load_lessons
from projects import ROOT

RULES = ROOT / "tests" / "rules"
CASES = sorted([*RULES.glob("*/bad*.yml"), *RULES.glob("*/good*.yml")])
CODES = tuple(load_lessons(KINDS))
OPTIONAL = {
    each.rule.code: "warning" for each in load_lessons(KINDS).values() if each.rule.is_optional
}
"""The rules that are off unless a site switches them on."""
SAID = re.compile(r"^# expect:(.*)$", re.MULTILINE)
PLACE = re.compile(r" ([A-Z]{2}\d{3}) (\d+):(\d+)")

Expectation = tuple[str, int, int]


def expected(path: Path) -> list[Expectation]:
    said = SAID.findall(path.read_text(encoding="utf-8"))
    if path.stem.startswith("good"):
        if said != [" nothing"]:
            raise ValueError(f"{path} must say '# expect: nothing', once")
        return []
    places = [PLACE.fullmatch(each) for each in said]
    found = [(match[1], int(match[2]), int(match[3])) for match in places if match]
    if not found or len(found) != len(said) or {code for code, _, _ in found} != {path.parent.name}:
        raise ValueError(
            f"{path} must say '# expect: {path.parent.name} LINE:COLUMN' for each problem, "
            "and no more"
        )
    return found


@cache
def read(folder: Path) -> Library:
    return Library(folder, KINDS, OPTIONAL)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_rule_finds_its_fault_and_nothing_else(path: Path) -> None:
    wanted = expected(path)
    library = read(path.parent)
    assert [str(problem) for problem in library.problems if not problem.name] == []
    found = [each for each in library.problems if each.code == path.parent.name]
    assert [
        (each.code, each.mark.line, each.mark.column) for each in found if each.path == path
    ] == wanted


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    folders = {path.parent.name for path in CASES}
    assert folders <= set(CODES), "put each of these rules into the RULES of its file"
    assert set(CODES) <= folders, "write bad.yml and good.yml for each of these rules"
    names = [f"{code}/{name}.yml" for code in CODES for name in ("bad", "good")]
    assert [name for name in names if not (RULES / name).exists()] == [], "write these, too"


def test_every_other_file_is_one_that_a_case_names_or_that_names_a_case() -> None:
    others = [path for path in RULES.glob("[A-Z]*/**/*.*") if path not in CASES]
    assert [path for path in others if not bound(path.stem, read(path.parent))] == []


def bound(name: str, library: Library) -> bool:
    """Whether an artifact is mentioned, or mentions one of the cases."""
    cases = [path.stem for path in CASES if path.parent == library.content]
    return bool(library.connections.referring[name]) or any(
        each.id == name for to in cases for each in library.connections.referring[to]
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bad.yml", ""),
        ("bad.yml", "# expect: nothing\n"),
        ("bad.yml", "# expect: AP001\n"),
        ("bad.yml", "# expect: AP002 1:1\n"),
        ("bad.yml", "# expect: AP001 1:1\n# expect: nothing\n"),
        ("bad.yml", "# expects: AP001 1:1\n"),
        ("good.yml", ""),
        ("good.yml", "# expect: AP001 1:1\n"),
        ("good.yml", "# expect: nothing\n# expect: AP001 1:1\n"),
    ],
)
def test_a_case_that_does_not_say_what_it_expects_fails(
    name: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "AP001" / name
    path.parent.mkdir()
    path.write_text(f"{said}kind: play\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"must say '# expect: "):
        expected(path)
