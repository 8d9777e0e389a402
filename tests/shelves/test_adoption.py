"""`playbook adopt` makes an artifact of a shelf the team's own, and shows what changed since."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from playbook.cli import main
from playbook.project import load_project
from playbook.shelves.adoption import find_adoption
from playbook.shelves.installed import OWN, find_installed
from projects import Project, Run
from shelved import install, set_shelves, write_play


def adopt(project: Project, *args: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project.root), "adopt", *args])


def test_whatever_is_adopted_passes_the_check(project: Project) -> None:
    names = sorted({name for shelf in OWN for name in find_installed().shelves[shelf].files})
    names = [*names[::5], "first-lesson-shared"]
    done = adopt(project, *names)
    assert (done.exit_code, done.output.startswith("Wrote ")) == (0, True), done.output
    problems = load_project(project.root).problems
    assert {problem.code for problem in problems} <= {"RG001"}  # no club of theirs reads a guide
    assert adopt(project, "--changes").stdout.count("nothing has changed") == len(names)


def test_one_play_alone_is_adopted_without_what_it_refers_to(project: Project, run: Run) -> None:
    assert adopt(project, "experience-mapping").exit_code == 0
    checked = run("check", "--strict", cwd=project.root)
    assert (checked.returncode, checked.stdout) == (0, "All is well: 1 artifact checked.\n")
    path = project.content / "plays" / "experience-mapping.yml"
    path.write_text(path.read_text().replace("[[first-lesson-designer|", "[[first-lesson-desiner|"))
    assert (
        "'first-lesson-desiner' is not the id of anything" in run("check", cwd=project.root).stdout
    )


def test_what_is_adopted_already_is_yours(project: Project) -> None:
    assert adopt(project, "show-your-work").exit_code == 0
    again = adopt(project, "show-your-work")
    assert again.exit_code == 2
    assert "'show-your-work' is already yours, in " in again.output
    assert "'playbook adopt --changes show-your-work' shows what has changed" in again.output
    listed = adopt(project).output
    assert re.search(r"^plays:\n  [a-z-]+ +[A-Z]", listed, re.MULTILINE)
    assert re.search(r"^  show-your-work +Show stakeholders your work$", listed, re.MULTILINE)


def test_a_piece_that_the_team_deleted_is_no_longer_linked_to(project: Project) -> None:
    set_shelves(project, "plays")
    adopt(project, "lost-in-the-woods")
    path = project.content / "plays" / "lost-in-the-woods.yml"
    assert "id: first-visible-path" in path.read_text()
    path.write_text(path.read_text().replace("first-visible-path", "the-path-of-ours"))
    assert load_project(project.root).problems == []


def test_changes_upstream_are_shown_until_they_are_taken_over(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path / "a", {"float.yml": write_play(text="Hold hands.")})
    adopt(project, "float")
    path = project.content / "plays" / "float.yml"
    assert "# adopted: otters/float, otter-plays 1.0\n" in path.read_text()
    path.write_text(path.read_text().replace("To float.", "To float like us."))
    install(
        monkeypatch, tmp_path / "a", {"float.yml": write_play(text="Hold paws.")}, version="1.1"
    )
    shown = adopt(project, "--changes")
    assert '-    text: "Hold hands."\n+    text: "Hold paws."\n' in shown.stdout
    assert "--- float.yml, otter-plays 1.0\n+++ float.yml, otter-plays 1.1\n" in shown.stdout
    assert "'playbook adopt --done float'" in shown.output
    assert adopt(project, "--done", "float").exit_code == 0
    assert "# adopted: otters/float, otter-plays 1.1\n" in path.read_text()
    assert "To float like us." in path.read_text()
    assert (
        "nothing has changed since otter-plays 1.1" in adopt(project, "--changes", "float").stdout
    )
    assert load_project(project.root).problems == []


def test_an_original_that_is_gone_is_advice_at_the_line_that_names_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = install(
        monkeypatch, tmp_path / "a", {"float.yml": write_play(), "b.yml": write_play()}
    )
    adopt(project, "float")
    (folder / "float.yml").unlink()
    [problem] = load_project(project.root).problems
    assert str(problem).partition(".yml:")[2] == (
        "1:1: REF011 (advice) otter-plays 1.0 no longer has 'float' on its shelf 'otters': "
        "delete this line, and the file is yours alone"
    )
    assert "the original of 'float' is gone" in adopt(project, "--changes", "float").output
    monkeypatch.undo()
    [problem] = load_project(project.root).problems
    assert "no package here has the shelf 'otters': install otter-plays, or" in problem.message


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (
            ("experience-maping",),
            "no shelf has 'experience-maping' (did you mean 'experience-mapping'?)",
        ),
        (("--changes", "x"), "'x' was not adopted: nothing has been adopted yet"),
        (("--done",), "name the artifacts whose changes you have copied"),
    ],
)
def test_a_wrong_call_is_answered(project: Project, args: tuple[str, ...], answer: str) -> None:
    done = adopt(project, *args)
    assert done.exit_code == 2
    assert answer in done.output


def test_without_an_id_it_lists_what_there_is(project: Project) -> None:
    done = adopt(project)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "\nbook-club:\n  2026-01-common-framework " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("'playbook adopt ID' copies one of these")


@pytest.mark.parametrize("name", ["scaling-sales", "plays/scaling-sales"])
def test_what_is_left_out_is_told_and_what_goes_again_leaves_nothing(
    project: Project, name: str
) -> None:
    set_shelves(project, "plays", leave_out=(name,))
    path = project.root / "site_config" / "site.yml"
    text = path.read_text(encoding="utf-8")
    done = adopt(project, "scaling-sales")
    line = text[: text.index("leave_out:")].count("\n") + 1
    assert f"site.yml:{line} still names '{name}' under 'leave_out:'" in done.stdout
    assert path.read_text(encoding="utf-8") == text
    original = project.root / "site_config/adopted/plays/scaling-sales.yml"
    assert original.is_file()
    root = ("-C", str(project.root))
    gone = CliRunner().invoke(main, [*root, "remove", "scaling-sales", "--clean"])
    assert gone.exit_code == 0, gone.output
    assert "site_config/adopted/plays/scaling-sales.yml, and cleaned up." in gone.stdout
    assert not original.exists()


def test_nothing_is_overwritten(project: Project) -> None:
    project.write({"plays/clear-boundaries.yml": write_play()})
    done = adopt(project, "clear-boundaries", "scaling-sales")
    assert (done.exit_code, "is already the id of" in done.output) == (2, True)
    assert (project.content / "plays" / "clear-boundaries.yml").read_text() == write_play()


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("# a\n\n# adopted: plays/x, discovery-playbook 1.0rc1+a\r\nkind: play\n", "1.0rc1+a"),
        ("kind: play\n# adopted: plays/x, discovery-playbook 1.0\n", None),
        ("# adopted: by us all\nkind: play\n", None),
        ("", None),
    ],
)
def test_only_a_remark_above_the_text_says_where_it_came_from(
    text: str, version: str | None
) -> None:
    adoption = find_adoption(text)
    assert (adoption and adoption.version) == version
