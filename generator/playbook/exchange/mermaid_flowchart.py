"""Mermaid's flowcharts: shapes, labels, groups, and the ways between them."""

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading

MOST_EDGES = 20_000
LONGEST_CODE = 8
NAME = re.compile(r"[\w.]+(?:[-/](?![-.>])[\w.]+)*")
SHAPES = (
    ("(((", ")))", "double circle"),
    ("((", "))", "circle"),
    ("([", "])", "stadium"),
    ("(", ")", "rounded"),
    ("[[", "]]", "subroutine"),
    ("[(", ")]", "cylinder"),
    ("[/", "]", "slanted"),
    ("[\\", "]", "slanted"),
    ("[", "]", "rectangle"),
    ("{{", "}}", "hexagon"),
    ("{", "}", "diamond"),
    (">", "]", "flag"),
)
ARROW = re.compile(r"\s*(?:[\w-]+@)?(?:<|[xo](?=[-=]))?(--+[->xo]?|==+[=>xo]?|-\.+-[>xo]?|~~~+)")
TEXT_ARROW = re.compile(
    r"\s*(?:<|[xo](?=[-=]))?(?:--(?![->xo.])|==(?![=>])|-\.(?![-.]))\s*"
    r"(\"[^\"]*\"|[^-=\"][^|]*?)\s*(?:--+[->xo]?|==+[=>xo]?|\.+-[>xo]?)"
)
LABEL = re.compile(r"\s*\|\s*(\"[^\"]*\"|[^|]*)\|")
CLASS = re.compile(r":::([\w-]+)")
SETTINGS = re.compile(r"@\{(.*?)\}", re.DOTALL)
SETTING = re.compile(r"(\w+)\s*:\s*(\"[^\"]*\"|[^,}]+)")
STYLE = re.compile(r"(?:direction|style|linkStyle|classDef)\b|[\w-]+@\{\s*(?:animat|curve)")
GROUP = re.compile(r"subgraph\b\s*(.*)")
CLASSES = re.compile(r"class\s+(\S[^;]*?)\s+([\w-]+)\s*;?")
STATUS = re.compile(r"(?<=\S)(?:\s+@|<br\s*/?>(?:@|#64;))([\w-]+)(?=\"?\s*$)", re.IGNORECASE)
CLICK = re.compile(r"click\s+(\S+)\s+(?:href\s+|call\s+)?\"?([^\"\s]+)\"?\s*(.*)")
BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
ENTITY = re.compile(r"#(\w+);")
HEAD = re.compile(r"(?:graph|flowchart(?:-elk)?)(?:\s+(?:TB|TD|BT|RL|LR))?\s*(?:[;\n]|$)")


def clean_label(words: str) -> str:
    """Return a label as people see it: no quotes, no breaks, no codes for signs."""
    text = words.strip()
    if text[:1] == '"' and text[-1:] == '"' and len(text) > 1:
        text = text[1:-1].strip()
    if text[:1] == "`" and text[-1:] == "`" and len(text) > 1:
        text = text[1:-1]
    plain = html.unescape(BREAK.sub(" ", text))
    return " ".join(ENTITY.sub(decode_sign, plain).split())


def decode_sign(code: re.Match[str]) -> str:
    """Return the sign that Mermaid writes as `#35;` or `#quot;`."""
    if not code[1].isascii() or not code[1].isdigit():
        return html.unescape(f"&{code[1]};")
    number = int(code[1]) if len(code[1]) < LONGEST_CODE else 0
    return chr(number) if 0 < number <= sys.maxunicode else code[0]


def split_statements(text: str, first: int) -> Iterator[tuple[int, str]]:
    """Yield each statement with its line; one in quotes may go over several lines."""
    number, start, quoted, words = first, first, False, ""
    for sign in text:
        if sign == '"':
            quoted = not quoted
        if sign == "\n":
            number += 1
        is_end = sign == "\n" or (sign == ";" and not ENTITY.search(f"{words[-12:]};"))
        if is_end and not quoted:
            yield start, words.strip()
            start, words = number, ""
        else:
            words += sign
    yield start, words.strip()


class FlowchartReader:
    """Goes through a flowchart statement by statement."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.items: dict[str, Item] = {}
        self.edges: list[Edge] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.groups: list[str] = []

    def read(self, text: str) -> Reading:
        """Return the outline of a flowchart, whose first line is the one that says so."""
        for number, statement in split_statements(text, self.first):
            if statement and not HEAD.fullmatch(statement):
                self._read_statement(statement, number)
        outline = Outline(
            tuple(self.items.values()),
            tuple(self.edges),
            form="flowchart",
            line=self.first,
            notes=tuple(self.notes),
        )
        return Reading((outline,), tuple(self.findings))

    def _read_statement(self, words: str, number: int) -> None:
        if words.startswith("%%"):
            if not words.startswith("%%{"):
                self.notes.append(Note(words.lstrip("% "), number))
        elif match := GROUP.fullmatch(words):
            name = NAME.match(match[1])
            title = match[1][name.end() :].strip() if name else ""
            self.groups.append(clean_label(title.strip("[]() ") or match[1]))
        elif words == "end":
            if self.groups:
                self.groups.pop()
        elif match := CLASSES.fullmatch(words):
            for key in map(str.strip, match[1].split(",")):
                self._add_fact(key, Fact("class", match[2], number))
        elif match := CLICK.fullmatch(words):
            self._add_fact(match[1], Fact("link", f"{match[2]} {match[3]}".strip(), number))
        elif not STYLE.match(words) and not self._read_chain(words, number):
            answer = "this is no line of a flowchart that can be read: it was kept as a comment"
            self.findings.append(Finding(number, answer))
            self.notes.append(Note(words, number))

    def _read_chain(self, words: str, number: int) -> bool:
        """Read `A --> B & C --> D`; nothing of it where any of it can't be read."""
        steps: list[tuple[list[Item], str, str]] = []
        place, label, sort = 0, "", ""
        while True:
            items: list[Item] = []
            while True:
                item, place = read_shape(words, place, number)
                if item is None:
                    return False
                items.append(item)
                joined = re.compile(r"\s*&\s*").match(words, place)
                if not joined:
                    break
                place = joined.end()
            steps.append((items, label, sort))
            arrow = TEXT_ARROW.match(words, place) or ARROW.match(words, place)
            if not arrow:
                break
            label = clean_label(arrow[1]) if arrow.re is TEXT_ARROW else ""
            sort = name_arrow(arrow[0])
            place = arrow.end()
            if beside := LABEL.match(words, place):
                label, place = clean_label(beside[1]), beside.end()
        if words[place:].strip(" ;"):
            return False
        self._add_chain(steps, number)
        return True

    def _add_chain(self, steps: list[tuple[list[Item], str, str]], number: int) -> None:
        before: list[Item] = []
        ways = sum(len(one) * len(other) for (one, *_), (other, *_) in pairwise(steps))
        if len(self.edges) + ways > MOST_EDGES:
            answer = f"with this line there are more than {MOST_EDGES:,} arrows: import a part"
            self.findings.append(Finding(number, answer, is_question=True))
            return
        for items, label, sort in steps:
            for item in items:
                self._add_item(item)
                self.edges += [Edge(tail.key, item.key, number, label, sort) for tail in before]
            before = items

    def _add_item(self, item: Item) -> None:
        known = self.items.get(item.key)
        group = (Fact("group", self.groups[-1], item.line),) if self.groups else ()
        if known is None:
            self.items[item.key] = replace(item, facts=(*item.facts, *group))
        elif item.sort:  # the last label that an item is given is the one that is drawn
            old = (Note(known.words, known.line),) if known.sort else ()
            notes = old if old and known.words != item.words else ()
            self.items[item.key] = replace(
                item, facts=(*known.facts, *item.facts), notes=(*known.notes, *notes)
            )
        else:
            self.items[item.key] = replace(known, facts=(*known.facts, *item.facts))

    def _add_fact(self, key: str, fact: Fact) -> None:
        item = self.items.get(key)
        if item is None:
            self.notes.append(Note(f"{key}: {fact.value}", fact.line))
            return
        self.items[key] = replace(item, facts=(*item.facts, fact))


def name_arrow(arrow: str) -> str:
    """Return how an arrow is drawn; nothing where it is a plain line."""
    return "dotted" if "-." in arrow else "thick" if "==" in arrow else ""


def read_shape(words: str, place: int, number: int) -> tuple[Item | None, int]:
    """Return the item that begins at a place, and where it ends; none where there is none."""
    start = re.compile(r"\s*").match(words, place)
    name = NAME.match(words, start.end() if start else place)
    if not name:
        return None, place
    place, label, sort, status = name.end(), name[0], "", ""
    facts: tuple[Fact, ...] = ()
    for opening, closing, shape in SHAPES:
        if words.startswith(opening, place):
            end = find_end(words, place + len(opening), closing)
            if end < 0:
                return None, place
            inside = words[place + len(opening) : end]
            if ending := STATUS.search(inside):
                status, inside = ending[1], inside[: ending.start()] + inside[ending.end() :]
            label, sort = clean_label(inside.strip("/\\") if shape == "slanted" else inside), shape
            place = end + len(closing)
            break
    if settings := SETTINGS.match(words, place):
        settled = {key: clean_label(value) for key, value in SETTING.findall(settings[1])}
        label, sort = settled.get("label", label), settled.get("shape", sort or "rectangle")
        place = settings.end()
    if own := CLASS.match(words, place):
        facts, place = (Fact("class", own[1], number),), own.end()
    return Item(name[0], label, number, name[0], sort, status, facts), place


def find_end(words: str, place: int, closing: str) -> int:
    """Return where a label ends: behind its quotes, where it has any."""
    quoted = re.compile(r'\s*"[^"]*"\s*').match(words, place)
    return words.find(closing, quoted.end() if quoted else place)
