"""Method cards: front matter that says what a method is for, and numbered steps below it."""

import re

from playbook.exchange.outline import Fact, Item, Note, Outline, Reading

FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
KEY = re.compile(r"([^\W\d][\w -]{0,40}):(?:\s+(.*))?")
STEP = re.compile(r"\s*\d{1,3}[.)]\s+(\S.*)")


def is_method_card(text: str) -> bool:
    """Whether a text begins with front matter that has a title, and has numbered steps."""
    front = FRONT.match(text)
    if not front:
        return False
    lines = text[front.end() :].split("\n")
    has_title = any(line.startswith("title:") for line in front[1].split("\n"))
    return has_title and any(map(STEP.fullmatch, lines))


def read_method_card(text: str) -> Reading:
    """Read a card: its facts, its steps in their order, and all else as notes."""
    front = FRONT.match(text)
    head = front[1].split("\n") if front else []
    facts: list[Fact] = []
    notes: list[Note] = []
    title = ""
    for number, line in enumerate(head, 2):
        match = KEY.fullmatch(line)
        if match and match[1] == "title":
            title = (match[2] or "").strip("\"' ")
        elif match and (match[2] or "").strip():
            facts.append(Fact(match[1], match[2].strip("\"' "), number))
        elif line.strip() and not match:
            notes.append(Note(line.strip().lstrip("# "), number))
    items: list[Item] = []
    body = text[front.end() :] if front else text
    for number, line in enumerate(body.split("\n"), len(head) + 3):
        step = STEP.fullmatch(line)
        if step:
            items.append(Item(str(number), step[1].strip(), number))
        elif line.strip():
            notes.append(Note(line.strip(), number))
    outline = Outline(
        tuple(items), title=title, form="card", line=1, facts=tuple(facts), notes=tuple(notes)
    )
    return Reading((outline,))
