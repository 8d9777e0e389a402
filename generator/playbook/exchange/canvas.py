"""JSON Canvas, as Obsidian writes it: cards, files, links and groups, and the edges between."""

import json
import re
from dataclasses import replace
from typing import Any

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading
from playbook.text.english import quoted

BOLD = re.compile(r"\*\*([^*]+)\*\*")
BOLD_LINE = re.compile(r"\*\*(.*)\*\*")
MARKS = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+)")
PLACES = {"id", "type", "x", "y", "width", "height", "fromNode", "toNode", "fromSide", "toSide"}
ENDS = {"fromEnd", "toEnd"}
WORDS = ("text", "label", "url", "file")


def read_canvas(text: str) -> Reading:
    """Read the cards of a canvas, from the top down and from left to right in a row."""
    try:
        canvas = json.loads(text)
    except json.JSONDecodeError as error:
        answer = f"this is no JSON that can be read ({error.msg}): export the canvas once more"
        return Reading(findings=(Finding(error.lineno, answer, is_question=True),))
    except (RecursionError, ValueError):
        answer = "this JSON is nested too deeply, or has a number that is too long"
        return Reading(findings=(Finding(1, answer, is_question=True),))
    cards = canvas.get("nodes") if isinstance(canvas, dict) else None
    if not isinstance(cards, list):
        answer = "this JSON has no list of 'nodes', so it is no canvas: export it once more"
        return Reading(findings=(Finding(1, answer, is_question=True),))
    lines = find_lines(text)
    by_id: dict[str, dict[str, Any]] = {}
    for card in cards:
        if isinstance(card, dict) and isinstance(card.get("id"), str):
            by_id.setdefault(card["id"], card)
    known = list(by_id.values())
    if any(card["id"] == "title" and "\n- kind: " in read_words(card) for card in known):
        return Reading((read_own_cards(known, canvas.get("edges"), lines),))
    groups = [card for card in known if card.get("type") == "group"]
    notes = [
        Note(words, lines.get(card["id"], 1)) for card in groups if (words := read_words(card))
    ]
    notes += [
        Note(json.dumps(odd, ensure_ascii=False), 1) for odd in cards if not is_in(odd, by_id)
    ]
    rest = {key: value for key, value in canvas.items() if key not in {"nodes", "edges"}}
    notes += [Note(json.dumps(rest, ensure_ascii=False), 1)] if rest else []
    items = {
        card["id"]: read_card(card, groups, lines)
        for card in sorted(known, key=find_place)
        if card not in groups
    }
    edges, findings = read_edges(canvas.get("edges"), items, lines, notes)
    outline = Outline(
        tuple(items.values()), tuple(edges), form="canvas", line=1, notes=tuple(notes)
    )
    return Reading((outline,), tuple(findings))


def read_own_cards(cards: list[dict[str, Any]], edges: Any, lines: dict[str, int]) -> Outline:
    """Return the outline of a canvas that `playbook export` wrote, its cards in its order."""
    items: list[Item] = []
    for card in sorted(cards, key=lambda card: card["id"] != "title"):
        first, *rest = read_words(card).split("\n\n")
        small = rest.pop(0) if rest and not rest[0].startswith("- ") else ""
        sort, _, status = small.partition(" · ") if " · " in small else (small, "", "")
        line = lines.get(card["id"], 1)
        notes = tuple(Note(words, line) for part in rest for words in part.split("\n"))
        words = first.removeprefix("# ") if card["id"] == "title" else BOLD_LINE.sub(r"\1", first)
        key = card["id"].removeprefix("item-")
        items.append(Item(key, words, line, "", sort, status, notes=notes))
    ways = {
        (item.key, note.words.split(" ")[2].strip(":"))
        for item in items
        for note in item.notes
        if note.words.startswith("- next: ")
    }
    below: list[Edge] = []
    extra: list[Note] = []
    for edge in read_edges(edges, {f"item-{item.key}": item for item in items}, lines, extra)[0]:
        tail, head = edge.tail.removeprefix("item-"), edge.head.removeprefix("item-")
        if edge.sort == "below":
            below.append(replace(edge, tail=tail, head=head))
        elif (tail, head) not in ways:
            extra.append(Note(f"{tail} leads to {head}: {edge.words}", edge.line))
    return Outline(tuple(items), tuple(below), form="canvas", line=1, notes=tuple(extra))


def read_words(card: dict[str, Any]) -> str:
    """Return what a card says: its text, its label, or where it leads."""
    return next((card[key] for key in WORDS if isinstance(card.get(key), str) and card[key]), "")


def read_card(card: dict[str, Any], groups: list[dict[str, Any]], lines: dict[str, int]) -> Item:
    """Return the item of a card: its first line, and the others as notes."""
    line = lines.get(card["id"], 1)
    first, _, rest = read_words(card).strip().partition("\n")
    used = next((key for key in WORDS if isinstance(card.get(key), str) and card[key]), "")
    facts = [Fact("group", read_words(group), line) for group in groups if lies_in(card, group)]
    facts += [
        Fact(key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), line)
        for key, value in card.items()
        if key not in {*PLACES, used, "color"}
    ]
    notes = tuple(Note(words.strip(), line) for words in rest.split("\n") if words.strip())
    sort = f"colour {card['color']}" if card.get("color") else ""
    words = BOLD.sub(r"\1", MARKS.sub("", first))
    return Item(card["id"], words, line, card["id"], sort, facts=tuple(facts), notes=notes)


def read_edges(
    written: Any, items: dict[str, Item], lines: dict[str, int], notes: list[Note]
) -> tuple[list[Edge], list[Finding]]:
    """Return the edges between cards; one that leads to no card is kept as a note."""
    edges: list[Edge] = []
    findings: list[Finding] = []
    for edge in written if isinstance(written, list) else []:
        ends = (edge.get("fromNode"), edge.get("toNode")) if isinstance(edge, dict) else ("", "")
        line = lines.get(str(edge.get("id")), 1) if isinstance(edge, dict) else 1
        label = str(edge.get("label") or "") if isinstance(edge, dict) else json.dumps(edge)
        if not all(isinstance(end, str) and end in items for end in ends):
            answer = f"an edge from {quoted(ends[0])} to {quoted(ends[1])} leads to no card"
            findings.append(Finding(line, f"{answer}: its words were kept as a comment"))
            notes += [Note(label, line)] if label else []
            continue
        tail, head = map(str, ends)
        if edge.get("fromEnd") == "arrow" and edge.get("toEnd") == "none":
            tail, head = head, tail
        sort = "below" if edge.get("toEnd") == "none" else ""
        edges.append(Edge(tail, head, line, " ".join(label.split()), sort))
    return edges, findings


def find_place(card: dict[str, Any]) -> tuple[float, float]:
    """Return how far down and how far to the right a card lies."""
    numbers = [card.get(key) for key in ("y", "x")]
    down, right = (number if isinstance(number, int | float) else 0 for number in numbers)
    return down, right


def lies_in(card: dict[str, Any], group: dict[str, Any]) -> bool:
    """Whether a card's corner lies in a group."""
    for start, size in (("x", "width"), ("y", "height")):
        values = (card.get(start), group.get(start), group.get(size))
        if not all(isinstance(value, int | float) for value in values):
            return False
        place, first, length = values
        if not first <= place <= first + length:  # type: ignore[operator] # numbers, as was seen
            return False
    return True


def find_lines(text: str) -> dict[str, int]:
    """Return the line on which each id is given."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for match in re.finditer(r'"id"\s*:\s*"((?:[^"\\]|\\.)*)"', line):
            lines.setdefault(match[1], number)
    return lines


def is_in(card: Any, by_id: dict[str, dict[str, Any]]) -> bool:
    """Whether a card is the one that its id stands for; a second one of that id is not."""
    return (
        isinstance(card, dict) and isinstance(card.get("id"), str) and by_id.get(card["id"]) is card
    )
