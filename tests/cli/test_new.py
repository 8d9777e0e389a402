"""`playbook new` answers what it can't use in words that can be typed."""

import pytest

from projects import Project, Run


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Grüße", "an id has lower-case letters, digits and single hyphens: write 'grüße'"),
        ("x.yml", "an id has lower-case letters, digits and single hyphens: write 'x-yml'"),
        ("con", "Windows reserves the name 'con.yml': choose another"),
        ("index", "'index' is the name of the section's own page: choose another"),
    ],
)
def test_a_name_that_is_no_id_is_answered_with_one(
    project: Project, run: Run, name: str, answer: str
) -> None:
    done = run("new", "interview-snapshot", name, cwd=project.root)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"Error: {answer}")


def test_without_arguments_it_lists_the_kinds_one_a_line(project: Project, run: Run) -> None:
    done = run("new", cwd=project.root)
    assert done.returncode == 2
    assert "\n\tclub,\n" in done.stderr
    assert r"\n" not in done.stderr


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_word_for_a_kind_is_answered_with_the_kind(
    project: Project, run: Run, command: str
) -> None:
    done = run(command, "tree", *(["x"] if command == "new" else []), cwd=project.root)
    assert done.returncode == 2
    assert "there is no kind 'tree' (did you mean 'opportunity-tree'?): it can be" in done.stderr


def test_only_init_writes_what_is_for_editors(project: Project, run: Run) -> None:
    assert run("new", "play", "ours", cwd=project.root).returncode == 0
    assert run("check", cwd=project.root).returncode == 0
    assert not (project.root / ".vscode").exists()
    assert "$schema" not in (project.content / "plays" / "ours.yml").read_text(encoding="utf-8")
    kept = project.root / ".cache" / "playbook" / "values"
    assert (kept / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (project.root / ".vscode").mkdir()
    (project.root / ".vscode" / "playbook.schema.json").write_text("{}", encoding="utf-8")
    assert run("new", "play", "theirs", cwd=project.root).returncode == 0
    text = (project.content / "plays" / "theirs.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.vscode/playbook.schema.json\n")
