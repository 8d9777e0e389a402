"""A library in which anything may refer to anything, in every way there is."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from playbook.kinds import KINDS
from playbook.library.library import Library

NAMES = ["p0", "p1", "p2", "m0", "m1", "t0", "b0", "g0", "g1", "c0", "s0"]
PARTS = [
    "p0#p0-flow",
    "p1#p1-flow",
    "p2#p2-end",
    "m0#m0-node",
    "m1#m1-node",
    "t0#t0-need",
    "p0#p0-try",
]
BITS = [
    "Ask",
    "the ",
    " and ",
    ". ",
    "[",
    "]",
    "[[",
    "]]",
    "|",
    "(",
    ")",
    "](https://a.example)",
    "*",
    "`",
    "our ",
    "“",
]
LINKS = [f"[[{name}{words}]]" for name in [*NAMES, *PARTS] for words in ("", "|some words")]
texts = st.lists(st.sampled_from([*LINKS, *(BITS * 2)]), min_size=1, max_size=5).map(
    lambda bits: f"x{''.join(bits)}".replace("[](", "[y](").strip()
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Return a document for each name, of which any may be internal and refer to any other."""

    def some(*names: str) -> list[str]:
        return draw(st.lists(st.sampled_from(names), max_size=3, unique=True))

    def head(kind: str) -> dict[str, Any]:
        seen = draw(st.sampled_from(["public", "public", "internal"]))
        return {"kind": kind, "title": draw(texts), "summary": draw(texts), "visibility": seen}

    def play(name: str) -> dict[str, Any]:
        called = draw(st.sampled_from(["", *(each for each in ("p0", "p1", "p2") if each != name)]))
        step = {
            "id": f"{name}-ask",
            "title": draw(texts),
            "next": {"answer": f"{called or name}-end", "to": f"{name}-end"},
        }
        tried = {
            "at": f"{called}#{called}-ask" if called else f"{name}-ask",
            "answer": f"{called or name}-end",
        }
        flow = {
            "id": f"{name}-flow",
            "title": draw(texts),
            "steps": [
                {**step, **({"calls": f"{called}#{called}-flow"} if called else {})},
                {"id": f"{name}-end", "title": "End", "see": draw(st.sampled_from(NAMES))},
            ],
            "scenarios": [
                {
                    "id": f"{name}-try",
                    "title": draw(texts),
                    "answers": [tried],
                    "ends": f"{name}-end",
                }
            ],
        }
        return {
            **head("play"),
            "purpose": draw(texts),
            "time": 10,
            "steps": [{"title": draw(texts)}],
            "flow": flow,
            "examples": some(*NAMES),
            "next": some(*NAMES),
            "before": some(*NAMES),
        }

    def ride(name: str, *merged: str) -> dict[str, Any]:
        origins = [f"{each}#{each}-node" for each in merged]
        return {
            **head("experience-map"),
            "scope": draw(texts),
            "outcome": "t0",
            **({"merges": list(merged)} if merged else {"drawn_by": "designer"}),
            "nodes": [{"id": f"{name}-node", "title": draw(texts), "from": origins}],
            "left_out": [{"node": each, "because": draw(texts)} for each in origins],
        }

    def guide() -> dict[str, Any]:
        return {**head("reading-guide"), "book": "b0", "chapters": 1, "builds_on": some("g0", "g1")}

    need = {"id": "t0-need", "title": draw(texts)}
    sign = {
        "id": "s0-flow",
        "title": "Where?",
        "steps": [{"title": draw(texts), "calls": "p2#p2-flow"}],
    }
    return {
        **{name: play(name) for name in ("p0", "p1", "p2")},
        "m0": ride("m0"),
        "m1": ride("m1", "m0"),
        "g0": guide(),
        "g1": guide(),
        "t0": {
            **head("opportunity-tree"),
            "outcome": {"title": "More", "type": "product"},
            "map": "m1",
            "opportunities": [need],
        },
        "b0": {
            **head("book"),
            "by": draw(texts),
            "parts": [{"chapters": [{"number": 1, "title": draw(texts)}]}],
        },
        "c0": {
            **head("club"),
            "book": "b0",
            "zone": "Europe/Lisbon",
            "start": "2026-03-02",
            "readings": ["g0", "g1"],
        },
        "s0": {**head("signpost"), "flow": sign},
    }


def library_of(folder: str, held: dict[str, dict[str, Any]]) -> Library:
    for name, document in held.items():
        (Path(folder) / f"{name}.yml").write_text(json.dumps(document), encoding="utf-8")
    return Library(Path(folder), KINDS)
