"""The pieces of an artifact that changed -> what to say about each."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from playbook.changes.change import ArtifactChange, PieceChange, Side, Sort
from playbook.changes.outline import list_leaves
from playbook.report.change_names import State, format_value, label_field, name_thing
from playbook.report.field_groups import describe_fields
from playbook.report.field_sentences import States
from playbook.report.spans import Look, Sentence, Span, capitalize_sentence, join, join_details, say

UNSAID = {"title", "visibility", "kind"}
"""What is not repeated of something new."""
PRESUMED = {"status: open", "status: candidate"}
"""How something new begins anyway."""
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass
class Item:
    """Something that changed: in a few words, with what else is to say of it."""

    sign: str
    head: Sentence
    details: list[Sentence] = field(default_factory=list)
    inner: list["Item"] = field(default_factory=list)
    piece: PieceChange | None = None
    """The piece that it tells of; None for the artifact itself."""

    def count(self) -> int:
        """Return how many changes it tells of."""
        return 1 + sum(item.count() for item in self.inner)


def list_lines(item: Item, depth: int = 0) -> Iterator[tuple[int, str, Sentence]]:
    """Yield a change line by line: how deep it stands, its sign, if it has one, and its words.

    A single detail stands on the line of its change.
    """
    head, details = join_details(item.head, item.details)
    yield depth, item.sign, capitalize_sentence(head)
    for detail in details:
        yield depth + 1, "", capitalize_sentence(detail)
    for inner in item.inner:
        yield from list_lines(inner, depth + 1)


def get_homes(change: ArtifactChange) -> tuple[str, str]:
    """Return the ids of an artifact in both states."""
    before, after = change.before or change.after, change.after or change.before
    return before.name if before else "", after.name if after else ""


def nest_pieces(change: ArtifactChange, states: States) -> list[Item]:
    """Return the pieces that changed; what is new or gone together with its parent is in that."""
    top: list[Item] = []
    known: dict[tuple[Sort, str], Item] = {}
    for piece in change.pieces:
        side = get_side(piece)
        whole = Sort.ADDED if not piece.before else Sort.REMOVED if not piece.after else None
        above = known.get((whole, side.parent)) if whole else None
        item = describe_piece(piece, change, states, is_within=above is not None)
        if whole:
            known[whole, side.name] = item
        (above.inner if above else top).append(item)
    return top


def describe_piece(
    piece: PieceChange, change: ArtifactChange, states: States, *, is_within: bool
) -> Item:
    """Return what changed in a piece."""
    homes = get_homes(change)
    noun = piece.noun
    before, after = piece.before, piece.after
    if not before:
        side = get_side(piece)
        place = () if is_within or not change.before else say_place(side, homes[1], states[1])
        head = say(f"new {noun} ", name_thing(side.title), " " if place else "", place)
        return Item(
            "+",
            say(head, *say_others(piece, homes, states)),
            list_new_values(side, homes[1], states),
            piece=piece,
        )
    if not after:
        place = () if is_within else say_place(before, homes[0], states[0])
        head = say(
            f"removed {noun} ", name_thing(before.title), ", which was " if place else "", place
        )
        return Item("-", say(head, *say_others(piece, homes, states)), piece=piece)
    fields = [changed for changed in piece.fields if changed.key != "title"]
    details = describe_fields(fields, states, homes)
    if Sort.RENAMED in piece.sorts:
        ids = Span(before.name, Look.CODE), Span(after.name, Look.CODE)
        details.append(say("its id: ", ids[0], " → ", ids[1]))
    action = say_action(piece, (before, after), homes, states)
    head = action or say(f"{noun} ", name_thing(after.title))
    return Item("~", head, details, piece=piece)


def get_side(piece: PieceChange) -> Side:
    """Return a piece in the newer state, or in the only one that has it."""
    side = piece.after or piece.before
    if not side:
        raise ValueError(piece)
    return side


def say_others(piece: PieceChange, homes: tuple[str, str], states: States) -> Iterator[Sentence]:
    """Yield what a piece was merged from, or split into; its own name needs no saying."""
    is_merged = Sort.MERGED in piece.sorts
    place = 0 if is_merged else 1
    own = {side.name for side in (piece.before, piece.after) if side}
    names = [
        say(name_thing(states[place].find_piece_title(homes[place], name)))
        for name in piece.others
        if name not in own
    ]
    is_in_both = piece.before and piece.after
    if names and is_merged:
        yield say(", merged with " if is_in_both else ", merged from ", join(names))
    elif names:
        yield say(", a part of it is now " if is_in_both else ", split into ", join(names))


def say_action(
    piece: PieceChange, sides: tuple[Side, Side], homes: tuple[str, str], states: States
) -> Sentence:
    """Return that a piece has another title or place; nothing where neither changed."""
    before, after = sides
    parts: list[Sentence] = []
    subject = say(f"{piece.noun} ", name_thing(after.title))
    if before.title != after.title:
        subject = say(f"{piece.noun} ", name_thing(before.title))
        parts.append(say("renamed to ", name_thing(after.title)))
    if Sort.MOVED in piece.sorts:
        old = say_place(before, homes[0], states[0])
        new = say_place(after, homes[1], states[1])
        parts.append(say("moved from ", old or "the top", " to ", new or "the top"))
    elif Sort.REORDERED in piece.sorts:
        way = "up" if after.place < before.place else "down"
        parts.append(say(f"moved {way}, now {say_rank(after, homes[1], states)}"))
    others = say(*say_others(piece, homes, states))
    if not parts:
        return say(subject, others) if others else ()
    return say(subject, ": ", join(parts, "; "), others)


def say_place(side: Side, home: str, state: State) -> Sentence:
    """Return what a piece stands under."""
    if not side.parent:
        return ()
    return say("under ", name_thing(state.find_piece_title(home, side.parent)))


def say_rank(side: Side, home: str, states: States) -> str:
    """Return which one of its siblings a piece is."""
    outline = states[1].get_outline(home)
    rank = write_ordinal(side.place + 1)
    if not outline:
        return rank
    siblings = [
        other for other in outline.pieces.values() if other.home == (side.parent, side.field)
    ]
    return f"{rank} of {len(siblings)}"


def write_ordinal(number: int) -> str:
    """Return a number as a rank, such as 2nd."""
    ending = "th" if number % 100 in {11, 12, 13} else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def list_new_values(side: Side, home: str, states: States) -> list[Sentence]:
    """Return what a new piece says, but for its title."""
    return [
        say(f"{label_field(key)}: ", format_value(value, states[1], home))
        for key, value in list_leaves(side.value)
        if key not in UNSAID and f"{key}: {value}" not in PRESUMED
    ]
