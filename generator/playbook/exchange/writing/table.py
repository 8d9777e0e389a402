"""An outline -> a table as CSV, a row for each item, with a column that names its parent."""

import csv
import io
import re

from playbook.exchange.outline import Fact, Outline
from playbook.exchange.table import COLUMNS
from playbook.exchange.writing.remarks import list_remarks

ORDER = re.compile(r"^(?=[=+\-@\t\r'])")
"""Where a spreadsheet would take a text for a formula; a quote before it makes it a text."""
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def write_table(outline: Outline) -> str:
    """Return the table: its first row is the artifact, its later columns are the facts."""
    parents = {edge.head: edge.tail for edge in outline.edges if not edge.is_way}
    rows = [("", "", "", "", outline.title)]
    facts = [outline.facts]
    for item in outline.items:
        rows.append((item.key, parents.get(item.key, ""), item.sort, item.status, item.words))
        facts.append(tuple(fact for fact in list_remarks(item, outline) if fact.key != "id"))
    keys = list(dict.fromkeys(fact.key for listed in facts for fact in listed))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *(name_column(key) for key in keys)])
    for row, listed in zip(rows, facts, strict=True):
        cells = [*row, *(join_values(key, listed) for key in keys)]
        writer.writerow(map(guard_cell, cells))
    return out.getvalue()


def name_column(key: str) -> str:
    """Return a column's name, which no other column has."""
    return f"{key}:" if key in COLUMNS else key


def join_values(key: str, facts: tuple[Fact, ...]) -> str:
    """Return the values of a key, each on a line of the cell."""
    return "\n".join(fact.value for fact in facts if fact.key == key)


def guard_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return text if NUMBER.fullmatch(text) else ORDER.sub("'", text)
