"""`playbook import`: each file of `tests/fixtures/imports` becomes what is written beside it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from golden import WRITE
from playbook.cli import main
from playbook.exchange.yaml_lines import PLACEHOLDER, PLACEHOLDER_TAG
from playbook.project import load_project
from playbook.source.problem import Severity
from playbook.starter.unreplaced import SIGN, TAG
from projects import ROOT, Project

FOLDER = ROOT / "tests" / "fixtures" / "imports"
CASES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".golden"))


def run_import(project: Project, *args: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["-C", str(project.root), "import", *args])
    return done.exit_code, done.output.replace(f"{FOLDER.as_posix()}/", "")


@pytest.mark.parametrize("path", CASES, ids=[path.name for path in CASES])
def test_a_file_becomes_what_is_written_beside_it(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    code, output = run_import(project, "--dry-run", path.name)
    golden, text = path.with_name(f"{path.name}.golden"), f"{output}exit {code}\n"
    if WRITE:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
    assert list(project.content.rglob("*.yml")) == []


def test_what_is_written_passes_the_check(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    for path in CASES:
        if path.name != "people.md":
            run_import(project, path.name)
    loaded = load_project(project.root)
    assert [each for each in loaded.problems if each.severity is Severity.ERROR] == []
    assert loaded.library.entries


def test_what_may_lead_to_a_person_is_named_where_the_check_finds_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    schema = project.root / ".vscode" / "playbook.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")
    code, output = run_import(project, "people.md")
    assert (code, "5 places may lead to a person" in output) == (0, True)
    problems = load_project(project.root).problems
    lines = {each.mark.line for each in problems if each.code in {"IS101", "IS102", "IS103"}}
    assert len(lines) == 4  # the fifth place is a comment
    assert all(f"more-rides.yml:{line}:" in output for line in lines)


def test_a_method_named_by_its_title_is_the_play_or_is_asked_about(
    project: Project, tmp_path: Path
) -> None:
    card = tmp_path / "swap.md"
    card.write_text(
        "---\ntitle: Seed swap\nsee also: Seed swaps, Compost walks, seed swap\n---\n1. Meet.\n",
        encoding="utf-8",
    )
    _, output = run_import(project, str(card))
    assert "no play is called 'Seed swaps' (did you mean 'Seed swap'?)" in output
    assert "no play is called 'Compost walks': it was kept" in output
    assert "'seed swap' is the play 'seed-swap': write 'next: seed-swap'" in output


def test_a_placeholder_is_what_a_new_file_has() -> None:
    assert (PLACEHOLDER, PLACEHOLDER_TAG) == (SIGN, TAG)
