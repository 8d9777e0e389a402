"""What a site's settings say of shelves is answered at its place."""

import pytest

from playbook.config.settings import load_settings
from playbook.kinds import KINDS
from playbook.project import load_project
from playbook.publish.mkdocs_config import find_config_problems
from playbook.shelves.choice import Shelves
from playbook.shelves.installed import find_installed
from projects import Project, Run
from shelved import list_messages, set_shelves, write_play

OURS = find_installed().shelves


@pytest.mark.parametrize(
    ("shelves", "leave_out", "answer"),
    [
        (
            ("play",),
            (),
            "13: SET030 there is no shelf 'play' (did you mean 'plays'?): there is 'plays', ",
        ),
        (("plays", "plays"), (), "20: SET030 (advice) 'plays' is in the list twice: delete one"),
        (
            ("plays",),
            ("x", "scaling-sale"),
            "15: SET032 (advice) no shelf has 'x': check how it is spelt, or delete it",
        ),
        (("plays",), ("plays/glosary",), "(did you mean 'glossary'?)"),
    ],
)
def test_a_mistake_in_the_choice_is_answered_at_its_place(
    project: Project, shelves: tuple[str, ...], leave_out: tuple[str, ...], answer: str
) -> None:
    set_shelves(project, *shelves, leave_out=leave_out)
    problems = load_project(project.root).problems
    assert {problem.path.name for problem in problems} == {"site.yml"}
    assert any(answer in str(problem) for problem in problems), problems


def test_what_mkdocs_is_told_to_leave_out_is_answered_with_what_does_that(project: Project) -> None:
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}exclude_docs: plays/show-your-work.md\n", encoding="utf-8")
    set_shelves(project, "plays")
    [problem] = find_config_problems(project.root, load_project(project.root).library)
    assert "write 'show-your-work' under 'leave_out:' in site_config/site.yml" in problem.message


def test_a_reference_to_a_shelf_that_is_not_taken_is_answered(project: Project) -> None:
    project.write({"plays/ours.yml": write_play("Ours", "See [[first-lesson-booked]], [[show]].")})
    set_shelves(project, "plays")
    first, second = list_messages(load_project(project.root))
    assert first == (
        "REF002 'first-lesson-booked' is on the shelf 'worked-case', which this site doesn't take: "
        "write 'worked-case' under 'shelves:' in site_config/site.yml, or take this out"
    )
    assert second.startswith("REF002 'show' is not the id of anything")


def test_mkdocs_yml_may_choose_as_well(project: Project) -> None:
    config = project.root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "extra:\n  shelves: [sheets]\n", encoding="utf-8"
    )
    [problem] = load_project(project.root).problems
    assert (problem.path.name, problem.code) == ("mkdocs.yml", "SET030")
    chosen, _ = load_settings(project.root, {rule.code for kind in KINDS for rule in kind.rules})
    assert chosen.extra.shelves == ("sheets",)


def test_no_shelf_is_taken_by_default() -> None:
    assert Shelves().wanted == ()


def test_what_is_on_a_shelf_is_left_out_and_not_removed(project: Project, run: Run) -> None:
    set_shelves(project, "plays")
    project.write({"plays/ours.yml": write_play("Ours", "See [[glossary#outcome]].")})
    done = run("remove", "show-your-work", "--clean", cwd=project.root)
    assert (done.returncode, "write it under 'leave_out:'" in done.stderr) == (2, True)
    assert run("remove", "ours", "--clean", cwd=project.root).returncode == 0
    assert OURS["plays"].files["show-your-work"].is_file()
