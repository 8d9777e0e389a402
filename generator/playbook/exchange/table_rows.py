"""The rows of a table: of a CSV file or of Markdown."""

import csv
import io
import re
from dataclasses import dataclass

from playbook.exchange.outline import Finding, Note

DELIMITERS = ";,\t|"
LONGEST_CELL = 1_000_000
END = "\x00"
"""A last row of its own, which is part of a cell where a quotation mark is still open."""
RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


@dataclass(frozen=True)
class Row:
    """The cells of a row, and its line."""

    cells: tuple[str, ...]
    line: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)

    def pick(self, columns: dict[str, int], names: tuple[str, ...]) -> str:
        """Return the first cell below one of these headings that holds anything."""
        places = (columns[name] for name in names if name in columns)
        return next(
            (
                self.cells[n].strip()
                for n in places
                if n < len(self.cells) and self.cells[n].strip()
            ),
            "",
        )


def read_rows(text: str) -> tuple[list[Row], list[Finding]]:
    """Return the rows of a CSV file, whatever divides its cells.

    A quotation mark that is never closed would take all that follows into one cell: it is asked
    about.
    """
    csv.field_size_limit(LONGEST_CELL * 20)
    first = next((line for line in text.split("\n") if line.strip()), "")
    start = text.lstrip("\ufeff")
    if match := re.match(r"sep=(.)\n", start):
        delimiter, start, line = match[1], start[match.end() :], 2
    else:
        delimiter, line = max(DELIMITERS, key=first.count), 1
    plain = start.replace("\x00", "\\x00").rstrip("\n")
    lines = io.StringIO(f"{plain}\n{END}", newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=False)
    rows, before = [], 0  # a cell may go over several lines, which the reader counts
    for cells in reader:
        rows.append(Row(tuple(cells), line + before))
        before = reader.line_num
    last = rows.pop()
    if last.cells != (END,):
        opened = plain.count("\n") + 1 - last.cells[-1].count("\n") + line
        answer = (
            "the quotation mark in this line is never closed, so all that follows would be one "
            "cell: close it, or write a mark that belongs to the words twice, inside a pair of them"
        )
        return rows, [Finding(opened, answer, is_question=True)]
    return [row for row in rows if not row.is_empty], []


def read_markdown_rows(text: str) -> tuple[list[Row], list[Note]]:
    """Return the rows of a Markdown table, and the words around it."""
    rows: list[Row] = []
    notes: list[Note] = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words.startswith("|"):
            cells = re.split(r"(?<!\\)\|", words.strip("|"))
            if not RULE.fullmatch(words):
                rows.append(Row(tuple(cell.strip().replace("\\|", "|") for cell in cells), number))
        elif words:
            notes.append(Note(words, number))
    return rows, notes
