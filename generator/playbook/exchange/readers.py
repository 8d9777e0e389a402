"""Which reader a file is for, by its name and by what it says."""

import re
from pathlib import PurePath

from playbook.exchange.canvas import read_canvas
from playbook.exchange.decoding import decode_text
from playbook.exchange.indented import read_indented
from playbook.exchange.markdown import read_markdown
from playbook.exchange.mermaid import has_diagrams, read_mermaid
from playbook.exchange.method_card import is_method_card, read_method_card
from playbook.exchange.opml import read_opml
from playbook.exchange.outline import Finding, Note, Reading
from playbook.exchange.table import read_table
from playbook.exchange.table_rows import read_markdown_rows, read_rows

MOST_LINES = 20_000
CONFLICT = re.compile(r"^<{7}(?= )", re.MULTILINE)
"""Where a conflict begins; without a line between both versions it may be anyone's drawing."""
HEAD = re.compile(r"(?:# [^\n]*\n)+")
TABLE = re.compile(r"^\s*\|.*\n\s*\|[\s:|-]*-[\s:|-]*$", re.MULTILINE)
MARKED = re.compile(r"^\s*(?:#{1,6}\s|[-*+•]\s+\S|\d{1,9}[.)]\s)", re.MULTILINE)


def read_file(name: str, data: bytes) -> Reading:
    """Return what a file says."""
    decoded = decode_text(data)
    if any(finding.is_question for finding in decoded.findings):
        return Reading(findings=decoded.findings)
    lines = decoded.text.count("\n") + 1
    if lines > MOST_LINES:
        answer = (
            f"it has {lines:,} lines, and one import takes {MOST_LINES:,} at most: import a part "
            "at a time"
        )
        return Reading(findings=(Finding(MOST_LINES + 1, answer, is_question=True),))
    if not decoded.text.strip():
        return Reading(findings=(Finding(1, "it is empty: there is nothing to import", True),))  # noqa: FBT003 - a question
    conflict = CONFLICT.search(decoded.text)
    if conflict and "\n=======\n" in decoded.text[conflict.end() :]:
        line = decoded.text.count("\n", 0, conflict.start()) + 1
        answer = (
            f"'{conflict[0]}' is git's mark of a merge conflict: keep one of the versions, and "
            "delete the marks"
        )
        return Reading(findings=(Finding(line, answer, is_question=True),))
    reading = choose_reader(PurePath(name).suffix.casefold(), decoded.text)
    return Reading(reading.outlines, (*decoded.findings, *reading.findings))


def choose_reader(suffix: str, text: str) -> Reading:  # noqa: PLR0911 - one for each form
    """Read a text in the form that it has: as its name says, else as it begins."""
    start = text.lstrip("\ufeff \n\t")[:200]
    if suffix in {".csv", ".tsv"}:
        head = HEAD.match(text)  # remarks above the headings, which are no rows
        above = head[0].split("\n") if head else []
        notes = [Note(line.strip(), n) for n, line in enumerate(above, 1) if line.strip()]
        blank = "\n" * (len(above) - 1) if head else ""
        rows, findings = read_rows(blank + text[head.end() if head else 0 :])
        return Reading(findings=tuple(findings)) if findings else read_table(rows, notes)
    if suffix in {".yml", ".yaml"}:
        answer = (
            "it is YAML, which is not imported: if it is ours, put it below the content and run "
            "'playbook check'; if not, save what it lists as CSV or Markdown"
        )
        return Reading(findings=(Finding(1, answer, is_question=True),))
    if suffix == ".opml" or start.startswith(("<?xml", "<opml", "<!DOCTYPE")):
        return read_opml(text)
    if suffix in {".canvas", ".json"} or start.startswith('{"'):
        return read_canvas(text)
    if is_method_card(text):
        return read_method_card(text)
    if has_diagrams(text) or suffix in {".mmd", ".mermaid"}:
        return read_mermaid(text)
    if TABLE.search(text):
        return read_table(*read_markdown_rows(text))
    return read_markdown(text) if MARKED.search(text) else read_indented(text)
