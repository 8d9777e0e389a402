"""CSV and Markdown tables: rows with a parent, a path or a level, and layers of a blueprint."""

import re
from itertools import pairwise

from playbook.exchange.outline import Edge, Fact, Item, Note, Outline, Reading
from playbook.exchange.table_rows import Row
from playbook.exchange.table_trees import (
    PARENTS,
    PATHS,
    WORDS,
    read_parents,
    read_paths,
    read_staggered,
)

LAYERS = re.compile(r"layers?|lanes?|swimlanes?", re.IGNORECASE)
COLUMNS = ("id", "parent", "type", "status", "title")
"""The first columns of a table that `playbook export` wrote; the others are facts."""
CHAPTERS = {"chapter", "chapters"}
TURNS = {"week", "weeks", "date", "month"}
SHEET = "sheet"
"""The form of a table of weeks and the chapters to read in them."""
CUSTOMER = ("customer", "customer actions", "user", "user actions", "customer action", "actions")


def read_table(rows: list[Row], notes: list[Note]) -> Reading:  # noqa: PLR0911 - one for each form
    """Read the rows of a table as the form that its headings show."""
    if len(rows) < 2:  # noqa: PLR2004 - a heading and a row
        words = [Note(cell, row.line) for row in rows for cell in row.cells if cell.strip()]
        items = tuple(Item(str(n), note.words, note.line) for n, note in enumerate(words))
        return Reading((Outline(items, form="table", notes=tuple(notes)),) if items else ())
    names = [" ".join(cell.casefold().split()) for cell in rows[0].cells]
    columns = {name: place for place, name in reversed([*enumerate(names)]) if name}
    if names[: len(COLUMNS)] == [*COLUMNS] and "kind" in columns:
        return Reading((read_own_rows(rows, notes),))
    if CHAPTERS & columns.keys() and TURNS & columns.keys():
        return Reading((read_sheet(rows, notes),))
    if is_blueprint(rows, columns):
        return Reading((read_blueprint(rows, notes),))
    if not has_words(columns):
        return read_staggered(rows, notes)
    if any(name in columns for name in PARENTS):
        return read_parents(rows, columns, notes)
    return read_paths(rows, columns, notes)


def read_own_rows(rows: list[Row], notes: list[Note]) -> Outline:
    """Return the outline of an export of ours: its first row is the artifact itself."""
    keys = [cell.strip().removesuffix(":") for cell in rows[0].cells]
    items: list[Item] = []
    edges: list[Edge] = []
    for row in rows[1:]:
        cells = [cell.removeprefix("'") for cell in row.cells]
        key, parent, sort, status, words = (*cells, *COLUMNS)[: len(COLUMNS)]
        facts = tuple(
            Fact(head, value, row.line)
            for head, cell in [*zip(keys, cells, strict=False)][len(COLUMNS) :]
            for value in cell.split("\n")
            if value
        )
        items.append(Item(key, words, row.line, key, sort, status, facts))
        edges += [Edge(parent, key, row.line)] if parent else []
    known = {item.key for item in items}
    edges = [edge for edge in edges if edge.tail in known]
    return Outline(tuple(items), tuple(edges), form="table", line=1, notes=tuple(notes))


def read_sheet(rows: list[Row], notes: list[Note]) -> Outline:
    """Return the weeks of a club: an item for each row, whose cells are facts."""
    items: list[Item] = []
    for row in rows[1:]:
        heads = dict(enumerate(rows[0].cells))
        facts = tuple(
            Fact(" ".join(heads.get(place, "").split()) or "also", " ".join(cell.split()), row.line)
            for place, cell in enumerate(row.cells)
            if cell.strip()
        )
        items.append(Item(str(row.line), " · ".join(f.value for f in facts), row.line, facts=facts))
    return Outline(tuple(items), form=SHEET, line=rows[0].line, notes=tuple(notes))


def has_words(columns: dict[str, int]) -> bool:
    """Whether headings name what holds the words."""
    return any(name in columns for name in (*WORDS, *PATHS))


def is_blueprint(rows: list[Row], columns: dict[str, int]) -> bool:
    """Whether a table's columns are steps and its rows what happens on each layer."""
    head = rows[0].cells[0].strip() if rows[0].cells else ""
    layers = {row.cells[0].strip().casefold() for row in rows[1:] if row.cells}
    known = {*CUSTOMER, "frontstage", "backstage", "front stage", "back stage", "support processes"}
    is_known = bool(layers & known) or bool(LAYERS.fullmatch(head))
    return is_known and not has_words(columns)


def read_blueprint(rows: list[Row], notes: list[Note]) -> Outline:
    """Return a story: a moment for each column, with what its rows say."""
    items: list[Item] = []
    for place, title in enumerate(rows[0].cells[1:], 1):
        facts = tuple(
            Fact(row.cells[0].strip() or "also", row.cells[place].strip(), row.line)
            for row in rows[1:]
            if place < len(row.cells) and row.cells[place].strip()
        )
        if title.strip() or facts:
            items.append(Item(str(place), title.strip(), rows[0].line, facts=facts))
    extra = [
        Note(cell, row.line)
        for row in rows[1:]
        for cell in row.cells[len(rows[0].cells) :]
        if cell.strip()
    ]
    empty = [Note(r.cells[0], r.line) for r in rows[1:] if not any(map(str.strip, r.cells[1:]))]
    edges = tuple(Edge(one.key, other.key, rows[0].line) for one, other in pairwise(items))
    return Outline(
        tuple(items), edges, form="blueprint", line=rows[0].line, notes=(*notes, *extra, *empty)
    )
