"""What a change says as text and as Markdown: a case is a folder with what was and what is.

`before` and `after` have the files that differ, `both` has what stays, and `remarks.txt` has what
to ask, one remark a line: `artifact|piece|name|message`.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from click.testing import CliRunner

from golden import WRITE
from playbook.changes.change import Changes
from playbook.changes.comparison import compare_entries
from playbook.cli.schema import schema
from playbook.library.loader import parse_entry
from playbook.report import changes_json, changes_markdown, changes_text
from projects import ROOT
from states import BY_NAME, CASES, CONTENT, read_changes

if TYPE_CHECKING:
    from playbook.library.entry import Entry

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def compare_golden(path: Path, text: str) -> None:
    """Hold a text against its file, or write that."""
    if WRITE:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text


@each_case
def test_a_change_in_words(case: Path) -> None:
    changes, before, after = read_changes(case)
    compare_golden(case / "changes.txt", changes_text.report_changes(changes, before, after))


@each_case
def test_a_change_as_a_comment(case: Path) -> None:
    changes, before, after = read_changes(case)
    address = "https://example.org/changes/"
    text = changes_markdown.report_changes(changes, before, after, link_base=address)
    compare_golden(case / "changes.md", text)


@each_case
def test_a_change_as_json(case: Path) -> None:
    changes, before, after = read_changes(case)
    report = json.loads(changes_json.report_changes(changes, before, after))
    jsonschema.validate(report, changes_json.make_changes_schema())
    assert len(report["artifacts"]) == len(changes.artifacts)


def test_the_schema_of_changes_is_published() -> None:
    answer = CliRunner().invoke(schema, ["--changes"])
    assert json.loads(answer.output) == changes_json.make_changes_schema()
    refused = CliRunner().invoke(schema, ["--changes", "play"])
    assert "leave out 'play'" in refused.output


EXAMPLES = {kind.name: kind.file("example.yml").read_bytes() for kind in BY_NAME.values()}
OTHERS = {
    name: min((ROOT / "tests" / "kinds" / name.replace("-", "_")).glob("*.yml"))
    for name in EXAMPLES
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_kind_can_come_go_and_change(kind: str) -> None:
    first, second = (
        parse_entry(CONTENT / "x" / "one.yml", text, CONTENT, BY_NAME)[0]
        for text in (EXAMPLES[kind], OTHERS[kind].read_bytes())
    )
    assert first
    assert second
    none: dict[str, Entry] = {}
    for before, after in (
        (none, {"one": first}),
        ({"one": first}, none),
        ({"one": first}, {"one": second}),
    ):
        changes = Changes(artifacts=compare_entries(before, after))
        written = [
            changes_text.report_changes(changes, before, after),
            changes_markdown.report_changes(changes, before, after),
        ]
        assert [text for text in written if re.search(r"None|\{'|\['|Ref\(", text)] == []
        jsonschema.validate(
            json.loads(changes_json.report_changes(changes, before, after)),
            changes_json.make_changes_schema(),
        )
