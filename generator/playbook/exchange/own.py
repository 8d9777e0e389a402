"""An outline that `playbook export` wrote, in whichever form, as it was before it was written."""

import re
from dataclasses import dataclass, replace

from playbook.exchange.outline import Edge, Fact, Item, Note, Outline
from playbook.exchange.yaml_lines import name_uniquely
from playbook.text.slug import make_slug

KINDS = ("opportunity-tree", "experience-map")
FACT = re.compile(r"(?:- )?([a-z_]+(?:\.\w+)*): (.*)")
WAY = re.compile(r"(\S+?)(?: \((loop|error|abandon)\))?(?:: (.*))?")
SORTED = re.compile(r"(loop|error|abandon)(?:: ?(.*)|$)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKDOWN = {"list", "canvas"}
"""The forms whose texts are Markdown, and not plain words."""


@dataclass(frozen=True)
class OwnOutline:
    """A tree or a map that we wrote: its kind, and its outline with ids for keys."""

    kind: str
    outline: Outline


def read_own(outline: Outline) -> OwnOutline | None:
    """Return what an export of ours says; None for any other outline."""
    if not outline.items:
        return None
    is_drawn = outline.form == "flowchart"
    top = Item("", outline.title, outline.line, facts=outline.facts) if is_drawn else None
    first = top or split_item(outline.items[0])
    kind = next((fact.value for fact in first.facts if fact.key == "kind"), "")
    if kind not in KINDS:
        return None
    items = [split_item(item) for item in outline.items[0 if is_drawn else 1 :]]
    if outline.form in MARKDOWN:
        first, items = unescape_item(first), [unescape_item(item) for item in items]
    taken: set[str] = set()
    names = {item.key: name_uniquely(find_name(item, outline.form), taken) for item in items}
    edges: list[Edge] = []
    for edge in outline.edges:
        if edge.tail not in names or edge.head not in names:
            continue  # it leads from the artifact itself to what stands at the top
        is_way = is_drawn and kind == KINDS[1]
        if outline.form != "canvas" or edge.sort == "below":
            ends = replace(edge, tail=names[edge.tail], head=names[edge.head], is_way=is_way)
            edges.append(read_label(ends) if is_way else ends)
    for item in items:
        edges += [way for fact in item.facts if (way := read_way(names[item.key], fact))]
    facts = tuple(fact for fact in first.facts if fact.key != "kind")
    own = tuple(finish_item(item, names[item.key]) for item in items)
    return OwnOutline(
        kind,
        Outline(
            own,
            tuple(edges),
            first.words,
            "own",
            outline.line,
            facts,
            (*outline.notes, *first.notes),
        ),
    )


def split_item(item: Item) -> Item:
    """Return an item with its sort in small letters, and the facts in its notes as facts."""
    sort = item.find_fact("sort", "class")
    facts = [fact for fact in item.facts if fact is not sort]
    notes: list[Note] = []
    for note in item.notes:
        for line in note.words.split("\n"):
            if match := FACT.fullmatch(line):
                facts.append(Fact(match[1], match[2], note.line))
            elif line.strip():
                notes.append(Note(line, note.line))
    level = (sort.value if sort else item.sort).casefold()
    level = level.replace("-", " ") if sort and sort.key == "class" else level
    return replace(item, sort=level, facts=tuple(facts), notes=tuple(notes))


def unescape_item(item: Item) -> Item:
    """Return an item of Markdown with its words as people see them."""
    facts = tuple(replace(fact, value=unescape_markdown(fact.value)) for fact in item.facts)
    return replace(item, words=unescape_markdown(item.words), facts=facts)


def unescape_markdown(words: str) -> str:
    r"""Return words without the backslashes before the signs of Markdown."""
    return ESCAPED.sub(r"\1", words)


def find_name(item: Item, form: str) -> str:
    """Return the id of an item: as it says, else as its words make it."""
    if form == "table":
        return item.key
    named = item.find_fact("id")
    return named.value if named else make_slug(item.words)


def read_way(tail: str, fact: Fact) -> Edge | None:
    """Return the way that a fact such as `next: compares (loop): prices differ` says."""
    match = WAY.fullmatch(fact.value) if fact.key == "next" else None
    if not match:
        return None
    return Edge(tail, match[1], fact.line, match[3] or "", match[2] or "step", is_way=True)


def read_label(edge: Edge) -> Edge:
    """Return a way of a flowchart: a line that isn't plain begins with its sort."""
    match = SORTED.match(edge.words) if edge.sort else None
    sort, words = (match[1], match[2] or "") if match else ("step", edge.words)
    return replace(edge, sort=sort, words=words)


def finish_item(item: Item, name: str) -> Item:
    """Return an item whose facts are those that no other place says."""
    facts = tuple(
        fact
        for fact in item.facts
        if fact.key != "id" and not (fact.key == "next" and read_way("", fact))
    )
    return replace(item, key=name, name=name, facts=facts)
