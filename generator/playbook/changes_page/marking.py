"""Two states of a drawing -> one drawing, whose cards say what became of them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from playbook.changes.change import ArtifactChange, PieceChange, Sort
from playbook.drawing.drawing import Card, Connector, Drawing, Outline
from playbook.drawing.union import describe_card, rename_parts, unite_drawings
from playbook.report.spans import keep_on_line
from playbook.system.terminal import escape_controls

MARKS: dict[str, tuple[str, Outline]] = {
    "new": ("New", "double"),
    "gone": ("Gone", "chamfer"),
    "changed": ("Changed", "fold"),
    "here": ("Moved here", "hexagon"),
    "was": ("Was here", "hexagon"),
    "moved": ("Moved", "hexagon"),
    "old": ("Before", "fold"),
    "": ("", "round"),
}
"""What becomes of a card: the word on it, and the shape of its outline."""
Parents = Mapping[str, str]


@dataclass(frozen=True)
class MarkedDrawing:
    """Both states of a drawing in one; the ids of cards begin with what became of them."""

    drawing: Drawing
    marks: Mapping[str, str]
    """What became of each card that is other than it was."""
    old: Mapping[str, Card]
    """How a card was that changed, by its id."""
    parents: Parents | None
    """Where a drawing is a tree, what each card stands under."""

    @property
    def seeds(self) -> list[str]:
        """The cards that changed themselves, without what only came along."""
        return list(self.marks)


def mark_drawings(
    before: Drawing, after: Drawing, change: ArtifactChange, pieces: Container[str] = ()
) -> MarkedDrawing:
    """Return both states of a drawing in one.

    Of the artifact's `pieces`, only those changed of which the change says so: what a card counts
    below itself is no change of its own.
    """
    is_tree = not any(link.arrow for link in (*before.links, *after.links) if not link.hidden)
    names, marks = name_pieces(change, is_tree=is_tree)
    if is_tree:
        for state, word in ((0, "was"), (1, "here")):
            drawing = (before, after)[state]
            follow(names[state], word, find_parents(drawing), change, marks)
    name_others((before, after), names, marks, pieces)
    old, new = (rename_parts(state, own) for state, own in zip((before, after), names, strict=True))
    drawn = {card.id for card in (*old.cards, *new.cards)}
    marks = {key: mark for key, mark in marks.items() if key in drawn}
    whole = unite_drawings([old, new], {})
    earlier = {card.id: card for card in old.cards}
    return MarkedDrawing(
        replace(
            whole,
            cards=[mark_card(card, choose_mark(card.id, marks)) for card in whole.cards],
            links=[*mark_links(whole, old, new)],
        ),
        marks,
        {
            key: replace(mark_card(earlier[key], "old"), legend="", hangs_from="")
            for key in marks
            if key.startswith("changed ") and key in earlier
        },
        {**find_parents(old), **find_parents(new)} if is_tree else None,
    )


def choose_mark(key: str, marks: Mapping[str, str]) -> str:
    """Return what became of a card; what stood below a moved one was there as well."""
    return marks.get(key) or ("was" if key.startswith("was ") else "")


def name_pieces(
    change: ArtifactChange, *, is_tree: bool
) -> tuple[tuple[dict[str, str], dict[str, str]], dict[str, str]]:
    """Return the ids that cards get in both states, and what became of them."""
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    marks: dict[str, str] = {}
    for piece in change.pieces:
        before, after = piece.before, piece.after
        if before and after and Sort.MOVED in piece.sorts and is_tree:
            old[before.name], new[after.name] = f"was {after.name}", f"here {after.name}"
            marks[f"was {after.name}"], marks[f"here {after.name}"] = "was", "here"
        elif before and after:
            old[before.name] = new[after.name] = key = f"changed {after.name}"
            is_moved = {Sort.MOVED, Sort.REORDERED} & {*piece.sorts}
            marks[key] = "moved" if is_moved else "changed"
        elif before:
            old[before.name] = f"gone {before.name}"
            marks[f"gone {before.name}"] = "gone"
        elif after:
            new[after.name] = f"new {after.name}"
            marks[f"new {after.name}"] = "new"
    return (old, new), marks


def list_card_ids(piece: PieceChange) -> list[str]:
    """Return the ids that the cards of a piece may have."""
    if piece.before and piece.after:
        return [f"{word} {piece.after.name}" for word in ("here", "was", "changed")]
    if piece.after:
        return [f"new {piece.after.name}"]
    return [f"gone {piece.before.name}"] if piece.before else []


def follow(
    names: dict[str, str],
    word: str,
    parents: Parents,
    change: ArtifactChange,
    marks: dict[str, str],
) -> None:
    """Let what stands below a moved card go with it, in one of the states."""
    later = {
        piece.before.name: piece.after.name
        for piece in change.pieces
        if piece.before and piece.after
    }
    moved = {name for name, key in names.items() if key.startswith(f"{word} ")}
    for name in parents:
        above = list(list_ancestors(name, parents))
        if name not in moved and moved.intersection(above):
            key = names.get(name, "")
            if not key or key.startswith("changed "):
                own = later.get(name, name) if word == "was" else name
                names[name] = f"{word} {own}"
                if key and word == "here":
                    marks[names[name]] = marks[key]


def list_ancestors(name: str, parents: Parents) -> Iterator[str]:
    """Yield what a card stands under, the nearest first."""
    known = {name}
    while (name := parents.get(name, "")) and name not in known:
        known.add(name)
        yield name


def find_parents(drawing: Drawing) -> dict[str, str]:
    """Return what each card of a tree stands under."""
    hidden = {link.head: link.tail for link in drawing.links if not link.hidden}
    return hidden | {card.id: card.hangs_from for card in drawing.cards if card.hangs_from}


def name_others(
    states: tuple[Drawing, Drawing],
    names: tuple[dict[str, str], dict[str, str]],
    marks: dict[str, str],
    pieces: Container[str],
) -> None:
    """Find what became of the cards that are no pieces, or look other than before."""
    old, new = ({card.id: card for card in state.cards} for state in states)
    for name, card in old.items():
        if name in names[0]:
            continue
        if name not in new:
            names[0][name] = f"gone {name}"
            marks[f"gone {name}"] = "gone"
        elif name not in names[1] and is_other(card, new[name], pieces):
            names[0][name] = names[1][name] = f"changed {name}"
            marks[f"changed {name}"] = "changed"
    for name in new:
        if name not in names[1] and name not in old:
            names[1][name] = f"new {name}"
            marks[f"new {name}"] = "new"


def is_other(card: Card, other: Card, pieces: Container[str]) -> bool:
    """Whether a card that is no piece says something else."""
    return card.id not in pieces and describe_card(card) != describe_card(other)


def mark_card(card: Card, mark: str) -> Card:
    """Return a card that says what became of it; its words act nowhere."""
    word, outline = MARKS[mark]
    title, eyebrow, note = (
        escape_controls(keep_on_line(text)) for text in (card.title, card.eyebrow, card.note)
    )
    return replace(
        card,
        title=title,
        eyebrow=" · ".join(filter(None, (word, eyebrow))),
        note=note,
        outline=outline,
        look=mark or "same",
        legend=word,
        anchor="",
        href="",
    )


def mark_links(whole: Drawing, old: Drawing, new: Drawing) -> Iterator[Connector]:
    """Yield the links of both states; those with an arrow say what became of them.

    One that leads nowhere is a fault of the content, and left out.
    """
    drawn = {card.id for card in whole.cards}
    states = [{(link.tail, link.head): link.words for link in state.links} for state in (old, new)]
    for link in whole.links:
        ends = (link.tail, link.head)
        if not drawn.issuperset(ends):
            continue
        mark = ""
        if ends not in states[1]:
            mark = "gone"
        elif ends not in states[0]:
            mark = "new"
        elif states[0][ends] != states[1][ends]:
            mark = "changed"
        word = MARKS[mark][0]
        words = escape_controls(keep_on_line(link.words))
        if link.arrow and not link.hidden:
            words = ": ".join(filter(None, (word, words)))
        yield replace(link, words=words, look=f"{link.look} {mark}".strip(), legend="")
