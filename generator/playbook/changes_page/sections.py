"""What changed -> the sections of the page: what is said of each artifact, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.changes.change import ArtifactChange, Sort
from playbook.changes_page.marking import list_card_ids
from playbook.changes_page.picture import Picture, draw_pictures
from playbook.report.change_items import describe_artifact, get_artifact_side, say_artifact
from playbook.report.change_names import State
from playbook.report.piece_items import Item, get_side

SIGNS = {"+": "new", "-": "gone", "~": "changed"}
MOST_PICTURES = 40
"""How many artifacts have pictures, since a page has to stay light."""


@dataclass(frozen=True)
class Step:
    """A change that a reader comes to: where it stands on the page, and how it looks."""

    anchor: str
    item: Item
    look: str
    cards: tuple[str, ...]
    """The ids that its cards in a picture may have."""


@dataclass(frozen=True)
class Section:
    """All that is said of one artifact."""

    anchor: str
    change: ArtifactChange
    title: str
    path: str
    heading: str
    """What happened to it, with its kind."""
    look: str
    steps: tuple[Step, ...]
    pictures: tuple[Picture, ...]
    has_no_room: bool
    """Whether it has pictures that are left out."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it came or went, which is one change."""
        return not (self.change.before and self.change.after)


def make_sections(
    changes: tuple[ArtifactChange, ...], states: tuple[State, State]
) -> Iterator[Section]:
    """Yield a section for each artifact that changed."""
    for number, change in enumerate(changes, 1):
        anchor = f"artifact-{number}"
        side = get_artifact_side(change)
        steps = tuple(list_steps(change, states, anchor))
        before, after = (
            state.entries.get(own.name) if own else None
            for state, own in zip(states, (change.before, change.after), strict=True)
        )
        has_room = number <= MOST_PICTURES
        pictures = draw_pictures(change, before, after, list_places(steps), anchor)
        drawn = tuple(pictures) if has_room else ()
        entry = after or before
        has_no_room = not has_room and entry is not None and entry.kind.is_drawn
        look = "changed" if change.before and change.after else "new" if change.after else "gone"
        heading = say_artifact(change)
        yield Section(
            anchor, change, side.title, side.path, heading, look, steps, drawn, has_no_room
        )


def list_steps(change: ArtifactChange, states: tuple[State, State], anchor: str) -> Iterator[Step]:
    """Yield the changes of an artifact one by one."""
    for number, item in enumerate(describe_artifact(change, states), 1):
        cards = tuple(list_cards(item))
        yield Step(f"{anchor}-change-{number}", item, choose_look(item), cards)


def choose_look(item: Item) -> str:
    """Return how a change looks."""
    piece = item.piece
    if piece and piece.before and piece.after and {Sort.MOVED, Sort.REORDERED} & {*piece.sorts}:
        return "here"
    return SIGNS[item.sign]


def list_cards(item: Item) -> list[str]:
    """Return the ids of the cards that a change and those within it may have."""
    own = list_card_ids(item.piece) if item.piece else []
    return own + [card for inner in item.inner for card in list_cards(inner)]


def list_places(steps: tuple[Step, ...]) -> dict[str, str]:
    """Return the anchor of what is said about a card, by the card's id.

    By '' that of the artifact's own fields, which a card that is no piece stands for.
    """
    own = [("", step.anchor) for step in reversed(steps) if not step.item.piece]
    return dict(own) | {card: step.anchor for step in steps for card in step.cards}


def find_anchor(sections: list[Section], artifact: str, piece: str) -> str:
    """Return where something is said about an artifact or a piece; nothing where it isn't."""
    for section in sections:
        sides = (section.change.before, section.change.after)
        if artifact not in {side.name for side in sides if side}:
            continue
        for step in section.steps:
            if piece and piece in list_pieces(step.item):
                return step.anchor
        return section.anchor
    return ""


def list_pieces(item: Item) -> list[str]:
    """Return the ids of the pieces that a change tells of."""
    own = [get_side(item.piece).name] if item.piece else []
    return own + [name for inner in item.inner for name in list_pieces(inner)]


def count_looks(section: Section) -> list[tuple[str, int]]:
    """Return how many changes of a section look how."""
    looks = [step.look for step in section.steps]
    return [(look, looks.count(look)) for look in dict.fromkeys(looks)]
