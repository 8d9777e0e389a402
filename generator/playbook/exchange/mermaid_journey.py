"""Mermaid's user journeys: sections, tasks, their scores and their actors."""

import re
from itertools import pairwise

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading
from playbook.text.english import quoted

SCORES = range(1, 6)
TASK = re.compile(r"(.*?)\s*:\s*(-?\d{1,9}(?:\.\d+)?)\s*(?::\s*(.*))?")


def read_journey(text: str, first: int) -> Reading:
    """Read a journey; its tasks follow each other, and each says its section."""
    items: list[Item] = []
    notes: list[Note] = []
    findings: list[Finding] = []
    title, section, has_tasks = "", Note(""), True
    for number, line in list(enumerate(text.split("\n"), first))[1:]:
        words = line.strip()
        task = TASK.fullmatch(words)
        if not words or words.startswith(("accTitle", "accDescr")):
            notes += [Note(words, number)] if words else []
        elif words.startswith("%%"):
            notes.append(Note(words.lstrip("% "), number))
        elif words.startswith("title "):
            title = words[6:].strip()
        elif words == "section" or words.startswith("section "):
            notes += [] if has_tasks else [Note(f"section {section.words}", section.line)]
            section, has_tasks = Note(words[7:].strip(), number), False
        elif task:
            has_tasks = True
            items.append(read_task(task, section, number, findings))
        else:
            has_tasks = True
            answer = (
                f"{quoted(words)} has no score: a task is written as 'What they do: 3: Who', and "
                "this one has no mood now"
            )
            findings.append(Finding(number, answer))
            items.append(Item(str(number), words.rstrip(": "), number, facts=tell_section(section)))
    if not has_tasks:
        notes.append(Note(f"section {section.words}", section.line))
    edges = tuple(Edge(one.key, other.key, other.line) for one, other in pairwise(items))
    outline = Outline(tuple(items), edges, title, "journey", first, notes=tuple(notes))
    return Reading((outline,), tuple(findings))


def read_task(task: re.Match[str], section: Note, number: int, findings: list[Finding]) -> Item:
    """Return the item of a task; a score that Mermaid doesn't have is no mood."""
    facts = list(tell_section(section))
    score = task[2]
    if score.isdecimal() and int(score) in SCORES:
        facts.append(Fact("score", score, number))
    else:
        answer = (
            f"a score goes from 1 to 5, and this one is {score}: it was kept as a comment, without "
            "a mood"
        )
        findings.append(Finding(number, answer))
        facts.append(Fact("score out of range", score, number))
    if task[3] and task[3].strip():
        facts.append(Fact("actors", task[3].strip(), number))
    return Item(str(number), task[1], number, facts=tuple(facts))


def tell_section(section: Note) -> tuple[Fact, ...]:
    """Return which section a task is in."""
    return (Fact("section", section.words, section.line),) if section.words else ()
