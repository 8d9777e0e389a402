"""Nothing in a YAML file is lost or changed without a problem at its line, in whatever style a text
is written."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.source.problem import Problem, Severity

BEFORE = "kind: play\ntitle: Show your work\nsummary: What a reader gets from it.\n"
AFTER = "time: 45\npeople: The trio\nsteps:\n  - title: Put it on the wall\n"
SIGNS = [
    *(
        "#",
        " #",
        " # ",
        "  # ",
        ":",
        ": ",
        " :",
        "- ",
        "-",
        ", ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
    ),
    *(
        "@",
        "`",
        '"',
        "'",
        "\\",
        "?",
        "? ",
        "~",
        "null",
        "yes",
        "0777",
        "1_000",
        "1e3",
        "2026-03-18",
        "12:30",
        "<<",
        "=",
    ),
    *(
        "\u00a0",
        "\u2003",
        "\ufeff",
        "\u2028",
        "\x85",
        "\t",
        "…",
        "é",
        "字",
        "a",
        "word",
        "two words",
        "1,200",
        "—",
        "•",
    ),
]
texts = (
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=7)
    .map("".join)
    .filter(lambda text: bool(text.strip()))
)
lines = st.lists(texts | st.just(""), min_size=1, max_size=4)
fuzzed = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
QUOTES = "'\""
REMARK = re.compile(r"(?:[ \t]{2,}|\t|^[^\S\n]*)#(?:[^\S\n].*|#.*)?$", re.MULTILINE)
"""What is a remark beyond doubt: two spaces before its '#', and one behind it."""
SWITCHED_OFF = re.compile(r"^[ \t]*#(?:-\s|[\[{]|(?:- ?)?[\w-]+:(?:\s|$)).*$", re.MULTILINE)
"""An item, a list or a key that somebody switched off."""


def check(written: str, folder: Path, key: str = "purpose") -> tuple[Any, list[Problem]]:
    """Return what a field holds that is written like this, and the problems at its lines, counted
    from 4."""
    path = folder / "a-play.yml"
    needed = "" if key == "purpose" else "purpose: To see it\n"
    path.write_text(f"{BEFORE}{written}\n{needed}{AFTER}", encoding="utf-8", newline="\n")
    library = Library(folder, KINDS)
    last = 5 + len(re.findall(r"\r\n?|\n", written))
    found = [each for each in library.problems if 4 <= each.mark.line <= last]
    entry = library.entries.get("a-play")
    return getattr(entry.artifact, key) if entry else None, found


def seen(text: str) -> str:
    """Return a text as a reader sees it, white space aside."""
    return " ".join(REMARK.sub("", SWITCHED_OFF.sub("", text)).split())


def assert_kept(written: str, text: str, folder: Path) -> None:
    value, problems = check(written, folder)
    assert problems or (value is not None and " ".join(str(value).split()) == seen(text)), (
        written,
        value,
    )


def is_one_item(text: str) -> bool:
    """Whether a text ends neither its item of a list in brackets nor the list, with a remark behind
    it."""
    return "," not in text.replace("1,200", "") and not ("]" in text and "#" in text)


@fuzzed
@given(text=texts.filter(lambda text: text.strip()[0] not in QUOTES))
@example(text="I cannot find invoice #42 in my mail")
@example(text="invoice # 42")
@example(text="&more Rosa")
@example(text="! Rosa")
@example(text="~")
def test_a_plain_text_is_kept_or_reported(text: str, tmp_path: Path) -> None:
    assert_kept(f"purpose: {text}", text, tmp_path)


@fuzzed
@given(text=texts.filter(lambda text: "'" not in text))
def test_a_text_in_single_quotes_is_kept_or_reported(text: str, tmp_path: Path) -> None:
    value, problems = check(f"purpose: '{text}'", tmp_path)
    assert problems or " ".join(str(value).split()) == " ".join(text.split())


@fuzzed
@given(text=texts.filter(lambda text: '"' not in text))
@example(text=r"C:\temp")
def test_a_text_in_double_quotes_is_kept_or_reported(text: str, tmp_path: Path) -> None:
    value, problems = check(f'purpose: "{text}"', tmp_path)
    assert problems or " ".join(str(value).split()) == " ".join(text.split()) or "\\" in text


@fuzzed
@given(rows=lines, sign=st.sampled_from(["|", ">", "|-", ">+"]))
@example(rows=["First.", "", "# Why", "- one"], sign="|")
@example(rows=["  First.", "# Why"], sign="|")
def test_a_block_of_lines_is_kept_or_reported(rows: list[str], sign: str, tmp_path: Path) -> None:
    block = "\n".join(f"  {row}" if row else "" for row in rows)
    value, problems = check(f"purpose: {sign}\n{block}", tmp_path)
    assert problems or " ".join(str(value).split()) == " ".join(" ".join(rows).split())


@fuzzed
@given(rows=lines.filter(lambda rows: all(rows) and rows[0].strip()[0] not in f"{QUOTES}|>"))
@example(rows=["-Interview 5", "-Interview 6"])
@example(rows=["I cannot find", "#42 in my mail"])
def test_lines_without_quotes_are_kept_or_reported(rows: list[str], tmp_path: Path) -> None:
    written = "\n".join(f"  {row}" for row in rows)
    assert_kept(f"purpose:\n{written}", "\n".join(rows), tmp_path)


@fuzzed
@given(items=st.lists(texts.filter(is_one_item), min_size=1, max_size=3))
@example(items=["Lives alone", "pays 1,200 in rent"])
@example(items=["\u00a0#"])
def test_the_items_of_a_list_in_brackets_are_kept_or_reported(
    items: list[str], tmp_path: Path
) -> None:
    value, problems = check(f"when: [{', '.join(items)}]", tmp_path, "when")
    # what stands there whole is no remark: YAML takes some spaces before a '#' for letters
    kept = len(value or ()) == len(items) and all(
        " ".join(str(each).split()) in {seen(item), " ".join(item.split())}
        for each, item in zip(value, items, strict=True)
    )
    assert problems or kept or [item for item in items if item.strip().startswith(("'", '"'))]


@pytest.mark.parametrize(
    "written",
    [
        "purpose: A text  # and a remark",
        'purpose: "A text" # and a remark',
        "difficulty: easy # or demanding",
        "purpose: A text\n# A remark",
        "purpose: A text\n#when: [Never]",
        "purpose: A text\n  goes on",
        "purpose: A text\n  https://example.org/a-page shows it",
        "purpose: |\n  One.\n\n  Two, which ends with\n  -5 degrees.",
        "purpose: Rock & roll, 5 * 3 and 50% off",
        "purpose: 12:30",
        "purpose: Yes",
        'purpose: "It is in C: or D:"',
        "purpose: 'C:\\temp'",
        "when: [Draw alone, Show it]",
        "when: [Week 1, Week 2, Review]",
        "when: [First (of all), Second]",
        'when: ["Interview 1, Rosa", "Interview 2, Emil"]',
        "when: [1, 2, 3]",
        "when: [1,2,3]",
    ],
)
def test_what_is_written_well_is_left_alone(written: str, tmp_path: Path) -> None:
    key = written.partition(":")[0]
    assert check(written, tmp_path, key)[1] == []


@pytest.mark.parametrize(
    ("written", "code", "severity"),
    [
        ("when: [A talk (Rosa, 2020), Another]", "SRC023", Severity.ERROR),
        ("when: [Interview 1, Rosa]", "SRC023", Severity.WARNING),
        ("when: [1,200]", "SRC023", Severity.WARNING),
        ("when: [See https://example.org/a,b]", "SRC023", Severity.ERROR),
        ('purpose: "Why:\\n- one"', "SRC022", Severity.WARNING),
        ("purpose: We are # 1", "SRC020", Severity.WARNING),
    ],
)
def test_what_is_only_doubtful_is_a_warning(
    written: str, code: str, severity: Severity, tmp_path: Path
) -> None:
    key = written.partition(":")[0]
    assert [(each.code, each.severity) for each in check(written, tmp_path, key)[1]] == [
        (code, severity)
    ]


@pytest.mark.parametrize("length", [61, 9_000])
@pytest.mark.parametrize(
    "form",
    [
        "purpose: See [[{0}]]",
        "purpose: '[[{0}'",
        "time: {0}",
        "kind{0}: play",
        "purpose: *{0}",
        "purpose: &{0} a",
        "purpose: !{0} a",
        "purpose: a #{0}",
        "when: [1 (, {0}]",
        "purpose: |\n  - {0}",
    ],
)
def test_a_message_quotes_the_beginning_of_a_long_text(
    form: str, length: int, tmp_path: Path
) -> None:
    _, problems = check(form.format("x" * length), tmp_path)
    assert problems
    assert max(len(each.message) for each in problems) < 500
    assert not any("x" * 61 in each.message for each in problems)


def test_a_quoted_text_in_brackets_may_go_on_at_the_start_of_a_line(tmp_path: Path) -> None:
    steps = "steps:\n    - {title: \"Put it\n  on the wall\", text: 'Look\n  at it'}\n"
    (tmp_path / "play.yml").write_text(
        f"{BEFORE}purpose: See it.\ntime: 45\npeople: The trio\n{steps}", encoding="utf-8"
    )
    assert [str(each) for each in Library(tmp_path, KINDS).problems if not each.name] == []
    swallowed = 'people: ["The trio,\ntime: 45\nsteps: ", b]\n'
    (tmp_path / "play.yml").write_text(f"{BEFORE}purpose: See it.\n{swallowed}", encoding="utf-8")
    assert [(each.code, each.mark) for each in Library(tmp_path, KINDS).problems] == [
        ("SRC001", (5, 10))
    ]
