"""A rule is waived in one place by a comment with a reason."""

from pathlib import Path

import pytest

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.source.problem import Problem, is_breaking

TREE = """kind: opportunity-tree
title: A first lesson booked
summary: What keeps adults from a first lesson.
outcome: {{title: Adults book, type: product, metric: Bookings, from: "1", to: "2"}}
opportunities:
  - title: I can't choose
    status: exploring
{above}
  - title: I want an app to choose{beside}
    opportunities:
      - title: I want a chatbot
      - title: I want a widget
  - title: I want a plugin
  - {{title: I can't pay, status: target, because: Most told us so, evidence: Interview 1}}
"""
APP, CHATBOT, WIDGET, PLUGIN = 9, 11, 12, 13
GIVEN = "# playbook: allow OT301 because a test needs it"


def find_lines(
    folder: Path, *, above: str = "  #", beside: str = "", code: str = "OT301"
) -> list[int]:
    return [
        each.mark.line for each in problems(folder, above=above, beside=beside) if each.code == code
    ]


def problems(folder: Path, *, above: str = "  #", beside: str = "") -> list[Problem]:
    (folder / "a-tree.yml").write_text(TREE.format(above=above, beside=beside), encoding="utf-8")
    library = Library(folder, KINDS)
    assert [*library.entries] == ["a-tree"]
    return library.problems


def test_without_a_waiver_each_place_is_found(tmp_path: Path) -> None:
    assert find_lines(tmp_path) == [APP, CHATBOT, WIDGET, PLUGIN]


@pytest.mark.parametrize("indent", [0, 2, 8], ids=["at the margin", "as the node", "deeper"])
def test_above_a_node_it_covers_the_node_and_what_is_below_and_no_more(
    indent: int, tmp_path: Path
) -> None:
    assert {
        (each.code, each.mark.line) for each in problems(tmp_path, above=" " * indent + GIVEN)
    } == {("OT301", PLUGIN)}


def test_at_a_lines_end_it_covers_that_line_alone(tmp_path: Path) -> None:
    assert find_lines(tmp_path, beside=f"  {GIVEN}") == [CHATBOT, WIDGET, PLUGIN]
    assert find_lines(tmp_path, above=f"  - title: I want a widget first  {GIVEN}") == [
        APP,
        CHATBOT,
        WIDGET,
        PLUGIN,
    ]


@pytest.mark.parametrize(
    "between", ["", "\n", "\n\n  # another remark\n"], ids=["next line", "blank", "remark"]
)
def test_what_is_no_content_does_not_part_it_from_the_node(between: str, tmp_path: Path) -> None:
    above = f"  {GIVEN}{between}"
    assert find_lines(tmp_path, above=above) == [PLUGIN + between.count("\n")]
    assert find_lines(tmp_path, above=above, code="WV002") == []


def test_above_a_key_it_covers_a_list_that_is_not_indented_and_no_more(tmp_path: Path) -> None:
    text = TREE.format(above="  #", beside="").replace("\n      - ", "\n    - ")
    text = text.replace("\n    opportunities:", f"\n    {GIVEN}\n    opportunities:")
    (tmp_path / "a-tree.yml").write_text(text, encoding="utf-8")
    assert [(each.code, each.mark.line) for each in Library(tmp_path, KINDS).problems] == [
        ("OT301", APP),
        ("OT301", PLUGIN + 1),
    ]


def test_above_the_first_line_it_covers_what_is_said_of_the_whole(tmp_path: Path) -> None:
    play = (
        "kind: play\ntitle: T\nsummary: S\npurpose: P\ntime: 5\npeople: A\nwhen_not: W\nsteps: "
        "[{title: Draw}]\n"
    )
    path = tmp_path / "a-play.yml"
    path.write_text(play, encoding="utf-8")
    assert [(each.code, each.mark.line) for each in Library(tmp_path, KINDS).problems] == [
        ("PL005", 1)
    ]
    path.write_text(f"# A remark.\n{GIVEN.replace('OT301', 'PL005')}\n{play}", encoding="utf-8")
    assert Library(tmp_path, KINDS).problems == []


def test_it_waives_only_the_rule_that_it_names(tmp_path: Path) -> None:
    other = GIVEN.replace("OT301", "OT302")
    assert find_lines(tmp_path, above=f"  {other}") == [APP, CHATBOT, WIDGET, PLUGIN]


def test_several_may_stand_above_one_node(tmp_path: Path) -> None:
    above = f"  {GIVEN}\n  {GIVEN.replace('OT301', 'OT303')}"
    assert find_lines(tmp_path, above=above, beside=" for users") == [PLUGIN + 1]
    assert find_lines(tmp_path, above=above, beside=" for users", code="OT303") == []


@pytest.mark.parametrize(
    ("waiver", "code", "words"),
    [
        ("# playbook: allow OT301", "WV001", "'OT301' is waived without a reason: write"),
        ("# playbook: allow OT301 because", "WV001", "not how a waiver is written: write"),
        ("# playbook: allow OT301, it is fine", "WV001", "not how a waiver is written: write"),
        ("# playbook: alow OT301 because of me", "WV001", "not how a waiver is written: write"),
        ("# playbook: allow because of me", "WV001", "not how a waiver is written: write"),
        ("#playbook:", "WV001", "not how a waiver is written: write"),
        (
            "# playbook: allow OT321 because of me",
            "WV003",
            "'OT321' for this kind (did you mean 'OT3",
        ),
        (
            "# playbook: allow ot301 because of me",
            "WV003",
            "'ot301' for this kind (did you mean 'OT301'?): ",
        ),
        ("# playbook: allow PL001 because of me", "WV003", "'PL001' for this kind"),
        (
            "# playbook: allow ZZ9 because of me",
            "WV003",
            "there is no rule 'ZZ9' for this kind: name another",
        ),
    ],
)
def test_a_waiver_at_fault_is_an_error_at_its_place_and_waives_nothing(
    waiver: str, code: str, words: str, tmp_path: Path
) -> None:
    said = problems(tmp_path, above=f"    {waiver}")
    (fault,) = (each for each in said if each.code.startswith("WV"))
    assert (fault.code, fault.mark.line, fault.mark.column) == (code, APP - 1, 5)
    assert words in fault.message
    assert is_breaking([fault], strict=False)
    assert [each.mark.line for each in said if each.code == "OT301"] == [
        APP,
        CHATBOT,
        WIDGET,
        PLUGIN,
    ]


def test_a_waiver_for_nothing_is_advice_to_delete_it(tmp_path: Path) -> None:
    other = GIVEN.replace("OT301", "OT302")
    (fault,) = (
        each for each in problems(tmp_path, beside=f" {other}") if each.code.startswith("WV")
    )
    assert (fault.code, fault.mark.line, fault.mark.column) == ("WV002", APP, 36)
    assert fault.message == "'OT302' finds nothing here: delete the waiver"
    assert not is_breaking([fault], strict=False)


@pytest.mark.parametrize(
    "summary",
    [
        f'"write {GIVEN}"',
        f"'write {GIVEN}'",
        "|\n  Write this:\n  # playbook: nothing\n",
        ">-\n  write\n  " + GIVEN,
    ],
    ids=["double quotes", "single quotes", "block", "folded"],
)
def test_a_text_about_waivers_is_no_waiver(summary: str, tmp_path: Path) -> None:
    text = TREE.format(above="  #", beside="").replace(
        "What keeps adults from a first lesson.", summary
    )
    (tmp_path / "a-tree.yml").write_text(text, encoding="utf-8")
    codes = {each.code for each in Library(tmp_path, KINDS).problems}
    assert codes - {"SRC022"} == {"OT301"}  # in a block it looks like a heading, too


def test_a_waiver_of_a_rule_that_is_off_is_left_in_peace(tmp_path: Path) -> None:
    (tmp_path / "a-tree.yml").write_text(
        TREE.format(above="  " + GIVEN, beside=""), encoding="utf-8"
    )
    assert Library(tmp_path, KINDS, weights={"OT301": "off"}).problems == []


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x85", "\u2028", "\ufeff", "\uffff"])
def test_beside_a_sign_that_yaml_forbids_a_waiver_is_read_all_the_same(
    sign: str, tmp_path: Path
) -> None:
    above = f"  {GIVEN}{sign}\n  # {sign}"
    assert {each.code for each in problems(tmp_path, above=above)} >= {"SRC012", "OT301"}
