"""What a reviewer is asked about changes."""

from pathlib import Path

import pytest

from playbook.changes.change import Remark
from playbook.changes.comparison import compare_entries
from playbook.changes.remarks import list_remarks
from playbook.kinds import KINDS
from playbook.library.library import Library

EXAMPLES = {kind.name: kind.file("example.yml").read_text(encoding="utf-8") for kind in KINDS}
DECISION = "  - {date: 2026-09-09, title: Aim higher, because: We reached it early}\nnext_question:"
TOUCHED = "date: 2026-09-09\nmap:"


def read(folder: Path, files: dict[str, str]) -> Library:
    """Return the library of these files, in place of those that were there."""
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return Library(folder, KINDS)


def list_questions(folder: Path, before: dict[str, str], after: dict[str, str]) -> list[Remark]:
    entries, library = read(folder, before).entries, read(folder, after)
    return list(list_remarks(compare_entries(entries, library.entries), entries, library))


def ask(folder: Path, *replaced: tuple[str, str]) -> dict[str, str]:
    """Return what is asked, by its name, after parts of the example tree were replaced."""
    tree = EXAMPLES["opportunity-tree"]
    others = {"example-map": EXAMPLES["experience-map"]}
    others["example-snapshot"] = EXAMPLES["interview-snapshot"]
    others["example-play"] = EXAMPLES["play"]
    after = tree
    for old, new in replaced:
        assert old in after
        after = after.replace(old, new)
    remarks = list_questions(
        folder, {**others, "example-tree": tree}, {**others, "example-tree": after}
    )
    return {f"{remark.name} {remark.piece}".strip(): remark.message for remark in remarks}


def test_nothing_is_asked_where_nothing_changed(tmp_path: Path) -> None:
    assert ask(tmp_path) == {}


def test_a_target_needs_a_decision_that_says_why(tmp_path: Path) -> None:
    new_target, touched = ('"50%"', '"60%"'), ("date: 2026-09-05\nmap:", TOUCHED)
    assert ask(tmp_path, new_target, touched) == {
        "target-without-decision": (
            "The target changed from '50%' to '60%', and no new decision says why: who agreed to "
            "this, and what did they know that made them change it?"
        )
    }
    assert ask(tmp_path, new_target, touched, ("next_question:", DECISION)) == {}


QUESTIONS = {
    "criterion-after-result lamp-by-the-door": """\
        The result of 'Three Saturdays with a lamp by the door' was 9 of 12 when its criterion
        changed from '7 of 12 stay until the lamp is together again' to '5 of 12 stay until the
        lamp is together again': does the verdict still follow what was agreed before the test?""",
    "verdict-changed card-in-ten-boxes": """\
        The verdict of 'A card in ten tool boxes' changed from 'refuted' to 'unclear': what does
        the team know now that it didn't know then?""",
    "status-moved-back three-weeks": """\
        'Three weeks instead of one' went from 'shipped' back to 'candidate': what did the team
        learn that changed its mind?""",
    "evidence-lost going-on-alone": """\
        'I can't go on once I sit there on my own' now has 1 interview or observation behind it,
        and had 2: why does the rest no longer count?""",
    "still-referred-to worse": """\
        'I can't tell whether my next move makes it worse' has the id 'example-tree#worse' now, and
        'example-map', 'example-snapshot' still refer to 'example-tree#make-it-worse': should these
        references follow?""",
}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("criterion-after-result lamp-by-the-door", "at_least: 7 of 12", "at_least: 5 of 12"),
        ("verdict-changed card-in-ten-boxes", "verdict: refuted", "verdict: unclear"),
        ("status-moved-back three-weeks", "status: shipped", "status: candidate"),
        ("evidence-lost going-on-alone", "      - Interview 2, Yusuf, hair dryer\n", ""),
        ("still-referred-to worse", "id: make-it-worse", "id: worse"),
    ],
)
def test_a_change_gives_reason_to_ask(tmp_path: Path, name: str, old: str, new: str) -> None:
    questions = ask(tmp_path, (old, new), ("date: 2026-09-05\nmap:", TOUCHED))
    assert questions == {name: " ".join(QUESTIONS[name].split())}


def test_the_date_is_still_that_of_the_last_change(tmp_path: Path) -> None:
    assert ask(tmp_path, ("Our volunteers have seen", "We have seen")) == {
        "date-not-changed": (
            "The content changed, and 'date' is still 2026-09-05: on which day was this decided?"
        )
    }


def test_what_is_removed_may_still_be_referred_to(tmp_path: Path) -> None:
    files = {
        "example-tree": EXAMPLES["opportunity-tree"],
        "example-map": EXAMPLES["experience-map"],
    }
    remarks = list_questions(tmp_path, files, {"example-map": files["example-map"]})
    assert [(remark.artifact, remark.piece, remark.name) for remark in remarks] == [
        ("example-tree", "", "evidence-lost"),
        ("example-tree", "", "still-referred-to"),
        ("example-tree", "make-it-worse", "still-referred-to"),
    ]
    assert remarks[1].message == (
        "'More repairs finished at home' was removed, and 'example-map' still refers to it: where "
        "should these references lead now?"
    )


def test_evidence_that_moves_is_not_lost(tmp_path: Path) -> None:
    moved = "        evidence:\n          - Interview 5, Hana, radio\n        solutions:"
    assert "evidence-lost make-it-worse" not in ask(
        tmp_path,
        (moved, "        solutions:"),
        (
            "      - Interview 3, Olu, kettle\n",
            "      - Interview 3, Olu, kettle\n      - Interview 5, Hana, radio\n",
        ),
    )


def test_hostile_titles_stay_on_one_line_and_control_nothing(tmp_path: Path) -> None:
    title = "A broken lamp to practise on first"
    hostile = '"\\e[31m<b>x</b>\\n\\n# [[a|b]] `c` | d"'
    status = ("status: chosen", "status: candidate")
    questions = ask(tmp_path, (title, hostile), status, ("date: 2026-09-05\nmap:", TOUCHED))
    (message,) = [text for name, text in questions.items() if name.startswith("status")]
    assert "\x1b" not in message
    assert "\n" not in message
