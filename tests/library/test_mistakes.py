"""Every mistake is one problem at its place.

A mistake is a file in fixtures/broken that says what it expects.
"""

import json
import re
import shutil
from itertools import takewhile
from pathlib import Path

import pytest

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.site.templates import PageRenderer
from playbook.source.document import MAX_BYTES, read
from playbook.source.problem import Mark
from playbook.source.unprintable import UNPRINTABLE
from playbook.system.terminal import count_columns
from projects import ROOT, Project, Run, make_project

FIXTURES = ROOT / "tests" / "fixtures"
SOUND = sorted(FIXTURES.glob("sound/*.yml"))
BROKEN = sorted(FIXTURES.glob("broken/*.yml"))
EXPECT = re.compile(r"^# expect: ([A-Z]+\d+) (\d+):(\d+) (.+)$", re.MULTILINE)
LINE = re.compile(r"(\S+):(\d+):(\d+): ([A-Z]+\d+)(?: \(advice\))? (\S.*: \S.*)")
SHOWN = re.compile(r" *(\d+) \| (.*)")
SIGNS = re.compile(r" *\|( +)(\^+)")

PLAY = """kind: play
title: Show your work
summary: What a reader gets from it.
purpose: A team that sees the same thing.
time: {time}
people: The trio
when_not: Nothing has changed
sources: [A talk by a friend]
steps:
  - title: Put it on the wall
"""

READS_AS_MORE = {
    "titled-no": "no",
    "titled-on": "on",
    "titled-1230": "12:30",
    "titled-1e3": "1e3",
    "titled-2026-03-18": "2026-03-18",
}
"""Words that other readers of YAML take for a truth, a time, a number or a date."""

Report = tuple[str, int, int, str, str]


def expected(path: Path) -> list[Report]:
    beside = path.with_suffix(".expect")
    said = EXPECT.findall((beside if beside.exists() else path).read_text(encoding="utf-8"))
    return [
        (f"content/wrong/{path.name}", int(line), int(column), code, words)
        for code, line, column, words in said
    ]


def shortened(report: Report, wanted: Report) -> Report:
    """Return the report cut off where the expectation says that more follows."""
    start = wanted[-1].removesuffix(" …")
    *where, message = report
    return (*where, wanted[-1]) if start != wanted[-1] and message.startswith(start) else report  # type: ignore[return-value]


@pytest.fixture(scope="module")
def mistakes(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """All files with a mistake, and some with none; not to be changed."""
    project = make_project(tmp_path_factory.mktemp("mistakes") / "project", content=False)
    shutil.copytree(
        FIXTURES / "broken", project.content / "wrong", ignore=shutil.ignore_patterns("*.expect")
    )
    shutil.copytree(FIXTURES / "sound", project.content / "right")
    return project


def test_each_mistake_is_reported_once_at_its_place_with_a_remedy(
    mistakes: Project, run: Run
) -> None:
    done = run("check", "--format", "json", cwd=mistakes.root)
    problems = json.loads(done.stdout)
    facts = [(p["path"], p["line"], p["column"], p["code"], p["message"]) for p in problems]
    wanted = sorted(each for path in BROKEN for each in expected(path))
    assert [fact[:4] for fact in facts] == [each[:4] for each in wanted]
    assert list(map(shortened, facts, wanted)) == wanted
    errors = sum(p["severity"] == "error" for p in problems)
    count = f"{errors} errors and {len(wanted) - errors} pieces of advice in {len(BROKEN)} files"
    assert done.stderr == f"{count}; more may show once these are fixed\n"
    assert done.returncode == 1


def test_a_person_sees_each_problem_with_a_caret_under_the_culprit(
    mistakes: Project, run: Run
) -> None:
    lines = run("check", cwd=mistakes.root).stdout.splitlines()
    reported = [
        (found, number) for number, line in enumerate(lines) if (found := LINE.fullmatch(line))
    ]
    assert len(reported) == sum(len(expected(path)) for path in BROKEN)
    bare = 0
    for found, number in reported:
        excerpt = list(takewhile(lambda line: not LINE.fullmatch(line), lines[number + 1 :]))
        if not excerpt:
            bare += 1
            assert found[5].startswith("the file is empty")
            continue
        shown, signs = SHOWN.fullmatch(excerpt[0]), SIGNS.fullmatch(excerpt[1])
        assert shown is not None
        assert signs is not None
        assert len(excerpt) == 2
        text = (
            (mistakes.root / found[1])
            .read_text(encoding="utf-8", errors="replace")
            .split("\n")[int(found[2]) - 1]
        )
        culprit = UNPRINTABLE.sub("\ufffd", text[int(found[3]) - 1 :].replace("\t", " ")).rstrip()
        under = excerpt[0][signs.start(2) :]
        assert culprit.startswith(under)
        assert 1 <= len(signs[2]) <= max(1, count_columns(under))
        assert (shown[1], len(excerpt[0]) <= 120) == (found[2], True)
    assert bare == 1


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_fixture_says_what_it_expects(path: Path) -> None:
    assert expected(path)


def test_a_path_narrows_the_report_to_that_file(mistakes: Project, run: Run) -> None:
    done = run("check", "content/wrong/chapter-number-twice.yml", cwd=mistakes.root)
    assert re.match(r"content/wrong/chapter-number-twice\.yml:9:18: BK001 .+\n", done.stdout)
    assert done.stdout.count(".yml:") == 1
    assert done.returncode == 1
    sound = run("check", "content/right", cwd=mistakes.root)
    assert (sound.returncode, sound.stderr, sound.stdout.count("\n")) == (0, "", 1)


HIDDEN = "is not read, since its name, or that of its folder, is hidden: call it something else"
OUTSIDE = "is not read: name a file or a folder in content/, or one of the settings in site_config/"


@pytest.mark.parametrize(
    ("path", "code", "answer"),
    [
        ("content/right.yml", 0, "All is well: 1 artifact checked."),
        ("content/about.md", 0, "All is well: 0 artifacts checked."),
        ("content", 1, "content/mara.YML:1:1: FIL001 'mara.YML' is not read"),
        ("content/mara.YML", 1, "content/mara.YML:1:1: FIL001 'mara.YML' is not read"),
        ("content/mara.yml.txt", 1, "content/mara.yml.txt:1:1: FIL001"),
        ("content/mara", 1, "content/mara:1:1: FIL001"),
        ("content/link.yml", 1, "content/link.yml:1:1: SRC010"),
        ("content/.mara.yml", 0, "content/.mara.yml:1:1: FIL001 (advice) '.mara.yml' is hidden"),
        ("content/.drafts", 2, f"'content/.drafts' {HIDDEN}"),
        ("mara.yml", 2, f"'mara.yml' {OUTSIDE}"),
        ("../mara.yml", 2, f"'../mara.yml' {OUTSIDE}"),
        ("site_config/site.yml", 0, "All is well"),
        ("content/nothing", 0, "All is well: 0 artifacts checked."),
        ("nowhere.yml", 2, "'nowhere.yml' does not exist: check how it is spelt"),
        ("\x1b[2J.yml", 2, "does not exist"),
    ],
)
def test_a_path_that_is_not_read_is_said_to_be(
    path: str, code: int, answer: str, project: Project, run: Run
) -> None:
    right = (FIXTURES / "sound" / "sound-map.yml").read_text(encoding="utf-8")
    project.write(
        {
            "right.yml": right,
            "about.md": "# Us\n",
            "mara.YML": right,
            "mara.yml.txt": right,
            "mara": right,
        }
    )
    project.write(
        {
            ".mara.yml": right,
            ".drafts/ana.yml": right,
            "../mara.yml": right,
            "../../mara.yml": right,
        }
    )
    (project.content / "link.yml").symlink_to("right.yml")
    (project.content / "nothing").mkdir()
    done = run("check", path, cwd=project.root)
    assert (done.returncode, "\x1b" in done.stderr) == (code, False)
    assert answer in done.stdout + done.stderr
    if path != "content":
        assert done.stdout.count("content/") == answer.startswith("content/")


def test_content_without_a_mistake_is_exit_code_0(project: Project, run: Run) -> None:
    shutil.copytree(FIXTURES / "sound", project.content / "right")
    done = run("check", cwd=project.root)
    calm = f"All is well: {len(SOUND)} artifacts checked.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, calm, "")


def test_a_title_stays_what_was_typed(tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "sound", tmp_path / "content")
    library = Library(tmp_path / "content", KINDS)
    pages = {
        name: PageRenderer(library).render_artifact(entry, {})
        for name, entry in library.entries.items()
        if "titled" in name
    }
    typed = {name: READS_AS_MORE[name] for name in pages}
    assert typed == READS_AS_MORE
    for name, title in typed.items():
        assert f"\n# {title} {{ #Top }}\n" in pages[name]
        assert f"\n1. **{title}**\n" in pages[name]


def test_advice_is_exit_code_0_and_when_strict_1(project: Project, run: Run) -> None:
    shutil.copy(FIXTURES / "broken" / "steps-run-over.yml", project.content)
    assert run("check", cwd=project.root).returncode == 0
    assert run("check", "--strict", cwd=project.root).returncode == 1


@pytest.mark.parametrize(
    "args",
    [
        ["check", "--no-such-option"],
        ["check", "nowhere.yml"],
        ["chek"],
        ["-C", "site_config", "check"],
    ],
)
def test_wrong_usage_is_exit_code_2(args: list[str], project: Project, run: Run) -> None:
    done = run(*args, cwd=project.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 10)}]\n" for name in "bcdefghi"
)


@pytest.mark.parametrize(
    ("text", "code", "mark"),
    [
        ("[" * 10_000, "SRC007", Mark(1, 41)),
        ("- " * 10_000, "SRC007", Mark(1, 81)),
        ("{a: " * 10_000, "SRC007", Mark(1, 161)),
        ("".join(" " * depth + "a:\n" for depth in range(1_000)), "SRC007", Mark(41, 41)),
        (BOMB, "SRC009", Mark(5, 12)),
        ("a: b\n" * (MAX_BYTES // 5 + 1), "SRC008", Mark()),
    ],
    ids=["brackets", "lists", "braces", "indents", "alias bomb", "too large"],
)
def test_what_would_exhaust_the_machine_is_one_problem(
    text: str, code: str, mark: Mark, tmp_path: Path
) -> None:
    path = tmp_path / "huge.yml"
    path.write_text(text, encoding="utf-8")
    source, problems = read(path, tmp_path)
    assert [(problem.code, problem.mark) for problem in problems] == [(code, mark)]
    assert source is None


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_places_are_right_whatever_editor_saved_the_file(
    start: str, end: str, tmp_path: Path
) -> None:
    text = start + PLAY.replace("\n", end)
    path = tmp_path / "a-play.yml"
    path.write_bytes(text.format(time=45).encode())
    assert Library(tmp_path, KINDS).problems == []
    path.write_bytes(text.format(time="soon").encode())
    assert [(problem.code, problem.mark) for problem in Library(tmp_path, KINDS).problems] == [
        ("SHP004", Mark(5, 7))
    ]
    path.write_bytes(text.replace("kind: play", "kind: plays").encode())
    assert [(problem.code, problem.mark) for problem in Library(tmp_path, KINDS).problems] == [
        ("SHP001", Mark(1, 7))
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_file_in_another_unicode_encoding_is_one_problem(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a-play.yml"
    path.write_bytes(PLAY.format(time=60).encode(encoding))
    source, problems = read(path, tmp_path)
    assert source is None
    assert [problem.code for problem in problems] == ["SRC005"]
