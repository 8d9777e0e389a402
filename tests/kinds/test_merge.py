"""Maps drawn alone, merged and compared.

What everyone saw, where they differ, and what became of it.
"""

import pytest

from built import files
from playbook.kinds import KINDS
from playbook.kinds.experience_map.merging import differences
from playbook.kinds.experience_map.merging.comparison import Comparison, compare_maps
from playbook.kinds.experience_map.merging.union import Union, unite_maps
from playbook.kinds.experience_map.merging.view import make_views
from playbook.library.library import Library
from playbook.library.subpage import make_subpages
from projects import ROOT, Project, Run

HEAD = (
    "kind: experience-map\ntitle: {0}\nsummary: Drawn in a test.\nscope: From wanting to booking\n"
)
DESIGNER = (
    HEAD.format("The designer's map")
    + """\
drawn_by: designer
nodes:
  - {id: asks, title: Asks a friend, mood: 1, evidence: Interview 1, next: looks-and-writes}
  - {id: looks-and-writes, title: Looks for a teacher and writes to one, next: waits}
  - {id: waits, title: Waits for an answer, feeling: hopeful, mood: 1, evidence: Interview 1}
"""
)
ENGINEER = (
    HEAD.format("The engineer's map")
    + """\
drawn_by: engineer
nodes:
  - {id: asks, title: Rings somebody who plays, mood: 2, next: looks}
  - {id: looks, title: Looks for a teacher, next: writes}
  - {id: writes, title: Writes to one, next: [waits-long, {to: looks, as: loop, because: no answer}]}
  - {id: waits-long, title: Waits for days for an answer, feeling: snubbed, mood: -2, evidence: Interview 2}
"""  # noqa: E501 - a script, YAML or a title, as it is
)
MANAGER = (
    HEAD.format("The manager's map")
    + """\
drawn_by: manager
nodes:
  - {id: looks, title: Looks for a teacher, next: sums, evidence: Interview 3}
  - {id: sums, title: Does sums at the kitchen table, next: [waiting, {to: stops, as: abandon, because: the price}]}
  - {id: waiting, title: Waits for an answer, next: {to: stops, as: abandon, because: silence}}
  - {id: stops, title: Gives up}
"""  # noqa: E501 - a script, YAML or a title, as it is
)
MAPS = {"designer": DESIGNER, "engineer": ENGINEER, "manager": MANAGER}
SEEN = [
    ["designer#asks", "engineer#asks"],
    ["designer#looks-and-writes", "engineer#looks", "manager#looks"],
    ["manager#sums"],
    ["designer#looks-and-writes", "engineer#writes"],
    ["designer#waits", "engineer#waits-long", "manager#waiting"],
    ["manager#stops"],
]
ALONE = [
    (
        "Only the manager drew “Does sums at the kitchen table”."
        " Is it part of a moment that the designer and the engineer drew, or new?"
    ),
    (
        "Only the manager drew “Gives up”. Is it part of a moment that the designer and the "
        "engineer drew, or new?"
    ),
]
MOODS = [
    (
        "At “Waits for an answer” the mood is high (“hopeful”) for the designer and very low "
        "(“snubbed”) for the"
        " engineer. Which story did each of you have in mind?"
    ),
]
LINKS = [
    (
        f"Only the engineer drew that people {way}. Does it happen in the stories of the designer "
        "and the manager?"
    )
    for way in ("go back from “Writes to one” to “Looks for a teacher”",)
] + [
    (
        f"Only the manager drew that people {way}. Does it happen in the stories of the designer "
        "and the engineer?"
    )
    for way in (
        "go on from “Looks for a teacher” to “Does sums at the kitchen table”",
        "go on from “Does sums at the kitchen table” to “Waits for an answer”",
        "give up after “Waits for an answer” and come to “Gives up”",
    )
]
SPLIT = [
    (
        "“Looks for a teacher and writes to one” (the designer) became “Looks for a teacher” and "
        "“Writes to one”."
        " What tells them apart for a customer?"
    ),
]


@pytest.fixture
def trio(project: Project) -> Project:
    project.write({f"maps/{name}.yml": text for name, text in MAPS.items()})
    return project


def refs(union: Union) -> list[list[str]]:
    return [[seen.ref for seen in match.seen] for match in union.matches]


def asked(found: tuple[differences.Difference, ...]) -> list[str]:
    return [each.question for each in found]


def comparison(project: Project, name: str) -> Comparison:
    library = Library(project.content, KINDS)
    return compare_maps(library(name), library)


def test_the_union_of_three_maps_is_what_they_saw(trio: Project) -> None:
    library = Library(trio.content, KINDS)
    drawn = unite_maps(make_views((name, library(name)) for name in MAPS))
    assert refs(drawn) == SEEN
    assert [match.is_proposed for match in drawn.matches] == [True, True, False, True, True, False]
    assert asked(tuple(differences.find_lone_moments(drawn))) == ALONE
    assert asked(tuple(differences.find_torn_moods(drawn))) == MOODS
    assert sorted(asked(tuple(differences.find_lone_links(drawn)))) == sorted(LINKS)


def test_the_draft_passes_and_its_comparison_says_exactly_where_they_differ(
    trio: Project, run: Run
) -> None:
    made = run("merge", *MAPS, "--id", "shared", cwd=trio.root)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == (
        "Wrote content/maps/shared.yml: open it, and run 'playbook serve' to see it\n"
    )
    checked = run("check", str(trio.content / "maps" / "shared.yml"), "--strict", cwd=trio.root)
    assert (checked.returncode, checked.stdout) == (0, "All is well: 1 artifact checked.\n")
    found = comparison(trio, "shared")
    assert refs(found.union) == SEEN
    assert (asked(found.alone), asked(found.moods)) == (ALONE, MOODS)
    assert sorted(asked(found.links)) == sorted(LINKS)
    assert asked(found.split) == SPLIT
    assert (found.proposals, found.collapsed, found.added, found.left_out, found.lost) == (
        (),
        (),
        (),
        (),
        (),
    )


def test_a_draft_from_a_map_that_is_internal_is_internal_too(trio: Project, run: Run) -> None:
    trio.write({"maps/manager.yml": MANAGER + "visibility: internal\n"})
    assert run("merge", "designer", "engineer", "--id", "open", cwd=trio.root).returncode == 0
    assert run("merge", "designer", "manager", "--id", "shut", cwd=trio.root).returncode == 0
    library = Library(trio.content, KINDS)
    assert {name: library.entries[name].artifact.visibility for name in ("open", "shut")} == {
        "open": "public",
        "shut": "internal",
    }


def test_the_draft_says_in_remarks_where_they_differ_and_asks_about_moods(
    trio: Project, run: Run
) -> None:
    assert run("merge", *MAPS, "--id", "shared", cwd=trio.root).returncode == 0
    draft = (trio.content / "maps" / "shared.yml").read_text(encoding="utf-8")
    assert draft.startswith("kind: experience-map\n")
    for lines in (
        (
            "  - id: asks\n    # the engineer: Rings somebody who plays\n    title: "
            "Asks a friend\n    # the engineer: 2\n"
        ),
        (
            "    # the engineer: snubbed\n    feeling: hopeful\n    # the engineer: -2\n    mood: "
            "1\n"
            "    evidence:\n      - Interview 1\n      - Interview 2\n"
        ),
        (
            "    from:\n      - designer#looks-and-writes\n      - engineer#writes\n"
            "    next:\n      - waits\n      - {to: looks, as: loop, because: no answer}\n"
        ),
        (
            'questions:\n  - ask: "What happened the last time you were at [[waits]]?"\n    '
            "listen_for: "
            '"A mood that is high as [[designer#waits|the designer]] drew it'
            ' and very low as [[engineer#waits-long|the engineer]] drew it"\n'
        ),
    ):
        assert lines in draft


SHARED = (
    HEAD.format("Together")
    + """\
merges: [designer, engineer, manager]
nodes:
  - {id: rings, title: Asks around, from: [designer#asks, engineer#asks], next: looks}
  - {title: Looks for a teacher, id: looks, next: both}
  - {id: both, title: Waits for answers, from: [engineer#writes, engineer#waits-long, designer#waits], next: books}
  - {id: books, title: Books an hour}
left_out:
  - {node: manager#stops, because: it comes later}
"""  # noqa: E501 - a script, YAML or a title, as it is
)


def test_a_shared_map_shows_what_was_proposed_collapsed_added_left_out_and_lost(
    trio: Project, run: Run
) -> None:
    trio.write({"maps/together.yml": SHARED})
    found = comparison(trio, "together")
    assert refs(found.union) == [
        ["designer#asks", "engineer#asks"],
        ["engineer#looks", "manager#looks"],
        ["designer#waits", "engineer#writes", "engineer#waits-long"],
        [],
        ["manager#stops"],
        ["designer#looks-and-writes"],
        ["manager#sums"],
        ["manager#waiting"],
    ]
    assert asked(found.proposals) == [
        (
            "Does “Looks for a teacher” come from “Looks for a teacher” (the engineer) and “Looks "
            "for a teacher”"
            " (the manager)? If so, name it under 'from:'."
        )
    ]
    assert asked(found.collapsed) == [
        (
            "“Waits for answers” was “Writes to one” (the engineer) and “Waits for days for an "
            "answer” (the engineer)."
            " What is lost by telling it as one moment?"
        )
    ]
    assert asked(found.added) == [
        "Nobody drew “Books an hour” alone. Whose story put it on the shared map?"
    ]
    assert [(seen.ref, because) for seen, because in found.left_out] == [
        ("manager#stops", "it comes later")
    ]
    assert [seen.ref for seen in found.lost] == [
        "designer#looks-and-writes",
        "manager#sums",
        "manager#waiting",
    ]
    lines = [line for line in run("check", cwd=trio.root).stdout.splitlines() if "EM402" in line]
    assert lines == [
        (
            f"content/maps/together.yml:5:{column}: EM402 '{ref}' is lost: add it {home}, "
            "or to 'left_out:' with a reason"
        )
        for column, ref, home in (
            (10, "designer#looks-and-writes", "to a node's 'from:'"),
            (30, "manager#sums", "to a node's 'from:'"),
            (30, "manager#waiting", "to the 'from:' of 'both'"),
        )
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "merging takes two maps or more, each once"),
        (["designer"], "merging takes two maps or more, each once"),
        (["designer", "designer"], "merging takes two maps or more, each once"),
        (["designer", "engineer", "engineer"], "merging takes two maps or more, each once"),
        (
            ["designer", "enginer"],
            "'enginer' is not a map (did you mean 'engineer'?): there are 'designer'",
        ),
        (["designer", "a-book"], "'a-book' is not a map: there are"),
        (["designer", "broken"], "'broken' can't be read: see what 'playbook check' says about it"),
        (
            ["designer", "together"],
            "'together' is itself merged: name the maps that it was made from, 'designer'",
        ),
        (
            ["designer", "engineer", "--id", "manager"],
            "'manager' is already the id of content/maps/manager.yml",
        ),
        (["designer", "engineer", "--id", "The Trio"], "write 'the-trio'"),
        (["designer", "engineer", "--id", "../up"], "write 'up'"),
    ],
)
def test_what_cannot_be_merged_is_a_usage_error(
    trio: Project, run: Run, args: list[str], said: str
) -> None:
    book = (ROOT / "tests" / "kinds" / "book" / "barest.yml").read_text(encoding="utf-8")
    trio.write(
        {
            "maps/together.yml": SHARED,
            "books/a-book.yml": book,
            "maps/broken.yml": "kind: experience-map\n",
        }
    )
    before = files(trio.root)
    made = run("merge", *args, cwd=trio.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert said in " ".join(made.stderr.split())
    assert files(trio.root) == before


def test_a_shared_map_is_named_after_what_the_ids_have_in_common(trio: Project, run: Run) -> None:
    trio.write({"maps/bike-ride-designer.yml": DESIGNER, "maps/bike-ride-engineer.yml": ENGINEER})
    assert (
        "content/maps/merged-shared.yml"
        in run("merge", "designer", "engineer", cwd=trio.root).stdout
    )
    made = run("merge", "bike-ride-designer", "bike-ride-engineer", cwd=trio.root)
    assert "content/maps/bike-ride-shared.yml" in made.stdout


def test_our_own_maps_make_a_draft_that_gets_nothing_but_advice(
    own_project: Project, run: Run, project: Project
) -> None:
    for path in own_project.content.rglob("*.yml"):
        project.write(
            {path.relative_to(own_project.content).as_posix(): path.read_text(encoding="utf-8")}
        )
    ours = [f"first-lesson-{role}" for role in ("designer", "engineer", "product-manager")]
    assert run("merge", *ours, "--id", "trio", cwd=project.root).returncode == 0
    library = Library(project.content, KINDS)
    draft = library("trio")
    assert {problem.code for problem in library.problems if problem.path.stem == "trio"} == {
        "EM201",
    }
    assert sorted(str(ref) for node in draft.nodes for ref in node.from_) == sorted(
        f"{name}#{node.id}" for name in ours for node in library(name).nodes
    )


def test_a_map_that_merges_a_single_one_has_nothing_to_compare(project: Project) -> None:
    shared = (
        f"{HEAD.format('Ours')}merges: designer\nnodes: [{{id: asks, title: Asks, from: "
        f"designer#asks}}]\n"
    )
    project.write({"designer.yml": DESIGNER, "shared.yml": shared})
    library = Library(project.content, KINDS)
    assert "EM401" in {problem.code for problem in library.problems}
    assert list(make_subpages(library.entries["shared"], library)) == []
