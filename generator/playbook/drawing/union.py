"""Several states of a drawing -> the same states, each part at one place in all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.drawing.layout import Layout, lay_out

Names = Mapping[str, str]
"""The ids that cards had before, each with the one that they have in the last state."""
LinkKey = tuple[str, str]


@dataclass(frozen=True)
class DrawnState:
    """One of the states: its picture, and which of its cards are new to it or other than before."""

    layout: Layout
    new: frozenset[str]
    changed: frozenset[str]


def unite_drawings(states: Sequence[Drawing], names: Names) -> Drawing:
    """Return a drawing with every card and link that is in any of its states.

    What the last one says of a card counts, and a card is as high as its words ever need.
    """
    renamed = [rename_parts(state, names) for state in states]
    cards: dict[str, Card] = {}
    for state in renamed:
        for card in state.cards:
            least = max(card.height, cards[card.id].height if card.id in cards else 0)
            cards[card.id] = replace(card, least_height=least)
    links: dict[LinkKey, Connector] = {}
    placed: set[str] = set()
    for state in reversed(renamed):  # a card that is there in the end has the place it has then
        for link in state.links:
            key = link.tail, link.head
            if key not in links and not (link.hidden and link.head in placed):
                links[key] = link
        placed |= {card.id for card in state.cards}
    order = order_cards(renamed)
    return replace(states[-1], cards=[cards[name] for name in order], links=[*links.values()])


def order_cards(states: Sequence[Drawing]) -> list[str]:
    """Return the ids of all cards in the order of the last state.

    One that is gone by then stands behind the one that it stood behind.
    """
    order: list[str] = []
    for state in reversed(states):
        place = 0
        for card in state.cards:
            if card.id in order:
                place = order.index(card.id) + 1
            else:
                order.insert(place, card.id)
                place += 1
    return order


def rename_parts(drawing: Drawing, names: Names) -> Drawing:
    """Return a drawing with the ids that its cards have in the last state."""
    if not names:
        return drawing

    def rename(name: str) -> str:
        return names.get(name, name)

    cards = [
        replace(card, id=rename(card.id), hangs_from=rename(card.hangs_from))
        for card in drawing.cards
    ]
    links = [
        replace(link, tail=rename(link.tail), head=rename(link.head)) for link in drawing.links
    ]
    return replace(drawing, cards=cards, links=links)


def lay_out_states(
    states: Sequence[Drawing],
    names: Names,
    mark: Callable[[Card, bool], Card] = lambda card, _: card,
) -> list[DrawnState]:
    """Return each state with its parts at the places that they have in all of them.

    `mark` returns a card that is new in a state, or (True) other than in the one before.
    """
    whole = lay_out(unite_drawings(states, names))
    places = whole.places
    drawn: list[DrawnState] = []
    before: dict[str, Card] = {}
    for number, state in enumerate(rename_parts(state, names) for state in states):
        cards = {card.id: card for card in state.cards}
        new = frozenset(cards.keys() - before.keys()) if number else frozenset[str]()
        changed = frozenset(
            name
            for name in cards.keys() & before.keys()
            if describe_card(cards[name]) != describe_card(before[name])
        )
        marked = {
            name: mark(card, name in changed) if name in new | changed else card
            for name, card in cards.items()
        }
        links = {(link.tail, link.head): link for link in state.links}
        routes = [
            replace(route, link=links[route.link.tail, route.link.head])
            for route in whole.routes
            if (route.link.tail, route.link.head) in links
        ]
        placed = [
            replace(places[name], card=card) for name, card in marked.items() if name in places
        ]
        picture = replace(
            state, name=f"{state.name}-{number}", cards=[*marked.values()], links=[*links.values()]
        )
        drawn.append(
            DrawnState(Layout(picture, whole.width, whole.height, placed, routes), new, changed)
        )
        before = cards
    return drawn


def describe_card(card: Card) -> tuple[str, str, str, str]:
    """Return what a reader sees of a card."""
    return card.eyebrow, card.title, card.note, card.look
