"""Plays of any length, each from a number, as a team might write them."""

import json
from random import Random
from typing import Any

SENTENCE = """a map of what customers do when they look for a teacher and nobody answers within
the week because every profile sounds alike so we ask again"""
WORDS = SENTENCE.split()


def make_play(number: int) -> str:
    """Return a play as YAML: from the barest to the longest."""
    return json.dumps(PlayWriter(Random(number)).write())  # noqa: S311 - no secret


class PlayWriter:
    """Writes a play with the words and the numbers of pieces that chance gives it."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def words(self, least: int, most: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(least, most))).capitalize()

    def some(self, most: int, least: int = 0) -> range:
        return range(self.chance.randint(least, most))

    def write(self) -> dict[str, Any]:
        return {
            "kind": "play",
            "title": self.words(2, 10),
            "summary": self.words(6, 20),
            "purpose": self.words(8, 25),
            "time": "45-60",
            "people": [self.words(2, 12) for _ in self.some(4, 1)],
            "materials": [self.words(1, 14) for _ in self.some(6)],
            "prepare": {"title": "Before", "items": [self.words(3, 30) for _ in self.some(6, 1)]},
            "steps": [self.write_step() for _ in self.some(9, 1)],
            "flow": [self.write_flow(f"flow-{n}") for n in self.some(2)],
            "exercises": [self.write_exercise(f"exercise-{n}") for n in self.some(4)],
            "anti_patterns": [
                {
                    "id": f"trap-{n}",
                    "title": self.words(2, 12),
                    "smell": self.words(4, 22),
                    "harm": self.words(4, 30),
                    "fix": self.words(4, 30),
                }
                for n in self.some(13)
            ],
            "questions": {
                group: [self.write_question() for _ in self.some(9)]
                for group in ("individual", "team")
            },
        }

    def write_step(self) -> dict[str, Any]:
        minutes = self.chance.randint(5, 20)
        return {"title": self.words(2, 7), "text": self.words(5, 60), "minutes": minutes}

    def write_question(self) -> dict[str, str]:
        heard = {"listen_for": self.words(3, 25)} if self.chance.random() < 0.7 else {}
        return {"ask": f"{self.words(4, 20)}?", **heard}

    def write_exercise(self, name: str) -> dict[str, Any]:
        canvas = self.chance.choice(["lines", "grid", "opportunity-tree", "experience-map", ""])
        columns = [self.words(1, 5) for _ in self.some(4, 1)]
        return {
            "id": name,
            "title": self.words(2, 10),
            "purpose": self.words(5, 25),
            "time": {"team": "30-40"},
            "who": self.words(2, 10),
            "materials": [self.words(1, 8) for _ in self.some(4)],
            "steps": [{"text": self.words(5, 40), "minutes": 5} for _ in self.some(8, 1)],
            **({"canvas": canvas} if canvas else {"table": {"columns": columns}}),
        }

    def write_flow(self, name: str) -> dict[str, Any]:
        count = self.chance.randint(3, 16)
        steps = [self.write_flow_step(f"{name}-", n, count) for n in range(count)]
        return {"id": name, "title": self.words(2, 7), "steps": steps}

    def write_flow_step(self, flow: str, number: int, count: int) -> dict[str, Any]:
        step: dict[str, Any] = {"id": f"{flow}{number}", "title": self.words(2, 9)}
        if number == count - 1:
            return step
        if number % 3 == 1 and number + 2 < count:
            other = self.chance.randint(number + 2, count - 1)
            ways = [("yes", number + 1), ("no", other)]
            return step | {"next": [{"answer": word, "to": f"{flow}{to}"} for word, to in ways]}
        return step | {"next": f"{flow}{number + 1}"}
