"""Nothing that a stranger wrote, or named a file, acts on the terminal or the log that shows it."""

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.report import github, gitlab, sarif, text
from playbook.report import json as as_json
from playbook.source.problem import Mark, Problem
from playbook.system.terminal import count_columns, escape_controls, format_path
from projects import Project, Run

ESCAPE, CLEAR, OVERRIDE, ISOLATE = "\x1b[2J", "\x9b2J", "\u202e", "\u2067"
WIDE_JOINER, PERSIAN = "👩\u200d💻", "می\u200cخواهم"  # noqa: RUF001 - Persian
TITLE = f"Unread {ESCAPE}{OVERRIDE} it"
UNKNOWN = (
    "kind: experience-map\ntitle: A map\nsummary: What.\nscope: All\nnodes: [{id: a, title: A}]\n"
)


def acts(sign: str) -> bool:
    """Whether a terminal could act on a sign, or show what follows in another order."""
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"} or (
        unicodedata.category(sign) == "Cf" and unicodedata.bidirectional(sign) != "BN"
    )


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_escaped_has_no_sign_that_acts(words: str) -> None:
    assert [sign for sign in escape_controls(words) if acts(sign)] == []


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_words_of_every_script_stay(words: str) -> None:
    assert escape_controls(words) == words


@pytest.mark.parametrize("words", [WIDE_JOINER, PERSIAN, "請求書", "नमस्ते", "שָׁלוֹם"])
def test_joiners_and_marks_that_words_are_written_with_stay(words: str) -> None:
    assert escape_controls(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [(ESCAPE, r"\x1b[2J"), (OVERRIDE, r"\u202e"), ("a\nb", r"a\nb"), ("\U000e0041", r"\U000e0041")],
)
def test_an_escape_says_which_sign_it_was(words: str, shown: str) -> None:
    assert escape_controls(words) == shown


def test_a_byte_of_a_file_name_that_is_no_utf_8_can_be_printed() -> None:
    assert escape_controls(os.fsdecode(b"caf\xe9.yml")).encode() == rb"caf\udce9.yml"


@pytest.mark.parametrize("name", ["::error::x.yml", "##[group]x.yml", "-rf.yml", "~x.yml"])
def test_a_path_never_begins_a_line_as_a_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert format_path(tmp_path / name) == f"./{name}"
    assert format_path(tmp_path / "maps" / name) == f"maps/{name}"


HOSTILE = Problem(
    Path(f"maps/{ESCAPE}{OVERRIDE}\n::error::x.yml"), Mark(), "REF002", f"'{TITLE}' \n::stop"
)


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json", "sarif"])
def test_no_format_lets_a_name_or_a_message_act(form: str) -> None:
    said = {
        "text": text.report([HOSTILE], colour=False),
        "github": github.report([HOSTILE]),
        "gitlab": gitlab.report([HOSTILE]),
        "json": as_json.report([HOSTILE]),
        "sarif": sarif.report([HOSTILE], {}),
    }[form]
    assert [sign for sign in said if acts(sign) and sign != "\n"] == []
    commands = [line for line in said.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == (form == "github")


def test_a_machine_reads_the_very_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problem = Problem(tmp_path / os.fsdecode(b"caf\xe9\x1b.yml"), Mark(), "REF002", "no")
    (fact,) = json.loads(as_json.report([problem]))
    assert os.fsencode(fact["path"]) == b"caf\xe9\x1b.yml"
    assert '"uri": "caf%E9%1B.yml"' in sarif.report([problem], {})


def test_the_excerpt_of_a_file_is_as_safe(project: Project, run: Run) -> None:
    project.write({"maps/a.yml": f'{UNKNOWN}titel: "Unread {OVERRIDE} it [[nowhere]]"\n'})
    done = run("check", cwd=project.root)
    assert "titel" in done.stdout
    assert [sign for sign in done.stdout if acts(sign) and sign != "\n"] == []


def test_what_mkdocs_complains_of_is_as_safe(project: Project, run: Run) -> None:
    project.write({"about.md": f"# About\n\n[there]({OVERRIDE}nowhere.md)\n"})
    done = run("build", "--strict", cwd=project.root)
    assert done.returncode == 1
    assert re.search(r"\\u202e", done.stderr)
    assert [sign for sign in done.stderr if acts(sign) and sign != "\n"] == []


def test_an_answer_that_quotes_an_argument_is_as_safe(project: Project, run: Run) -> None:
    done = run("handouts", f"bike{ESCAPE}", cwd=project.root)
    assert done.returncode == 2
    assert r"there is no 'bike\x1b[2J'" in done.stderr


@pytest.mark.parametrize(
    ("words", "wide"),
    [("", 0), ("title", 5), ("目的", 4), ("ดี", 1), ("é", 1), ("e\u0301", 1), ("한국", 4)],
)
def test_a_text_takes_the_columns_that_a_terminal_gives_it(words: str, wide: int) -> None:
    assert count_columns(words) == wide


@pytest.mark.parametrize(
    ("line", "column", "carets"),
    [
        ("目的: 同じ", 1, "^^^^"),
        ("{題: 図, lat: い}", 8, "         ^^^"),
        ("mood: ดี", 7, "      ^"),
        ("a: \u0301", 4, "   ^"),
    ],
)
def test_carets_stand_under_the_culprit_in_every_script(
    tmp_path: Path, line: str, column: int, carets: str
) -> None:
    path = tmp_path / "map.yml"
    path.write_text(line, encoding="utf-8")
    shown = text.cut_excerpt(Problem(path, Mark(1, column), "SHP003", "is not known"))
    assert shown[1] == f"       | {carets}"
