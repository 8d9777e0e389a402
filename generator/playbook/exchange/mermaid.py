"""Every Mermaid diagram of a text, in fences or alone, with the words around them."""

import re
from dataclasses import dataclass, replace

from playbook.exchange.mermaid_flowchart import HEAD, FlowchartReader, clean_label
from playbook.exchange.mermaid_journey import read_journey
from playbook.exchange.mermaid_mindmap import read_mindmap
from playbook.exchange.outline import Fact, Finding, Note, Outline, Reading
from playbook.text.english import quoted

FENCE = re.compile(r"\s*(`{3,}|~{3,}|:::)\s*\{?mermaid\b.*", re.IGNORECASE)
FRONT = re.compile(r"---\n(.*?)\n---[ \t]*\n", re.DOTALL)
TITLE = re.compile(r"%% title: (.*)|title:\s*[\"' ]*(.*?)[\"' ]*")
SORT = re.compile(r"\s*([A-Za-z][\w-]*)")


@dataclass(frozen=True)
class Diagram:
    """The text of one diagram, and its first line."""

    text: str
    first: int


def has_diagrams(text: str) -> bool:
    """Whether a text holds a diagram in a fence, or is one."""
    lines = text.split("\n")
    return any(FENCE.fullmatch(line) for line in lines) or is_diagram(text)


def is_diagram(text: str) -> bool:
    """Whether a text is a diagram that can be read, without a fence."""
    start = skip_head(text)[0].lstrip()
    return bool(HEAD.match(start) or re.match(r"(?:mindmap|journey)\s*(?:\n|$)", start))


def read_mermaid(text: str) -> Reading:
    """Read every diagram of a text as an outline of its own."""
    diagrams, prose = split_diagrams(text)
    outlines: list[Outline] = []
    findings: list[Finding] = []
    for diagram in diagrams:
        reading = read_diagram(diagram)
        outlines += reading.outlines
        findings += reading.findings
    for note in prose:  # words introduce the diagram below them
        place = next((n for n, own in enumerate(outlines) if own.line > note.line), -1)
        if outlines:
            own = outlines[place]
            outlines[place] = replace(own, notes=(*own.notes, note))
    in_order = (
        replace(own, notes=tuple(sorted(own.notes, key=lambda note: note.line))) for own in outlines
    )
    return Reading(tuple(in_order), tuple(findings))


def split_diagrams(text: str) -> tuple[list[Diagram], list[Note]]:
    """Return the diagrams of a text, and the words outside of them."""
    if not any(FENCE.fullmatch(line) for line in text.split("\n")):
        return [Diagram(text, 1)], []
    diagrams: list[Diagram] = []
    prose: list[Note] = []
    inside: list[str] = []
    fence, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        opening = FENCE.fullmatch(line)
        if fence and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            diagrams.append(Diagram("\n".join(inside), first))
            fence, inside = "", []
        elif fence:
            inside.append(line)
        elif opening:
            fence, first = opening[1], number + 1
        elif line.strip():
            prose.append(Note(line.strip(), number))
    if fence:
        diagrams.append(Diagram("\n".join(inside), first))
    return diagrams, prose


def read_diagram(diagram: Diagram) -> Reading:
    """Read one diagram; one of a sort that can't be read is kept as comments."""
    body, skipped = skip_head(diagram.text)
    head = diagram.text[: len(diagram.text) - len(body)]
    first = diagram.first + skipped
    titles = (TITLE.fullmatch(line.strip()) for line in head.split("\n"))
    title = clean_label(next((match[1] or match[2] for match in titles if match), ""))
    facts = tuple(
        Fact(key.strip("% "), value.strip(), diagram.first + number)
        for number, line in enumerate(head.split("\n"))
        for key, _, value in [line.partition(":")]
        if value.strip() and key.strip("% ") != "title" and not line.startswith("%%{")
    )
    if HEAD.match(body):
        reading = FlowchartReader(first).read(body)
    elif re.match(r"mindmap\b", body):
        reading = read_mindmap(body, first)
    elif re.match(r"journey\b", body):
        reading = read_journey(body, first)
    else:
        return refuse_diagram(body, first)
    return Reading(
        tuple(
            replace(own, title=title or own.title, facts=(*facts, *own.facts))
            for own in reading.outlines
        ),
        reading.findings,
    )


def refuse_diagram(body: str, first: int) -> Reading:
    """Return the answer to a sort of diagram that is none of ours."""
    sort = SORT.match(body)
    answer = (
        f"a diagram of the sort {quoted(sort[1] if sort else '')} can't be imported: there are "
        "flowchart, mindmap and journey"
    )
    return Reading(findings=(Finding(first, answer, is_question=True),))


def skip_head(text: str) -> tuple[str, int]:
    """Return a diagram from its first word on, and how many lines were skipped before it."""
    start = len(text) - len(text.lstrip())
    if front := FRONT.match(text, start):
        start = front.end()
    while match := re.compile(r"\s*%%[^\n]*(?:\n|$)|\s+").match(text, start):
        start = match.end()
    return text[start:], text.count("\n", 0, start)
