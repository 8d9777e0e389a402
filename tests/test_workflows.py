"""What runs on a host runs pinned, with no more rights than it needs."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")


def read_workflow(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def steps_of(path: Path) -> list[dict[str, Any]]:
    return [step for job in read_workflow(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(path: Path) -> None:
    used = [step["uses"] for step in steps_of(path) if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not re.search(r" # v\d+\.\d+\.\d+$", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_keeps_the_token(path: Path) -> None:
    checkouts = [
        step for step in steps_of(path) if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts or path.name == "comment.yml"
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    workflow = read_workflow(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        if "write" in job["permissions"].values():
            assert [
                step for step in job["steps"] if "run" in step or "checkout" in step.get("uses", "")
            ] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_that_a_stranger_writes_stands_in_a_command(path: Path) -> None:
    commands = [step["run"] for step in steps_of(path) if "run" in step]
    assert [command for command in commands if "${{" in command] == []
    assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_npm_runs_no_script_of_a_package() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    calls = [line for line in lines if re.search(r"\bnpm (?:ci|install)\b", line)]
    assert calls
    assert [line for line in calls if "--ignore-scripts" not in line] == []


def test_what_is_installed_beside_the_lock_is_pinned() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    installs = [
        line
        for line in lines
        if re.search(r"pip\)? install", line, re.IGNORECASE)
        and "--require-hashes" not in line
        and line[-1] != "."
    ]
    assert installs
    assert [line for line in installs if not re.search(r"==[\d.]+$", line)] == []


def test_the_comment_is_that_of_the_main_branch_and_takes_nothing_on_trust() -> None:
    path = ROOT / ".github" / "workflows" / "comment.yml"
    text, workflow = path.read_text(encoding="utf-8"), read_workflow(path)
    assert workflow[True] == {  # `on`, as YAML 1.1 reads it
        "workflow_run": {"workflows": ["Review"], "types": ["completed"]}
    }
    assert workflow["jobs"]["comment"]["permissions"] == {
        "actions": "read",
        "pull-requests": "write",
    }
    scripts = [step["with"]["script"] for step in steps_of(path) if "script" in step["with"]]
    assert [script for script in scripts if "${{" in script] == []
    assert "size_in_bytes > 100000" in scripts[0]
    assert "lstatSync" in scripts[1]
    assert text.count("readFileSync") == 1  # the words, and not the number of the pull request
    assert "run.head_sha" in scripts[1]
    assert "(@|&#0*64;|&#x0*40;|&commat;)" in scripts[1]  # `@` calls people, however it is written
    assert "<(?=im|" in scripts[1]  # `<image>` is one, too
    review = read_workflow(path.with_name("review.yml"))
    assert review["name"] == "Review"
    assert review[True] == "pull_request"
    assert "secrets." not in path.with_name("review.yml").read_text(encoding="utf-8")


def test_a_new_playbook_gets_the_same_comment() -> None:
    started = ROOT / "generator" / "playbook" / "starter" / "files" / "hosts" / "github"
    own = (ROOT / ".github" / "workflows" / "comment.yml").read_text(encoding="utf-8")
    assert (started / "comment.yml.tmpl").read_text(encoding="utf-8") == own
