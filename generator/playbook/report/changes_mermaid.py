"""What changed in a tree or a map -> a small picture in Mermaid, which GitHub and GitLab draw."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from playbook.changes.change import ArtifactChange, PieceChange, Sort
from playbook.changes.outline import Outline
from playbook.exchange.writing.mermaid import escape_label
from playbook.report.field_sentences import States
from playbook.report.piece_items import get_homes, get_side
from playbook.report.spans import cut_text
from playbook.system.terminal import escape_controls

MOST_BOXES = 40
MOST_LINES = 120
MOST_SIBLINGS = 3
LONGEST_LABEL = 60
LIST_SIGN = re.compile(r"^(?:\d+(?=[.)])|[-+])")
TREES = {"opportunity-tree"}
MAPS = {"experience-map"}
LOOKS = {
    "": ('["', '"]', ""),
    "new": ('(["', '"])', "NEW"),
    "gone": ('{{"', '"}}', "REMOVED"),
    "moved": ('[["', '"]]', "MOVED"),
    "changed": ('[/"', '"/]', "CHANGED"),
    "more": ('("', '")', ""),
}
"""The shape of a box, and the word above its title; colours only repeat what these say."""
STYLES = """\
  classDef new stroke:#1a7f37,stroke-width:3px
  classDef gone stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4
  classDef moved stroke:#8250df,stroke-width:3px
  classDef changed stroke:#0969da,stroke-width:3px
  classDef more stroke-dasharray:2 3"""


@dataclass
class Picture:
    """Boxes by their keys, and lines between them."""

    boxes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The look and the title of each box."""
    lines: dict[tuple[str, str], str] = field(default_factory=dict)
    """Lines from box to box, each with its arrow."""


def draw_changes(change: ArtifactChange, states: States) -> str:
    """Return a picture in a fence; nothing for what isn't drawn, or where no piece changed."""
    homes = get_homes(change)
    before, after = (state.get_outline(home) for state, home in zip(states, homes, strict=True))
    if not (before and after and change.before and change.after and change.pieces):
        return ""
    if change.kind in TREES:
        picture = draw_branches(change, before, after)
    elif change.kind in MAPS:
        picture = draw_stretches(change, before, after)
    else:
        return ""
    return write_picture(picture) if len(picture.boxes) > 1 else ""


def get_look(piece: PieceChange) -> str:
    """Return in which way a piece is drawn."""
    if not piece.before:
        return "new"
    if not piece.after:
        return "gone"
    return "moved" if {Sort.MOVED, Sort.REORDERED} & {*piece.sorts} else "changed"


def list_changed(change: ArtifactChange) -> dict[str, str]:
    """Return the looks of pieces, by keys: their ids, and `-id` for those gone."""
    return {
        get_side(piece).name if piece.after else f"-{get_side(piece).name}": get_look(piece)
        for piece in change.pieces
    }


def draw_branches(change: ArtifactChange, before: Outline, after: Outline) -> Picture:
    """Return what changed in a tree, with what it stands under, and siblings."""
    picture = Picture()
    looks = list_changed(change)
    renamed = {
        piece.before.name: piece.after.name
        for piece in change.pieces
        if piece.before and piece.after
    }
    gone = {piece.before.name for piece in change.pieces if piece.before and not piece.after}
    wanted = dict.fromkeys(looks)
    for key in [*looks]:
        outline, name = (before, key[1:]) if key.startswith("-") else (after, key)
        while name := outline.pieces[name].parent:
            is_gone = outline is before and name in gone
            own = f"-{name}" if is_gone else renamed.get(name, name) if outline is before else name
            wanted[own] = None
            if outline is before and not is_gone:
                outline, name = after, own
    chosen = list(wanted)[:MOST_BOXES]
    picture.boxes[""] = ("", after.entry.artifact.title.plain())
    for key in order_boxes(chosen, before, after):
        outline = before if key.startswith("-") else after
        piece = outline.pieces[key.removeprefix("-")]
        parent = piece.parent
        if key.startswith("-") and parent:
            parent = f"-{parent}" if parent in gone else renamed.get(parent, parent)
        picture.boxes[key] = (looks.get(key, ""), piece.title)
        picture.lines[parent, key] = "-.-" if key.startswith("-") else "---"
    for piece_change in change.pieces:
        old, new = piece_change.before, piece_change.after
        if not (old and new and Sort.MOVED in piece_change.sorts):
            continue
        was = f"-{old.parent}" if old.parent in gone else renamed.get(old.parent, old.parent)
        if was not in picture.boxes and was in after.pieces:
            picture.boxes[was] = ("", after.pieces[was].title)
            picture.lines[after.pieces[was].parent, was] = "---"
        if was in picture.boxes and new.name in picture.boxes and was != new.parent:
            picture.lines[was, new.name] = '-.-|"was here"|'
    add_siblings(picture, looks, after)
    return picture


def order_boxes(keys: Iterable[str], before: Outline, after: Outline) -> list[str]:
    """Return keys in the order of the newer state; those gone come last."""
    places = {name: place for place, name in enumerate(after.pieces)}
    gone = {f"-{name}": len(places) + place for place, name in enumerate(before.pieces)}
    return sorted(keys, key=lambda key: {**gone, **places}[key])


def add_siblings(picture: Picture, looks: Mapping[str, str], after: Outline) -> None:
    """Draw some of those that stand beside what changed, and how many more there are."""
    parents = dict.fromkeys(after.pieces[key].parent for key in looks if key in after.pieces)
    for parent in parents:
        if parent not in picture.boxes:
            continue
        hidden = [name for name in after.children[parent] if name not in picture.boxes]
        few = hidden if len(hidden) <= MOST_SIBLINGS + 1 else hidden[:MOST_SIBLINGS]
        if len(picture.boxes) + len(few) > MOST_BOXES:
            few = []
        for name in few:
            picture.boxes[name] = ("", after.pieces[name].title)
            picture.lines[parent, name] = "---"
        if len(hidden) > len(few):
            key = f" more {parent}"
            picture.boxes[key] = ("more", f"… {len(hidden) - len(few)} more")
            picture.lines[parent, key] = "---"


def list_ways(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the links of a map, from node to node."""
    for name, piece in outline.pieces.items():
        for way in piece.value.get("next", ()):
            if str(way["to"]) in outline.pieces:
                yield name, str(way["to"])


def draw_stretches(change: ArtifactChange, before: Outline, after: Outline) -> Picture:
    """Return the nodes of a map that changed, and those beside them."""
    looks = list_changed(change)
    keys = {
        piece.before.name: piece.after.name if piece.after else f"-{piece.before.name}"
        for piece in change.pieces
        if piece.before
    }
    new = dict.fromkeys(list_ways(after))
    old = dict.fromkeys(
        (keys.get(tail, tail), keys.get(head, head)) for tail, head in list_ways(before)
    )
    near = [way for way in (*new, *old) if way[0] in looks or way[1] in looks]
    chosen = [*looks, *(name for way in near for name in way)]
    picture = Picture()
    for key in order_boxes(list(dict.fromkeys(chosen))[:MOST_BOXES], before, after):
        outline = before if key.startswith("-") else after
        picture.boxes[key] = (looks.get(key, ""), outline.pieces[key.removeprefix("-")].title)
    for way in near:
        if way[0] in picture.boxes and way[1] in picture.boxes:
            arrow = "-->" if way in new else '-.->|"removed"|'
            picture.lines[way] = '==>|"new"|' if way not in old else arrow
    left = len(after.pieces) - sum(key in after.pieces for key in picture.boxes)
    if left > 0:
        picture.boxes[" more"] = ("more", f"… {left} more")
    return picture


def write_picture(picture: Picture) -> str:
    """Return a picture as Mermaid in a fence."""
    names = {key: f"n{number}" for number, key in enumerate(picture.boxes)}
    lines = []
    for key, (look, title) in picture.boxes.items():
        opening, closing, word = LOOKS[look]
        label = write_label(title)
        words = f"{word}<br>{label}" if word else label
        lines.append(f"  {names[key]}{opening}{words}{closing}{f':::{look}' if look else ''}")
    ways = [way for way in picture.lines if way[0] in names and way[1] in names]
    lines += [
        f"  {names[tail]} {picture.lines[tail, head]} {names[head]}"
        for tail, head in ways[:MOST_LINES]
    ]
    used = {look for look, _ in picture.boxes.values()}
    styles = [style for style in STYLES.splitlines() if style.split()[1] in used]
    return "\n".join(["```mermaid", "flowchart TD", *lines, *styles, "```"])


def write_label(title: str) -> str:
    """Return a title as the label of a box; at its start, nothing that Mermaid takes for a list."""
    label = escape_controls(cut_text(title, LONGEST_LABEL))
    escaped = escape_label(label)
    match = LIST_SIGN.match(escaped)
    if not match:
        return escaped
    signs = "".join(f"#{ord(sign)};" for sign in match[0])
    return f"{signs}{escaped[match.end() :]}"
