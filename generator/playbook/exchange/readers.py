"""Which reader a file is for, by its name and by what it says."""

from pathlib import PurePath

from playbook.exchange.decoding import decode_text
from playbook.exchange.markdown import read_markdown
from playbook.exchange.mermaid import has_diagrams, read_mermaid
from playbook.exchange.outline import Finding, Reading

MOST_LINES = 20_000


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
    reading = choose_reader(PurePath(name).suffix.casefold(), decoded.text)
    return Reading(reading.outlines, (*decoded.findings, *reading.findings))


def choose_reader(suffix: str, text: str) -> Reading:
    """Read a text in the form that it has."""
    if has_diagrams(text) or suffix in {".mmd", ".mermaid"}:
        return read_mermaid(text)
    return read_markdown(text)
