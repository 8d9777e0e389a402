"""What stands below an item in a form that has no place of its own for it."""

from collections.abc import Iterator

from playbook.exchange.outline import Edge, Fact, Item, Outline


def list_remarks(item: Item, outline: Outline) -> Iterator[Fact]:
    """Yield an item's id where its title doesn't give it, its facts and the ways from it."""
    if item.name:
        yield Fact("id", item.name)
    yield from item.facts
    for way in list_ways(item, outline):
        yield Fact("next", describe_way(way))


def list_ways(item: Item, outline: Outline) -> list[Edge]:
    """Return the ways that lead on from an item."""
    return [edge for edge in outline.heads.get(item.key, ()) if edge.is_way]


def list_children(key: str, outline: Outline) -> list[Item]:
    """Return the items below one, in their order."""
    edges = outline.heads.get(key, ())
    return [outline.by_key[edge.head] for edge in edges if not edge.is_way]


def list_tops(outline: Outline) -> list[Item]:
    """Return the items that stand below no other."""
    below = {edge.head for edge in outline.edges if not edge.is_way}
    return [item for item in outline.items if item.key not in below]


def describe_way(way: Edge) -> str:
    """Return a way on one line, such as `compares (loop): prices differ`."""
    sort = f" ({way.sort})" if way.sort not in {"", "step"} else ""
    return f"{way.head}{sort}{': ' if way.words else ''}{way.words}"
