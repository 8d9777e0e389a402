"""An artifact that changed -> its pictures, each with both states in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from playbook.changes.change import ArtifactChange
from playbook.changes_page.arrangement import arrange, fold_drawing, shorten_eyebrow
from playbook.changes_page.marking import MarkedDrawing, mark_card, mark_drawings, mark_links
from playbook.drawing.drawing import Card, Drawing
from playbook.drawing.layout import Layout, lay_out
from playbook.drawing.svg import draw_svg
from playbook.library.entry import Entry

MOST_CARDS = 150
"""A whole picture with more cards than this helps nobody to find a change."""


@dataclass(frozen=True)
class Picture:
    """A picture of what changed; of a large one also the whole, where that can be looked at."""

    title: str
    svg: Markup
    whole: Markup
    has_states: bool
    """Whether it shows two states."""


def draw_pictures(
    change: ArtifactChange,
    before: Entry | None,
    after: Entry | None,
    places: Mapping[str, str],
    prefix: str,
) -> Iterator[Picture]:
    """Yield the pictures in which something of an artifact changed.

    `places` has the anchors of what is said about cards, `prefix` begins the ids in the pictures.
    """
    old, new = (
        {drawing.name: drawing for drawing in entry.kind.draw_all(entry.artifact)} if entry else {}
        for entry in (before, after)
    )
    pieces = {name for entry in (before, after) if entry for name in entry.parts}
    for name, drawing in {**new, **old}.items():
        key = f"{prefix}-{name}"
        if name in old and name in new:
            marked = mark_drawings(old[name], new[name], change, pieces)
            if not marked.seeds:
                continue
            folded = fold_drawing(marked)
            is_cut = folded is not marked
            number = len(marked.drawing.cards)
            whole = (
                draw_marked(marked, f"{key}-whole", places)
                if is_cut and number <= MOST_CARDS
                else Markup("")
            )
            yield Picture(drawing.title, draw_marked(folded, key, places), whole, has_states=True)
        else:
            plain = replace(
                drawing,
                cards=[mark_card(card, "") for card in drawing.cards],
                links=[*mark_links(drawing, drawing, drawing)],
            )
            svg = draw_layout(lay_out(plain), key)
            yield Picture(drawing.title, svg, Markup(""), has_states=False)


def draw_marked(marked: MarkedDrawing, key: str, places: Mapping[str, str]) -> Markup:
    """Return a picture with both states in it."""
    drawing = arrange(marked)
    old_cards: dict[str, Card] = {}
    cards: list[Card] = []
    for card in (lead(card, places) for card in drawing.cards):
        if earlier := marked.old.get(card.id):
            old = replace(
                lead(earlier, places), id=f"old {card.id}", indent=card.indent, width=card.width
            )
            old_cards[card.id] = shorten_eyebrow(old)
            cards.append(replace(card, least_height=max(card.height, old.height)))
        else:
            cards.append(card)
    layout = lay_out(replace(drawing, cards=cards))
    places_of_cards = layout.places
    old_placed = [replace(places_of_cards[name], card=card) for name, card in old_cards.items()]
    return draw_layout(replace(layout, cards=[*layout.cards, *old_placed]), key)


def lead(card: Card, places: Mapping[str, str]) -> Card:
    """Return a card that leads to what is said about it."""
    is_changed = card.look in {"new", "gone", "changed", "old"}
    place = places.get(card.id) or (places.get("", "") if is_changed else "")
    return replace(card, href=f"#{place}") if place else card


def draw_layout(layout: Layout, key: str) -> Markup:
    """Return a picture whose ids nothing else on the page has."""
    drawing: Drawing = replace(layout.drawing, name=key, description=describe(layout.drawing))
    return Markup(draw_svg(replace(layout, drawing=drawing)))  # noqa: S704 - escaped by its writer


def describe(drawing: Drawing) -> str:
    """Return what a picture shows of a change, in a sentence."""
    looks = [card.look for card in drawing.cards]
    words = {
        "new": "new",
        "gone": "gone",
        "changed": "changed",
        "here": "moved",
        "moved": "moved",
    }
    parts = [f"{looks.count(look)} {word}" for look, word in words.items() if look in looks]
    return f"{', '.join(parts)}. The list says the same." if parts else "All of it."
