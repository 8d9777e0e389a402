"""What a machine reads says the same as what a person reads."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from projects import ROOT, Project, Run, make_project, run_playbook

FIXTURES = ROOT / "tests" / "fixtures"
SCHEMA = json.loads((FIXTURES / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
LINE = re.compile(r"^(\S.*?):(\d+):(\d+): ([A-Z]+\d+)( \(advice\))? (.+)$", re.MULTILINE)
COMMAND = re.compile(r"::(error|warning) file=(.*?),line=(\d+),col=(\d+),title=(.*?)::(.*)")
HOSTILE = """kind: play
title: Show [[100%, 50%::error file=x]] it
summary: What a reader gets from it.
purpose: A team that sees the same thing.
time: 45
steps:
  - title: "Line\\r\\nand [[nowhere, at: all]]"
    minutes: 50
"""
HASTY = """kind: play
title: Show it
summary: What a reader gets from it.
purpose: A team that sees the same thing.
time: 45
steps:
  - title: Show it
    minutes: 50
"""
Fact = tuple[str, int, int, str, str, str]


NAMES = ("a, 100%25: b.yml", "it-s/hostile.yml", "ä ö/other.yml")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_project(tmp_path_factory.mktemp("wrong") / "project", content=False)
    shutil.copytree(
        FIXTURES / "broken", project.content / "wrong", ignore=shutil.ignore_patterns("*.expect")
    )
    shutil.copytree(FIXTURES / "sound", project.content / "right")
    project.write(dict.fromkeys(NAMES, HOSTILE))
    return project


@cache
def check(project: Project, form: str = "text") -> "subprocess.CompletedProcess[str]":
    """Return what is said of a project that nobody changes."""
    return run_playbook("check", "--format", form, cwd=project.root)


def from_text(said: str) -> list[Fact]:
    return [
        (m[1], int(m[2]), int(m[3]), m[4], "warning" if m[5] else "error", m[6])
        for m in LINE.finditer(said)
    ]


def from_json(said: str) -> list[Fact]:
    keys = ("path", "line", "column", "code", "severity", "message")
    return [tuple(each[key] for key in keys) for each in json.loads(said)]  # type: ignore[misc]


def unescaped(value: str) -> str:
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        value = value.replace(code, sign)
    return value


def from_github(said: str) -> list[Fact]:
    found: list[Fact] = []
    for line in said.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        weight, path, row, column, title, message = match.groups()
        code = unescaped(title).split(" ")[0]
        found.append((unescaped(path), int(row), int(column), code, weight, unescaped(message)))
    return found


def from_sarif(said: str) -> list[Fact]:
    [run] = json.loads(said)["runs"]
    return [fact(result, run["tool"]["driver"]["rules"]) for result in run["results"]]


def fact(result: dict[str, Any], rules: list[dict[str, Any]]) -> Fact:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    region, path = place["region"], unquote(place["artifactLocation"]["uri"])
    where = (path, region["startLine"], region["startColumn"])
    return (*where, result["ruleId"], result["level"], result["message"]["text"])


READERS: dict[str, Callable[[str], list[Fact]]] = {
    "github": from_github,
    "json": from_json,
    "sarif": from_sarif,
}


@pytest.mark.parametrize("form", READERS)
def test_a_format_reads_back_as_what_a_person_is_told(form: str, wrong: Project) -> None:
    text, machine = check(wrong), check(wrong, form)
    told = from_text(text.stdout)
    assert len(told) > 90
    assert {fact[4] for fact in told} == {"error", "warning"}
    assert READERS[form](machine.stdout) == told
    assert (machine.returncode, machine.stderr) == (text.returncode, text.stderr)


def test_sarif_keeps_its_schema(wrong: Project) -> None:
    log = json.loads(check(wrong, "sarif").stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert not jsonschema.Draft4Validator(SCHEMA).is_valid({**log, "version": "2"})
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["PL001"]["name"] == "steps-run-over"


@pytest.mark.parametrize("form", ["text", *READERS])
def test_paths_lead_there_from_where_the_command_was_run(
    form: str, project: Project, run: Run
) -> None:
    project.write(dict.fromkeys(NAMES, HOSTILE))
    for folder, start in (
        (project.content, ["-C", ".."]),
        (project.root.parent, ["-C", project.root.name]),
    ):
        done = run(*start, "check", "--format", form, cwd=folder)
        facts = {"text": from_text, **READERS}[form](done.stdout)
        assert len({path for path, *_ in facts}) == len(NAMES)
        assert [path for path, *_ in facts if not (folder / path).is_file()] == []
        assert [path for path, *_ in facts if Path(path).is_absolute()] == []


def test_problems_are_sorted_and_counted(wrong: Project) -> None:
    done = check(wrong)
    facts = from_text(done.stdout)
    places = [(Path(path), line, column) for path, line, column, *_ in facts]
    assert places == sorted(places)
    weights = [weight for *_, weight, _ in facts]
    count = f"{weights.count('error')} errors and {weights.count('warning')} pieces of advice"
    files = len({path for path, *_ in places})
    assert done.stderr == f"{count} in {files} files; more may show once these are fixed\n"


@pytest.mark.parametrize(("form", "said"), [("github", ""), ("json", "[]\n")])
def test_all_is_well_for_a_machine(form: str, said: str, project: Project, run: Run) -> None:
    shutil.copytree(FIXTURES / "sound", project.content / "right")
    done = run("check", "--format", form, cwd=project.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


def test_all_is_well_is_valid_sarif_and_one_calm_line(project: Project, run: Run) -> None:
    shutil.copytree(FIXTURES / "sound", project.content / "right")
    log = json.loads(run("check", "--format", "sarif", cwd=project.root).stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["runs"][0]["results"] == []
    calm = run("check", cwd=project.root)
    assert re.fullmatch(r"All is well: \d+ artifacts checked\.\n", calm.stdout)
    assert calm.stderr == ""


def test_a_path_narrows_the_report_and_nothing_else(wrong: Project, run: Run) -> None:
    whole = from_json(check(wrong, "json").stdout)
    chosen = ["content/wrong/dangling-part.yml", "content/wrong/part-of-another.yml"]
    some = from_json(run("check", "--format", "json", *chosen, cwd=wrong.root).stdout)
    assert some == [fact for fact in whole if fact[0] in chosen]
    assert [fact[3] for fact in some] == ["REF002", "REF002"]
    assert "'sound-map#asks-around'" in some[1][5]


def on_a_terminal(cwd: Path, **env: str) -> str:
    screen, end = pty.openpty()
    command = [sys.executable, "-m", "playbook", "check"]
    with subprocess.Popen(
        command, cwd=cwd, stdout=end, stderr=subprocess.DEVNULL, env={**os.environ, **env}
    ) as process:
        os.close(end)
        said = b""
        try:
            while part := os.read(screen, 65_536):
                said += part
        except OSError:  # Linux's way of saying that the other end is closed
            pass
        process.wait()
    os.close(screen)
    return said.decode().replace("\r\n", "\n")


def test_colour_is_for_a_terminal_only(wrong: Project) -> None:
    plain = check(wrong).stdout
    coloured = on_a_terminal(wrong.root)
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_gitlab_gets_each_problem_at_its_line(wrong: Project) -> None:
    issues = json.loads(check(wrong, "gitlab").stdout)
    weights = {"major": "error", "minor": "warning"}
    facts = [
        (
            issue["location"]["path"],
            issue["location"]["lines"]["begin"],
            *issue["description"].split(" ", 1),
            weights[issue["severity"]],
        )
        for issue in issues
    ]
    known = from_json(check(wrong, "json").stdout)
    assert facts == [
        (path, line, code, message, weight) for path, line, _, code, weight, message in known
    ]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_advice_alone_is_called_so(project: Project) -> None:
    project.write({"a.yml": HASTY})
    done = run_playbook("check", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "4 pieces of advice in 1 file\n"), done.stdout


def test_errors_and_advice_are_counted_apart_and_more_to_come_is_announced(
    project: Project,
) -> None:
    project.write({"a.yml": HASTY, "b.yml": f"{HASTY}date: tomorrow\n"})
    done = run_playbook("check", cwd=project.root)
    count = "1 error and 4 pieces of advice in 2 files; more may show once these are fixed\n"
    assert (done.returncode, done.stderr) == (1, count), done.stdout
    done = run_playbook("check", "content/b.yml", cwd=project.root)
    assert done.stderr == "1 problem in 1 file; more may show once this is fixed\n"
    built = run_playbook("build", cwd=project.root)
    assert "1 problem in the content: fix it, then build again" in built.stderr
