"""A tree and a map as large as they get, made the same each time."""

import json
from itertools import cycle
from typing import Any

CANNOT = (
    "I can't tell",
    "I don't know",
    "I can't see",
    "Nobody tells me",
    "I forget",
    "I can't find out",
)
WHAT = (
    "what it costs",
    "who is patient",
    "when they are free",
    "how far it is",
    "which one to take",
    "what to bring",
)
WHERE = (
    "while I compare",
    "on the telephone",
    "at home in the evening",
    "before I pay",
    "on my way to work",
)
TOPS = (
    "I can't find anyone near me",
    "I can't tell who suits me",
    "I don't get an answer",
    "We find no hour together",
)
TOPS += ("I can't pay as I would like to", "I don't dare to begin", "I lose my place when I wait")
STATUSES = ("exploring", "open", "parked", "open", "addressed", "open", "open")
TYPES = ("desirability", "viability", "feasibility", "usability", "ethical")
LEVELS, KNOWN = ("high", "high", "medium", "low"), ("weak", "some", "strong")

SCOPE = "From the first wish to the hundredth lesson"

Piece = dict[str, Any]


def large_tree(nodes: int = 300) -> str:
    """Return a tree of this many opportunities and solutions, with one target far down."""
    tops = [opportunity(number, title) for number, title in enumerate(TOPS)]
    made, ahead, sizes = len(tops), list(tops), cycle((5, 3, 4, 2, 6))
    while made < nodes * 3 // 4:
        parent, number = ahead.pop(0), next(sizes)
        parent["opportunities"] = [opportunity(made + each) for each in range(number)]
        ahead += parent["opportunities"]
        made += number
    target, *leaves = reversed(ahead)
    for leaf, number in zip(leaves, range(made, nodes - 3), strict=False):
        leaf |= {"evidence": ["Interview 3"], "solutions": [solution(number, "dropped", tests=1)]}
    target |= {
        "status": "target",
        "because": "Most of our stories end here.",
        "evidence": ["Interview 1", "Interview 2"],
    }
    target["solutions"] = [solution(nodes - 1 - each, "candidate", tests=2) for each in range(3)]
    outcome = {
        "title": "More visitors book",
        "type": "product",
        "metric": "Bookings",
        "from": "18%",
        "to": "25%",
    }
    summary = "As large as a tree gets when nobody prunes it."
    return document(
        "opportunity-tree", "A year of interviews", summary, outcome=outcome, opportunities=tops
    )


def opportunity(number: int, title: str = "") -> Piece:
    """Return an opportunity; no two have the same title."""
    said = f"{CANNOT[number % 6]} {WHAT[number // 6 % 6]} {WHERE[number // 36 % 5]}"
    said = f"{said}, again" if number >= 180 else said
    return {
        "id": f"opportunity-{number}",
        "title": title or said,
        "status": STATUSES[number % 7],
        "because": f"{1 + number % 4} of twelve told us a story about this.",
        "evidence": [f"Interview {1 + (number + each) % 12}" for each in range(number % 4)],
    }


def solution(number: int, status: str, tests: int) -> Piece:
    """Return a solution with an assumption of each type, some of them tested."""
    beliefs: list[Piece] = [
        {
            "id": f"assumption-{number}-{each}",
            "title": f"Visitors act on idea {number} as we hope, part {each}",
            "type": kind,
            "importance": LEVELS[(number + each) % 4],
            "known": KNOWN[(number * each) % 3],
        }
        for each, kind in enumerate(TYPES)
    ]
    for each in range(tests):
        beliefs[each]["tests"] = test(number, each)
    return {
        "id": f"solution-{number}",
        "title": f"Idea number {number}",
        "status": status,
        "assumptions": beliefs,
    }


def test(number: int, each: int) -> Piece:
    """Return a test whose result supports its assumption."""
    return {
        "id": f"test-{number}-{each}",
        "title": f"Ten people try idea {number}, part {each}",
        "date": f"2026-{1 + number % 6:02}-{1 + number % 28:02}",
        "criterion": {"at_least": "6 of 10", "who": "go on without a question"},
        "result": "7 of 10",
        "verdict": "supported",
        "learned": "They go on as soon as they see a face.",
    }


def large_map(nodes: int = 60) -> str:
    """Return a map of this many nodes, with loops, detours, trouble and ways out."""
    made: list[Piece] = []
    for number in range(nodes):
        node: Piece = {
            "id": f"node-{number}",
            "title": f"Moment {number}: {WHAT[number % 6]} {WHERE[number % 5]}",
            "thinking": f"{CANNOT[number % 6]} {WHAT[(number + 1) % 6]}",
            "feeling": ("hopeful", "torn", "tired", "relieved")[number % 4],
            "mood": number % 5 - 2,
            "evidence": [f"Interview {1 + number % 12}"] if number % 3 else [],
        }
        after = number + (2 if number % 10 == 8 else 1)
        ways: list[Any] = [f"node-{after}"] if after < nodes and number % 10 != 9 else []
        if number % 10 == 1:
            ways.append(f"node-{number + 4}")
        if number % 10 == 4:
            ways += [{"to": f"node-{number + 5}", "as": "abandon", "because": "it takes too long"}]
        if number % 7 == 6:
            ways.append(
                {"to": f"node-{number - 3}", "as": "loop", "because": "something is missing"}
            )
        made.append(node | ({"next": ways} if ways else {}))
    summary = "As large as a map gets when nobody collapses it."
    return document(
        "experience-map", "A year on one map", summary, scope=SCOPE, drawn_by="designer", nodes=made
    )


def document(kind: str, title: str, summary: str, **said: Any) -> str:
    """Return an artifact as JSON, which is YAML."""
    return json.dumps({"kind": kind, "title": title, "summary": summary, **said}, indent=1)


MAP = """\
kind: experience-map
title: {title}
summary: Two moments
scope: From one to two
drawn_by: designer
nodes:
  - {{title: One, evidence: Interview 1, next: two}}
  - {{title: Two, next: {{to: one, as: loop}}}}
"""
