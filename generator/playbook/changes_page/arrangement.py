"""A drawing of both states -> where its cards stand, and what is folded away."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from playbook.changes_page.marking import MarkedDrawing, Parents, list_ancestors
from playbook.drawing.drawing import Card, Connector, Drawing

SMALL = 14
"""So many cards are all shown."""
MOST_SIBLINGS, MOST_INNER = 4, 6
MOST_IN_A_COLUMN = 7
WIDTH, TOP_WIDTH, INDENT = 232, 320, 14
GAP = (0.3, 0.34)
SEPARATOR = " · "


def fold_drawing(marked: MarkedDrawing) -> MarkedDrawing:
    """Return a drawing of what changed, what it stands under, and what stands beside it."""
    cards = marked.drawing.cards
    if len(cards) <= SMALL or not marked.seeds:
        return marked
    if marked.parents is not None:
        seeds = leave_out_inner(marked.seeds, marked.parents)
        kept = choose_in_tree(cards, marked.parents, seeds)
        return fold_tree(marked, kept)
    kept = {*marked.seeds}
    for link in marked.drawing.links:
        if link.tail in marked.seeds or link.head in marked.seeds:
            kept |= {link.tail, link.head}
    return fold_map(marked, kept)


def choose_in_tree(cards: Iterable[Card], parents: Parents, seeds: Iterable[str]) -> set[str]:
    """Return which cards of a tree are shown."""
    children = list_children(cards, parents)
    kept = set(children[""])
    for seed in seeds:
        kept |= {seed, *list_ancestors(seed, parents)}
        siblings = children.get(parents.get(seed, ""), [])
        if len(siblings) > MOST_SIBLINGS:
            place = siblings.index(seed)
            siblings = siblings[max(place - 1, 0) : place + 2]
        kept |= {*siblings}
    return kept


def leave_out_inner(seeds: list[str], parents: Parents) -> list[str]:
    """Return cards without those that came or went with what they stand under, where many did."""
    inner: dict[str, list[str]] = {}
    for seed in seeds:
        word = seed.partition(" ")[0]
        above = [name for name in list_ancestors(seed, parents) if name.partition(" ")[0] == word]
        if above and word in {"new", "gone"}:
            inner.setdefault(above[-1], []).append(seed)
    left_out = {name for names in inner.values() if len(names) > MOST_INNER for name in names}
    return [seed for seed in seeds if seed not in left_out]


def list_children(cards: Iterable[Card], parents: Parents) -> dict[str, list[str]]:
    """Return the ids of the cards below each card; of those at the top by ''."""
    children: dict[str, list[str]] = {"": []}
    for card in cards:
        children.setdefault(parents.get(card.id, ""), []).append(card.id)
    return children


def fold_tree(marked: MarkedDrawing, kept: set[str]) -> MarkedDrawing:
    """Return a tree with some of its cards, and how many more stand below each of them."""
    parents = dict(marked.parents or {})
    folded: dict[str, int] = {}
    for card in marked.drawing.cards:
        if card.id not in kept and not card.id.startswith("was "):
            above = next(name for name in list_ancestors(card.id, parents) if name in kept)
            folded[above] = folded.get(above, 0) + 1
    cards = [card for card in marked.drawing.cards if card.id in kept]
    for above, number in folded.items():
        card = make_rest_card(above, number)
        parents[card.id] = above
        cards.append(card)
    return replace(marked, drawing=replace(marked.drawing, cards=cards), parents=parents)


def make_rest_card(beside: str, number: int) -> Card:
    """Return a card that says how many more there are; it is there as long as that beside it."""
    word = beside.partition(" ")[0] if " " in beside else ""
    name = f"{word} more {beside}" if word in {"new", "gone", "was", "here"} else f"more {beside}"
    return Card(id=name, title=f"{number} more", outline="pill", look="more")


def fold_map(marked: MarkedDrawing, kept: set[str]) -> MarkedDrawing:
    """Return a map with some of its cards, and how many more there are between them."""
    drawing = marked.drawing
    ways = [(link.tail, link.head) for link in drawing.links]
    groups: dict[tuple[str, ...], int] = {}
    for group in list_groups([card.id for card in drawing.cards if card.id not in kept], ways):
        beside = {
            name
            for way in ways
            if way[0] in group or way[1] in group
            for name in way
            if name in kept
        }
        ends = tuple(card.id for card in drawing.cards if card.id in beside)
        groups[ends] = groups.get(ends, 0) + len(group)
    cards = [card for card in drawing.cards if card.id in kept]
    links = [link for link in drawing.links if link.tail in kept and link.head in kept]
    heads = {head for tail, head in ways if tail not in kept and head in kept}
    for place, (ends, number) in enumerate(groups.items()):
        rest = replace(make_rest_card("", number), id=f"more {place}", width=150)
        cards.append(rest)
        for end in ends:
            tail, head = (rest.id, end) if end in heads else (end, rest.id)
            links.append(Connector(tail=tail, head=head, look="more"))
    return replace(marked, drawing=replace(drawing, cards=cards, links=links))


def list_groups(names: Iterable[str], ways: Iterable[tuple[str, str]]) -> Iterator[set[str]]:
    """Yield the cards that hang together."""
    left = dict.fromkeys(names)
    beside: dict[str, list[str]] = {name: [] for name in left}
    for tail, head in ways:
        if tail in left and head in left:
            beside[tail].append(head)
            beside[head].append(tail)
    while left:
        group: set[str] = set()
        waiting = [next(iter(left))]
        while waiting:
            name = waiting.pop()
            if name in left:
                del left[name]
                group.add(name)
                waiting += beside[name]
        yield group


def arrange(marked: MarkedDrawing) -> Drawing:
    """Return a drawing whose links say where its cards stand."""
    if marked.parents is None:
        return marked.drawing
    return arrange_tree(marked.drawing, marked.parents)


def arrange_tree(drawing: Drawing, parents: Parents) -> Drawing:
    """Return a tree with small families as columns, and others side by side."""
    by_id = {card.id: card for card in drawing.cards}
    parents = {name: above for name, above in parents.items() if above in by_id}
    children = list_children(drawing.cards, parents)
    cards: list[Card] = []
    links: list[Connector] = []

    def list_family(name: str, depth: int = 0) -> Iterator[tuple[str, int]]:
        yield name, depth
        for child in children.get(name, ()):
            yield from list_family(child, depth + 1)

    def add(column: list[tuple[str, int]], above: str) -> None:
        if above:
            head = column[0][0]
            links.append(Connector(tail=above, head=head, look="branch", arrow=False))
        for name, depth in column:
            hangs_from = parents[name] if depth else ""
            width = WIDTH if above or depth else TOP_WIDTH
            card = replace(
                by_id[name],
                hangs_from=hangs_from,
                indent=INDENT * depth,
                width=width,
                least_height=0,
            )
            cards.append(shorten_eyebrow(card))
        links.extend(
            Connector(tail=one, head=other, hidden=True)
            for (one, _), (other, _) in pairwise(column)
        )

    def place(name: str, above: str) -> None:
        family = list(list_family(name))
        if above and len(family) <= MOST_IN_A_COLUMN:
            add(family, above)
            return
        add([(name, 0)], above)
        for child in children.get(name, ()):
            place(child, name)

    for top in children[""]:
        place(top, "")
    return replace(drawing, cards=cards, links=links, gap=GAP)


def shorten_eyebrow(card: Card) -> Card:
    """Return a card whose small line on top has no more words than fit."""
    while card.eyebrow_line.endswith("…") and SEPARATOR in card.eyebrow:
        card = replace(card, eyebrow=card.eyebrow.rpartition(SEPARATOR)[0])
    return card
