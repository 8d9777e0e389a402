"""Five small artifacts, one of each kind that is printed or drawn, in any words."""

import json

from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.handout import Handout
from playbook.library.library import Library
from playbook.project import load_project
from playbook.source.problem import Severity
from projects import Project


def artifacts(words: str) -> dict[str, str]:
    """Return a play, a guide, a map, a tree and a snapshot that say these words wherever they
    can.
    """
    ask = {"ask": words, "listen_for": words}
    trap = {"id": "trap", "title": words, "smell": words, "harm": words, "fix": words}
    exercise = {
        "id": "first",
        "title": words,
        "purpose": words,
        "time": {"individual": 5, "team": 10},
        "who": words,
        "materials": [words, words],
        "steps": [words, {"lead": words, "minutes": 5, "text": words}],
        "table": {"columns": [words, words], "rows": [words, words]},
        "canvas": ["experience-map", "lines"],
    }
    card = {
        "intro": words,
        "levels": [words, words],
        "criteria": [
            {"id": each, "title": words, "ask": words, "looks": [words, words], "first": words}
            for each in ("one", "two")
        ],
        "verdicts": [{"at_least": 0, "title": words, "text": words}],
    }
    play = {
        "kind": "play",
        "title": words,
        "summary": words,
        "purpose": words,
        "when": [words],
        "when_not": words,
        "time": 30,
        "people": [words],
        "materials": [words],
        "prepare": {"title": words, "items": [words]},
        "steps": [{"title": words, "minutes": 5, "text": words, "ask": words}],
        "message": {
            "id": "note",
            "title": words,
            "to": words,
            "lines": [{"title": words, "template": words, "example": words}],
        },
        "scorecard": {"id": "card", "title": words, **card},
        "exercises": [exercise],
        "questions": {"individual": [words], "team": [ask]},
        "anti_patterns": [trap],
        "close": words,
        "late": words,
    }
    guide = {
        "kind": "reading-guide",
        "title": words,
        "summary": words,
        "chapters": [1],
        "introduces": [{"title": words, "text": words}],
        "prepare": {"title": words, "items": [words]},
        "questions": {"individual": [words], "team": [ask]},
        "exercises": [exercise],
        "anti_patterns": [trap],
    }
    nodes = [
        {
            "id": "a",
            "title": words,
            "doing": words,
            "thinking": words,
            "feeling": words,
            "mood": 1,
            "next": "b",
        },
        {"id": "b", "title": words, "next": [{"to": "a", "as": "loop", "because": words}]},
    ]
    scene = {
        "kind": "experience-map",
        "title": words,
        "summary": words,
        "scope": words,
        "drawn_by": "designer",
    }
    test = {
        "id": "test",
        "title": words,
        "how": words,
        "criterion": {"at_least": "6 of 10", "who": words},
    }
    belief = {
        "id": "belief",
        "title": words,
        "type": "desirability",
        "importance": "high",
        "known": "weak",
        "tests": [test],
    }
    need = {"id": "need", "title": words, "status": "target", "because": words, "evidence": [words]}
    tree = {
        "kind": "opportunity-tree",
        "title": words,
        "summary": words,
        "outcome": {
            "title": words,
            "type": "product",
            "metric": words,
            "from": "3 of 10",
            "to": "6 of 10",
        },
        "opportunities": [
            need
            | {
                "solutions": [
                    {"id": "way", "title": words, "about": words, "assumptions": [belief]}
                ]
            }
        ],
    }
    snapshot = {
        "kind": "interview-snapshot",
        "title": words,
        "summary": words,
        "who": {"name": "Rosa", "role": words},
        "date": "2026-03-18",
        "facts": [words],
        "quote": words,
        "story": nodes,
        "opportunities": [words],
        "insights": [{"title": words, "text": words}],
    }
    made = {
        "play": play,
        "guide": guide,
        "map": scene | {"nodes": nodes},
        "tree": tree,
        "snapshot": snapshot,
    }
    return {f"{name}.yml": json.dumps(each, ensure_ascii=False) for name, each in made.items()}


def read_artifacts(project: Project, words: str) -> tuple[Library, list[Handout]]:
    """Return the library of these artifacts and all their handouts."""
    project.write(artifacts(words))
    loaded = load_project(project.root)
    errors = [str(each) for each in loaded.problems if each.severity is Severity.ERROR]
    assert not errors, errors
    return loaded.library, list(
        list_all_handouts(loaded.library, loaded.settings, Order(), PictureCache(None))
    )


PLAY = """\
kind: play
title: {title}
summary: One thing to do
purpose: See it
time: 30
steps: [{{title: Begin, text: Look around}}]
exercises:
  - {{id: first, title: First, purpose: To start, time: {{team: 10}}, who: All, steps: [{step}]}}
  - {{id: second, title: Second, purpose: To go on, time: {{team: 10}}, who: All, steps: [Draw]}}
"""
