"""What a reference that leads nowhere is answered, and what only follows from another mistake."""

from playbook.kinds import KINDS
from playbook.library.library import Library
from projects import Project, Run

TREE = """kind: opportunity-tree
title: Baking in plan
summary: What we work on.
outcome: {title: More bread, type: product, metric: Loaves, from: "1", to: "2", by: 2027-10-01}
opportunities:
  - id: forget-last-week
    title: I forget what I baked last week
    heard_in: bee
    solutions:
      - {id: forget-less, title: A note at the oven}
  - {id: flour, title: The flour runs out}
"""
SNAPSHOT = """kind: interview-snapshot
title: Bea
summary: A loaf that burned.
who: Bea
date: 2026-03-18
story: [{title: Bakes}]
opportunities:
  - {title: I forget, at: "bake-plan#PART"}
"""
GLOSSARY = """kind: glossary
title: Words
summary: Ours.
terms:
  - {title: interview snapshot, means: "See [[bake-plan|the plan]], and [[bake-plain]] too."}
"""
PLAY = """kind: play
title: Bake
summary: A loaf.
purpose: Bread
time: 10
steps: [{title: Knead}]
next: TARGET
"""


def find_problems(project: Project, **files: str) -> list[str]:
    project.write({f"{name.replace('_', '-')}.yml": text for name, text in files.items()})
    problems = Library(project.content, KINDS).problems
    return [
        f"{problem.path.stem}:{problem.mark.line}:{problem.mark.column} {problem.message}"
        for problem in problems
        if problem.code in {"REF002", "REF005", "IS202"}
    ]


def test_it_names_only_what_may_stand_there(project: Project) -> None:
    answers = find_problems(
        project,
        bake_plan=TREE,
        bea=SNAPSHOT.replace("PART", "forget-last-weak"),
        words=GLOSSARY,
        bake=PLAY.replace("TARGET", "interview-snapshot"),
    )
    plan, bake, bea, words = answers
    assert plan.startswith("bake-plan:8:15 'bee' is not the id of anything (did you mean 'bea'?)")
    assert bake.startswith("bake:7:7 'interview-snapshot' is not the id of anything: an id is ")
    assert bea.startswith("bea:8:27 'forget-last-weak' is not in 'bake-plan' (did you mean ")
    assert bea.endswith("it has 'flour', 'forget-last-week'")
    assert words.startswith("words:5:73 'bake-plain' is not the id of anything (did you mean")


def test_a_part_is_nothing_to_do_next(project: Project) -> None:
    (problem,) = find_problems(
        project,
        words=GLOSSARY.replace("bake-plain", "bake-plan"),
        bake_plan=TREE.replace("    heard_in: bee\n", ""),
        bake=PLAY.replace("TARGET", "words#interview-snapshot"),
    )
    assert "is of kind 'term': name one of kind 'play'" in problem


def test_a_slip_in_one_place_is_not_told_of_another(project: Project) -> None:
    (problem,) = find_problems(
        project, bake_plan=TREE, bea=SNAPSHOT.replace("PART", "forget-last-week")
    )
    assert problem.startswith("bake-plan:8:15 'bee' is not the id")


def test_settings_that_cannot_be_read_say_nothing_of_a_reference_to_a_shelf(
    project: Project, run: Run
) -> None:
    project.write({"bake.yml": PLAY.replace("TARGET", "experience-mapping")})
    site = project.root / "site_config" / "site.yml"
    site.write_text("site_name: Bread\nextra:\n  tagline: Bake: now\n  shelves: [plays]\n")
    checked = run("check", cwd=project.root)
    assert checked.returncode == 1
    assert "site_config/site.yml:3" in checked.stdout
    assert "REF002" not in checked.stdout
