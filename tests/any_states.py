"""Random trees and maps, to compare two of them."""

import json
from typing import Any

from hypothesis import strategies as st

Node = dict[str, Any]

WORDS = st.sampled_from(
    [
        "prices",
        "nobody",
        "😀",
        "👩‍👩‍👧",
        "予約",
        "電話できない",
        "السعر",
        "لا أعرف",
        "ไม่รู้",
        "a",
        "é",
        "\\",
        '"',
    ]
) | st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=6)
TITLES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: "x " + " ".join(words))
NAMES = st.sampled_from([f"n{number}" for number in range(12)])
REFERENCES = NAMES | st.sampled_from(["tree", "other", "tree#n1", "other#n2", "ada", "gone#n3"])
LINKS = REFERENCES.map(lambda name: f"[[{name}|see]] and [[{name}]]")
NODES = st.recursive(
    st.fixed_dictionaries({"id": NAMES, "title": TITLES}),
    lambda below: st.fixed_dictionaries(
        {"id": NAMES, "title": TITLES | LINKS},
        optional={
            "because": TITLES | LINKS,
            "heard_in": st.lists(REFERENCES, min_size=1, max_size=3),
            "status": st.sampled_from(["open", "target", "parked"]),
            "factors": st.fixed_dictionaries({}, optional={"size": TITLES, "market": LINKS}),
            "opportunities": st.lists(below, min_size=1, max_size=3),
        },
    ),
    max_leaves=8,
)
TREES = st.lists(NODES, min_size=1, max_size=3)
MOMENTS = st.lists(
    st.fixed_dictionaries(
        {"id": NAMES, "title": TITLES | LINKS},
        optional={
            "next": st.lists(
                st.fixed_dictionaries(
                    {"to": NAMES}, optional={"as": st.sampled_from(["loop", "abandon"])}
                ),
                min_size=1,
                max_size=3,
            ),
            "from": REFERENCES,
            "mood": st.integers(-2, 2),
        },
    ),
    min_size=1,
    max_size=6,
)


def write_tree(nodes: list[Node]) -> str:
    return json.dumps(
        {
            "kind": "opportunity-tree",
            "title": "A tree",
            "summary": "One of any",
            "outcome": {"title": "More of it", "type": "product"},
            "opportunities": nodes,
        },
        ensure_ascii=False,
    )
