"""Trees in the rows of a table: by a parent, by a path, or by how far right a cell stands."""

import re

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading
from playbook.exchange.table_rows import Row
from playbook.text.english import quoted

PARENTS = ("parent", "parent id", "parent_id", "parentid", "parent key", "parent item", "below")
IDS = ("id", "key", "item id", "card id", "uid", "uuid", "number", "no")
WORDS = (
    "title",
    "name",
    "text",
    "words",
    "content",
    "topic",
    "summary",
    "card",
    "item",
    "sticky note",
)
SORTS = ("type", "level", "kind", "card type", "category")
NOTES = ("note", "notes", "description", "details", "body", "comment", "comments")
STATUSES = ("status", "state")
PATHS = ("path", "breadcrumb", "outline path")
LEVEL = re.compile(r"(?:level|l|tier)[ _]?(\d{1,2})", re.IGNORECASE)
STEP = re.compile(r"\s*(?:>|→|›|»|\s/\s|\\)\s*")  # noqa: RUF001 - as people type
LEVELS = frozenset(
    ("outcome", "opportunity", "solution", "assumption", "test", "experiment", "idea", "need")
)


def make_item(row: Row, columns: dict[str, int], heads: Row, words: str, used: set[str]) -> Item:
    """Return the item of a row, with each cell that has no other place as a fact."""
    sort, status = row.pick(columns, SORTS), row.pick(columns, STATUSES)
    note = row.pick(columns, NOTES)
    placed = [words, sort, status, note, *used]
    facts: list[Fact] = []
    for place, cell in enumerate(row.cells):
        if cell.strip() and cell.strip() not in placed:
            head = heads.cells[place].strip() if place < len(heads.cells) else ""
            facts.append(Fact(head or "also", cell.strip(), row.line))
    notes = tuple(Note(line, row.line) for line in note.split("\n") if line.strip())
    return Item(str(row.line), words, row.line, "", sort, status, tuple(facts), notes)


def read_parents(rows: list[Row], columns: dict[str, int], notes: list[Note]) -> Reading:
    """Read rows that name the row above them, by its id or by its words."""
    by_name: dict[str, str] = {}
    items: list[Item] = []
    wanted: list[tuple[str, str, int]] = []
    findings: list[Finding] = []
    for row in rows[1:]:
        name, parents = row.pick(columns, IDS), row.pick(columns, PARENTS)
        words = row.pick(columns, WORDS) or name
        item = make_item(row, columns, rows[0], words, {name, parents})
        items.append(item)
        if name and name in by_name:
            answer = f"the id {quoted(name)} is given a second time: this row is an item of its own"
            findings.append(Finding(row.line, answer))
        by_name.setdefault(name or words, item.key)
        wanted += [(part.strip(), item.key, row.line) for part in split_parents(parents)]
    for item in items:
        by_name.setdefault(item.words, item.key)
    edges: list[Edge] = []
    for parent, key, line in wanted:
        if parent in by_name:
            edges.append(Edge(by_name[parent], key, line))
        else:
            answer = f"there is no row {quoted(parent)}, which this row is said to be below"
            findings.append(Finding(line, f"{answer}: it was put at the top"))
            notes.append(Note(f"below: {parent}", line))
    outline = Outline(tuple(items), tuple(edges), form="table", line=1, notes=tuple(notes))
    return Reading((outline,), tuple(findings))


def split_parents(words: str) -> list[str]:
    """Return each parent that a cell names."""
    return [part for part in re.split(r"[;,|\n]", words) if part.strip()]


def read_paths(rows: list[Row], columns: dict[str, int], notes: list[Note]) -> Reading:
    """Read rows that say the whole way down to them, or whose sorts alone say what they are."""
    items: list[Item] = []
    edges: list[Edge] = []
    by_path: dict[tuple[str, ...], str] = {}
    for row in rows[1:]:
        path = [part for part in STEP.split(row.pick(columns, PATHS)) if part]
        words = row.pick(columns, WORDS)
        if words and path[-1:] != [words]:
            path.append(words)
        above = ""
        for depth in range(1, len(path) + 1):
            key = by_path.get(tuple(path[:depth]), "")
            if depth == len(path) and (not key or not row.pick(columns, PATHS)):
                item = make_item(row, columns, rows[0], path[-1], {row.pick(columns, PATHS)})
            elif not key:
                item = Item(f"{row.line}-{depth}", path[depth - 1], row.line)
            else:
                above = key
                continue
            items.append(item)
            by_path[tuple(path[:depth])] = item.key
            edges += [Edge(above, item.key, row.line)] if above else []
            above = item.key
    return Reading((Outline(tuple(items), tuple(edges), form="table", line=1, notes=tuple(notes)),))


def read_staggered(rows: list[Row], notes: list[Note]) -> Reading:
    """Read rows in which the column of a cell says how far down it is, with headings or without."""
    heads = rows[0].cells
    has_heads = len(heads) > 1 and all(
        LEVEL.fullmatch(cell.strip()) or is_level(cell) for cell in heads
    )
    items: list[Item] = []
    edges: list[Edge] = []
    above: dict[int, Item] = {}
    for row in rows[has_heads:]:
        for place, cell in enumerate(row.cells):
            words = " ".join(cell.split())
            if not words or is_repeated(place, row, above):
                continue
            sort = (
                heads[place].strip()
                if has_heads and place < len(heads) and is_level(heads[place])
                else ""
            )
            item = Item(f"{row.line}-{place}", words, row.line, sort=sort)
            items.append(item)
            above = {n: item for n, item in above.items() if n < place}
            if above:
                edges.append(Edge(above[max(above)].key, item.key, row.line))
            above[place] = item
    return Reading((Outline(tuple(items), tuple(edges), form="table", line=1, notes=tuple(notes)),))


def is_repeated(place: int, row: Row, above: dict[int, Item]) -> bool:
    """Whether a cell says once more what it stands below, and so do all before it."""
    cells = [" ".join(cell.split()) for cell in row.cells[: place + 1]]
    known = [above[n].words if n in above else "" for n in range(place + 1)]
    return cells[place] == known[place] and all(
        not cell or cell == words for cell, words in zip(cells, known, strict=True)
    )


def is_level(cell: str) -> bool:
    """Whether a heading names a level of a tree."""
    return cell.strip().casefold().rstrip("s").replace("opportunitie", "opportunity") in LEVELS
