"""A file's bytes -> text; what it is written in is guessed only where the bytes don't say it."""

import codecs
from dataclasses import dataclass

from playbook.exchange.outline import Finding

MOST_BYTES = 20_000_000
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
PACKED = {
    b"PK\x03\x04": "it is packed, as files of XMind and Excel are: export it as CSV or OPML",
    b"%PDF": "it is a PDF: export the board as CSV, OPML or Markdown",
    b"\x89PNG": "it is a picture, and pictures can't be read: export the board as CSV",
    b"\xff\xd8\xff": "it is a picture, and pictures can't be read: export the board as CSV",
}
SHARE = 0.3
"""The share of zero bytes on one side that makes a text one in UTF-16."""


@dataclass(frozen=True)
class Decoded:
    """A file's text, nothing where it is none, and what was guessed."""

    text: str = ""
    findings: tuple[Finding, ...] = ()


def decode_text(data: bytes) -> Decoded:
    """Return the text of a file with its lines ending alike."""
    for start, answer in PACKED.items():
        if data.startswith(start):
            return Decoded(findings=(Finding(1, answer, is_question=True),))
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    encoding = encoding or guess_utf16(data) or "utf-8"
    findings: list[Finding] = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        if encoding != "utf-8" or b"\x00" in data:
            return Decoded(findings=(Finding(line, refuse_bytes(), is_question=True),))
        text = data.decode("cp1252", errors="backslashreplace")
        answer = (
            "this line is not in UTF-8, so the file was read as Windows-1252: if letters with "
            "accents look wrong, save it as UTF-8 and import it again"
        )
        findings.append(Finding(line, answer))
    if encoding == "utf-8" and text.count("\x00") > max(8, len(text) // 100):
        return Decoded(findings=(Finding(1, refuse_bytes(), is_question=True),))
    if encoding.startswith("utf-16-"):
        findings.append(Finding(1, "it doesn't say so, but this is UTF-16, and was read as such"))
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), tuple(findings))


def guess_utf16(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are; nothing where they don't look like it."""
    start = data[:4000]
    half = max(1, len(start) // 2)
    if start[1::2].count(0) / half > SHARE > start[0::2].count(0) / half:
        return "utf-16-le"
    if start[0::2].count(0) / half > SHARE > start[1::2].count(0) / half:
        return "utf-16-be"
    return ""


def refuse_bytes() -> str:
    """Return the answer to bytes that are no text."""
    return "it is not a text: export what it holds as Markdown, CSV, OPML or Mermaid"
