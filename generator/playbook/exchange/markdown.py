"""Nested Markdown lists and headings, with tags, statuses and facts as people type them."""

import re
from dataclasses import replace

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading

HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
BULLET = re.compile(r"(\s*)(?:[-*+•–]|\d{1,9}[.)])\s+(\S.*)")  # noqa: RUF001 - people type dashes
BOX = re.compile(r"\[([ xX✓✔-])\]\s+(?=\S)")
TAG = re.compile(r"(?:\*\*|__)?\[([^\W\d_][\w -]{0,23})\](?:\*\*|__)?:?\s+(?=\S)(?!\()")
STATUS = re.compile(r"\s+@([\w-]+)\s*$")
MIDDLE = re.compile(r"(?<!\S)@([\w-]+)(?!\S)")
FACT = re.compile(r"(?:\*\*|__)?([^\W\d_][\w /.-]{0,23})(?:\*\*|__)?:(?:\*\*|__)?\s+(\S.*)")
FACTS = """about doing drawn_by.role feeling heard_in id map mood next thinking assignee
    baseline because bet by confidence criterion current date deadline due effort
    evidence from goal how importance impact kind kpi known learned metric mission owner priority
    result scope source sources start status summary target to type url verdict was who"""
KEYS = frozenset(FACTS.split())
"""What is a fact of the item above it rather than an item."""
OWN_FACT = re.compile(r"([a-z_]+(?:\.\w+)*): (\S.*)")
OWN_TAG = re.compile(r"\[([^\W\d_][\w -]{0,23})\] ")
OWN_KINDS = {("kind", "opportunity-tree"), ("kind", "experience-map")}
RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")
UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
TAB = 4


def read_markdown(text: str, first: int = 1) -> Reading:
    """Read headings and lists as one outline."""
    return MarkdownReader(first).read(text)


class MarkdownReader:
    """Goes through a text line by line, and remembers what each line may stand below."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.items: list[Item] = []
        self.edges: list[Edge] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.is_own = False
        """Whether `playbook export` wrote it, so that each field of ours is a fact."""
        self.open: list[tuple[tuple[int, int], int]] = []
        """The rank of each item that another may stand below, and its place among the items."""

    def read(self, text: str) -> Reading:
        """Return the outline of a text."""
        lines = [line.expandtabs(TAB) for line in text.split("\n")]
        for number, line in enumerate(lines, self.first):
            following = lines[number - self.first + 1 :][:1]
            self._read_line(line, number, following[0] if following else "")
        outline = Outline(
            tuple(self.items),
            tuple(self.edges),
            form="list",
            line=self.first,
            notes=tuple(self.notes),
        )
        return Reading((outline,) if self.items or self.notes else (), tuple(self.findings))

    def _read_line(self, line: str, number: int, following: str) -> None:
        heading, bullet = HEADING.fullmatch(line), BULLET.fullmatch(line)
        if not line.strip() or RULE.fullmatch(line) or UNDERLINE.fullmatch(line):
            return
        if heading:
            self._add_heading(len(heading[1]), heading[2] or "", number)
        elif bullet:
            after = BULLET.fullmatch(following)
            has_children = bool(after) and len(after[1] if after else "") > len(bullet[1])
            if has_children or not self._add_fact(bullet[2], number):
                self._add((1, len(bullet[1])), bullet[2], number)
        elif (under := UNDERLINE.fullmatch(following)) and following.strip():
            self._add_heading(1 if under[1][0] == "=" else 2, line.strip(), number)
        elif not self._add_fact(line.strip(), number):
            self._add_note(line.strip(), number)

    def _add_heading(self, level: int, words: str, number: int) -> None:
        above = [rank for rank, _ in self.open if rank < (0, level)]
        if above and level - above[-1][1] > 1:
            step = f"'{'#' * level}' stands below '{'#' * above[-1][1]}'"
            answer = f"{step} and skips a level: it was put below that all the same"
            self.findings.append(Finding(number, answer))
        self._add((0, level), words, number)

    def _add(self, rank: tuple[int, int], words: str, number: int) -> None:
        status, sort = "", ""
        if box := BOX.match(words):
            status, words = ("done" if box[1] not in " -" else ""), words[box.end() :]
        if tag := (OWN_TAG if self.is_own else TAG).match(words):
            sort, words = tag[1], words[tag.end() :]
        notes: list[Note] = []
        if ending := STATUS.search(words):
            if status:
                notes.append(Note("[x]", number))
            status, words = ending[1], words[: ending.start()]
        for middle in MIDDLE.finditer(words):
            answer = f"'@{middle[1]}' in the middle of a line is no status: it stays in the words"
            self.findings.append(Finding(number, answer))
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        key = str(number)
        self.items.append(Item(key, words, number, sort=sort, status=status, notes=tuple(notes)))
        if self.open:
            self.edges.append(Edge(self.items[self.open[-1][1]].key, key, number))
        self.open.append((rank, len(self.items) - 1))

    def _add_fact(self, words: str, number: int) -> bool:
        match = FACT.fullmatch(words) or OWN_FACT.fullmatch(words)
        if not match or not self.open:
            return False
        is_own = self.is_own and OWN_FACT.fullmatch(words)
        if not is_own and match[1].strip().casefold() not in KEYS:
            return False
        self.is_own = self.is_own or (match[1], match[2]) in OWN_KINDS
        place = self.open[-1][1]
        fact = Fact(match[1].strip(), match[2], number)
        self.items[place] = replace(self.items[place], facts=(*self.items[place].facts, fact))
        return True

    def _add_note(self, words: str, number: int) -> None:
        note = Note(words, number)
        if not self.open:
            self.notes.append(note)
            return
        place = self.open[-1][1]
        self.items[place] = replace(self.items[place], notes=(*self.items[place].notes, note))
