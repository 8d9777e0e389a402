from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handouts.paper import read
from hostile import texts
from playbook.handouts.handout import Handout, Sheet, running
from playbook.handouts.rich_text import plain
from playbook.handouts.typst import pdf

TYPST = [
    '#import "x"',
    "#panic()",
    "$x$",
    "\\u{1F}",
    "<begins>",
    "@x",
    "// x",
    "/* x",
    "#{",
    "]",
    "= x",
    "- x",
    "{n} of {m}",
]
LONG = ["W" * 400, "https://a.example/" + "x" * 900, "ابجد " * 90, "שלום" * 120, "字" * 200, "🎉" * 60, "e\u0301" * 200]
"""Words that fit no line, and writing for which there may be no font."""


def sheet(said: str) -> Sheet:
    runs = plain(said)
    step = {"lead": runs, "minutes": "5 min", "text": runs}
    head = {"mark": "Worksheet", "eyebrow": runs, "title": runs, "purpose": runs, "names": ["Name"]}
    foot = {"running": running(said), "notes": plain("Notes"), "address": "", "short": ""}
    rooms = [{"name": "lines", "title": plain("Notes")}]
    body = {"facts": [("Who", runs)], "steps": [step, step], "canvases": rooms}
    return {"kind": "worksheet", **head, **body, **foot}


@example("W" * 400)
@example("two\nlines")
@given(texts | st.sampled_from([*TYPST, *LONG]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_contributor_writes_is_printed_and_stays_on_its_page(said: str) -> None:
    pages = read(pdf(Handout("x", said, said, [sheet(said)]), "a4"))
    assert [fault for page in pages for fault in page.faults] == []
