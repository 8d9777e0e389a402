"""The rules' linter: each teaches in one form, by its name, its docstring and its messages."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from playbook.fonts.fonts import FONTS
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.library.library import Library
from playbook.parts.definitions import get_definition
from playbook.parts.rules import RULES as PART_RULES
from playbook.reference.lessons import Lesson, load_lessons, parse_lesson
from playbook.rules.rule import Finding, Rule, rule
from playbook.source.document import read
from projects import ROOT

LESSONS = load_lessons(KINDS)
KIND = {kind.name: kind for kind in KINDS}
TESTS = ROOT / "tests"
BAD = sorted(TESTS.glob("rules/*/bad*.yml"))
MESSAGE = re.compile(r"(?:[a-z]|')\S* .*[^:\s]: [a-z'][^\n]*[^.\s]")
COMMANDING = ("no-fault", "check-", "must-", "should-", "valid-")
MODULES = sorted({each.rule.check.__module__ for each in LESSONS.values()})

BOOK = """
parts:
  - chapters: [{number: 1, title: One, minutes: 20}, {number: 2, title: Two, minutes: 20}]
"""
TREE = """
opportunities: [{id: all-alike, title: Alike, heard_in: this-one}, {id: nobody-told-us, title: Silence}, {id: rare, title: Rare, heard_in: ana-cello}]
"""  # noqa: E501 - a script, YAML or a title, as it is
ANA = """
date: 2026-02-10
quote: Nobody in my town teaches the cello
opportunities: [{title: They all sound the same, at: this-one#all-alike}]
"""
MOMENTS = """
nodes: [{id: compares, title: Compares, heard_in: ana-cello}, {id: at-home, title: Is asked at home, heard_in: joy-singing}]
"""  # noqa: E501 - a script, YAML or a title, as it is
QUOTING = "nodes: [{title: Gives up, thinking: 'Twelve years, and then one wet Tuesday'}]"
"""A map that cites the snapshot of an example."""
THIS = "this-one"
"""What an example calls itself where another has to name it."""
OTHERS = {
    "designer": (
        "experience-map",
        "nodes: [{id: asks, title: Asks}, {id: too-old, title: Feels too old}]",
    ),
    "engineer": ("experience-map", "nodes: [{id: waits, title: Waits}]"),
    "ana-cello": ("interview-snapshot", ANA),
    "a-map": ("experience-map", MOMENTS),
    "the-book": ("book", BOOK),
    "chapter-one": ("reading-guide", "book: the-book\nchapters: 1"),
    "chapter-two": ("reading-guide", "chapters: 2"),
    "both-chapters": ("reading-guide", "chapters: [1, 2]"),
    "tree": ("opportunity-tree", TREE),
    "a-guide-of-another-book": ("reading-guide", "book: another-book\nchapters: 1"),
}
"""What the examples refer to: its kind, and what it says beside the least."""
READ = "names under 'readings:'"
"""What the title of a guide says that a club reads."""


def data(path: Path) -> dict[str, Any]:
    source, problems = read(path, path.parent)
    assert problems == []
    assert source is not None
    return dict(source.data)


Fill = Callable[[Kind, str], Any]


@pytest.fixture
def filled(tmp_path: Path) -> Fill:
    """Return an artifact of a kind, the least that one can say, with an example's keys put over
    it.
    """

    def fill(kind: Kind, example: str) -> Any:
        path = tmp_path / "example.yml"
        path.write_text(example, encoding="utf-8")
        return kind.model.model_validate(
            data(TESTS / "kinds" / kind.file("model.py").parent.name / "barest.yml") | data(path)
        )

    return fill


def taught_in(each: Lesson) -> Kind:
    if each.rule.code.startswith("IS"):
        return KIND["interview-snapshot"]
    return each.kinds[0] if len(each.kinds) == 1 else KIND["play"]


def codes_in(rules: tuple[Rule, ...]) -> list[str]:
    return [each.code for each in rules]


every_rule = pytest.mark.parametrize("each", LESSONS.values(), ids=LESSONS)


class Beside:
    """The artifacts that the examples refer to, and a club that reads the guide that says so."""

    complete = True
    fonts = FONTS

    def __init__(self, fill: Fill) -> None:
        self.fill = fill
        self.read: Any = None
        self.it: Any = None

    @property
    def tags(self) -> Counter[str]:
        return Counter(self.it.tags)

    def __call__(self, name: str, /) -> Any:
        if name not in OTHERS:
            return self.it if name == THIS else self.read
        kind, example = OTHERS[name]
        return self.fill(KIND[kind], example)

    def find_definition(self, sort: type, word: str, /) -> tuple[str, Any]:
        return THIS, get_definition(self.it, sort, word)

    def id_of(self, artifact: Any, /) -> str:
        return THIS if artifact is self.it else ""

    def naming(self, artifact: Any, /) -> list[Any]:
        self.read = artifact if READ in artifact.title else None
        return [
            self.fill(KIND["club"], "readings: [it]"),
            self.fill(KIND["experience-map"], QUOTING),
        ]


@every_rule
def test_the_bad_example_breaks_the_rule_and_the_good_one_keeps_it(
    each: Lesson, filled: Fill
) -> None:
    kind, others = taught_in(each), Beside(filled)
    others.it = filled(kind, each.bad)
    assert list(each.rule.find_breaches(others.it, others)) != []
    others.it = filled(kind, each.good)
    assert list(each.rule.find_breaches(others.it, others)) == []


def names_in(example: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", example))


def test_everything_that_stands_beside_the_examples_is_named_by_one() -> None:
    named = {name for each in LESSONS.values() for name in names_in(each.bad + each.good)}
    assert set(OTHERS) - named == set()


@every_rule
def test_a_docstring_says_why_in_a_sentence_or_two(each: Lesson) -> None:
    assert len(each.why) <= 240
    assert each.why.endswith(".")
    sentences = re.findall(r"[.!?](?= |$)", re.sub(r"\([^)]*\)", "", each.why))
    assert 1 <= len(sentences) <= 2
    assert "Bad:" not in each.why
    assert "Good:" not in each.bad + each.good


@every_rule
def test_a_name_states_the_fault_and_is_the_functions_own(each: Lesson) -> None:
    name = each.rule.name
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name)
    assert not name.startswith(COMMANDING)
    assert name == each.rule.check.__name__.replace("_", "-")


def test_there_are_enough_rules_and_no_two_have_the_same_code_or_name() -> None:
    rules = [*PART_RULES, *(each for kind in KINDS for each in kind.own_rules)]
    assert len(rules) >= 35
    assert len({each.code for each in rules}) == len(rules)
    assert len({each.name for each in rules}) == len(rules)
    assert all(re.fullmatch(r"[A-Z]{2}\d{3}", each.code) for each in rules)


@pytest.mark.parametrize("name", MODULES)
def test_a_files_rules_are_all_in_force_in_the_order_of_their_codes(name: str) -> None:
    module = import_module(name)
    written = [each for each in vars(module).values() if isinstance(each, Rule)]
    assert tuple(written) == module.RULES
    assert codes_in(module.RULES) == sorted(codes_in(module.RULES))
    assert set(codes_in(module.RULES)) <= set(LESSONS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kinds_own_rules_stand_in_the_order_of_their_codes(kind: Kind) -> None:
    assert codes_in(kind.own_rules) == sorted(codes_in(kind.own_rules))
    assert len({code[:2] for code in codes_in(kind.own_rules)}) <= 1


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_message_is_one_line_that_ends_with_the_remedy(path: Path) -> None:
    library = Library(path.parent, KINDS)
    entry = library.entries.get(path.stem)
    assert entry, [str(problem) for problem in library.problems]
    found = list(LESSONS[path.parent.name].rule.find_breaches(entry.artifact, library))
    assert found != []
    assert [each.message for each in found if not MESSAGE.fullmatch(each.message)] == [], (
        "a message begins with a small letter or a quotation mark, says what is wrong, a colon, "
        "and what to do, and ends without a full stop"
    )


@pytest.mark.parametrize(
    "docstring",
    [
        None,
        "Why.",
        "Why.\n\nBad:\n    a: b\n",
        "Why.\n\nGood:\n    a: b\n\nBad:\n    c: d\n",
        "Bad:\n    a: b\nGood:\n    c: d\n",
    ],
    ids=["none", "why alone", "no good example", "good before bad", "no why"],
)
def test_a_docstring_of_another_form_is_refused(docstring: str | None) -> None:
    def nameless(it: Any) -> Iterator[Finding]:
        yield from it

    nameless.__doc__ = docstring
    with pytest.raises(
        ValueError, match=r"the docstring of XX001 must say why, then 'Bad:' and 'Good:'"
    ):
        parse_lesson(rule("XX001", "nameless")(nameless), ())
