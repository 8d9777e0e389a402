"""The status, the facts and the notes of an item -> fields of a piece of a tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playbook.exchange.days import read_day
from playbook.exchange.outline import Fact, Finding, Item, Note
from playbook.exchange.yaml_lines import is_value, write_value

STATUSES = {
    "opportunity": {
        "target": "target focus focused chosen selected",
        "exploring": "exploring active doing current on-track in-progress at-risk started",
        "parked": "parked later paused on-hold blocked dropped backlog icebox",
        "addressed": "addressed done solved x complete completed closed",
    },
    "solution": {
        "chosen": "chosen selected active doing current on-track in-progress building started",
        "dropped": "dropped rejected cancelled canceled parked off",
        "shipped": "shipped done launched released x complete completed live",
    },
}
MEANT = {
    level: {word: status for status, words in statuses.items() for word in words.split()}
    for level, statuses in STATUSES.items()
}
COUNT = re.compile(r"(\d{1,6})\s*(?:of|out of|/)\s*(\d{1,6})\b", re.ASCII)
TYPES = ("desirability", "viability", "feasibility", "usability", "ethical")
VERDICTS = {
    "supported": "supported validated confirmed true passed",
    "refuted": "refuted invalidated disproved false failed",
    "unclear": "unclear inconclusive mixed",
}
VERDICT = {word: verdict for verdict, words in VERDICTS.items() for word in words.split()}


@dataclass
class Written:
    """The lines of a piece's fields, and what of the item they say."""

    lines: list[str] = field(default_factory=list)
    used: list[Note | Fact | str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_count(words: str) -> str:
    """Return how many of how many, as a count of ours; nothing where words name none."""
    match = COUNT.search(words)
    if not match or not int(match[2]) > 0 or int(match[1]) > int(match[2]):
        return ""
    return f"{int(match[1])} of {int(match[2])}"


def write_status(level: str, item: Item, written: Written, indent: str) -> None:
    """Write the status that an item's own one stands for.

    Its own stays as a comment where it is another word.
    """
    fact = item.find_fact("status")
    own = item.status or (fact.value if fact else "")
    status = MEANT[level].get("-".join(own.casefold().split()))
    if status:
        written.lines.append(f"{indent}status: {status}")
        if status == own:
            written.used += [own, *([fact] if fact else [])]


def write_texts(
    keys: dict[str, tuple[str, ...]], item: Item, written: Written, indent: str
) -> None:
    """Write each fact that a field of ours has a place for."""
    for key, names in keys.items():
        fact = item.find_fact(*names)
        if fact and is_value(fact.value):
            written.lines.append(f"{indent}{key}: {write_value(fact.value)}")
            written.used.append(fact)


def write_notes(key: str, item: Item, written: Written, indent: str) -> None:
    """Write an item's notes as one text."""
    words = " ".join(note.words for note in item.notes)
    if item.notes and is_value(words):
        written.lines.append(f"{indent}{key}: {write_value(words)}")
        written.used += item.notes


def write_opportunity(item: Item, indent: str) -> Written:
    """Return the fields of an opportunity."""
    written = Written()
    write_status("opportunity", item, written, indent)
    write_texts({"because": ("because", "why", "reason")}, item, written, indent)
    cited = [fact for fact in item.facts if fact.key.casefold() in {"evidence", "heard from"}]
    cited = [fact for fact in cited if is_value(fact.value)]
    if cited:
        values = [write_value(fact.value) for fact in cited]
        written.lines += [f"{indent}evidence:", *(f"{indent}  - {value}" for value in values)]
        written.used += cited
    return written


def write_solution(item: Item, indent: str) -> Written:
    """Return the fields of a solution."""
    written = Written()
    write_notes("about", item, written, indent)
    write_status("solution", item, written, indent)
    write_texts({"because": ("because", "why", "reason")}, item, written, indent)
    return written


def write_assumption(item: Item, indent: str) -> Written:
    """Return the fields of an assumption."""
    written = Written()
    for key, names, allowed in (
        ("type", ("type", "risk", "category"), TYPES),
        ("importance", ("importance", "impact"), ("high", "medium", "low")),
        ("known", ("known", "evidence", "confidence"), ("strong", "some", "weak")),
    ):
        fact = item.find_fact(*names)
        if fact and fact.value.casefold() in allowed:
            written.lines.append(f"{indent}{key}: {fact.value.casefold()}")
            written.used.append(fact)
    return written


def write_test(item: Item, indent: str) -> Written:
    """Return the fields of an assumption test."""
    written = Written()
    day = item.find_fact("date")
    if day and read_day(day.value):
        written.lines.append(f"{indent}date: {read_day(day.value)}")
        written.used += [day] if str(read_day(day.value)) == day.value else []
    write_notes("how", item, written, indent)
    goal = item.find_fact("criterion", "success", "success criterion", "target")
    if goal and (count := read_count(goal.value)):
        who = COUNT.sub("", goal.value, count=1).strip(" :,-")
        if is_value(who):
            value = write_value(who, in_braces=True)
            written.lines.append(f"{indent}criterion: {{at_least: {count}, who: {value}}}")
            written.used.append(goal)
    result = item.find_fact("result")
    if result and (count := read_count(result.value)):
        written.lines.append(f"{indent}result: {count}")
        written.used += [result] if count == result.value else []
    verdict = item.find_fact("verdict") or item.find_fact("status")
    own = verdict.value if verdict else item.status
    if meant := VERDICT.get(own.casefold()):
        written.lines.append(f"{indent}verdict: {meant}")
        written.used += [verdict or own] if meant == own else []
    write_texts(
        {"learned": ("learned", "learning"), "changed": ("changed",)}, item, written, indent
    )
    return written


FIELDS: dict[str, Callable[[Item, str], Written]] = {
    "opportunity": write_opportunity,
    "solution": write_solution,
    "assumption": write_assumption,
    "test": write_test,
}
