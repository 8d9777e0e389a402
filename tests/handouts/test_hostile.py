from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handouts.paper import read
from hostile import texts
from playbook.handouts.canvas import Canvas
from playbook.handouts.handout import Handout
from playbook.handouts.rich_text import plain
from playbook.handouts.sheet import FullHead, shorten_title
from playbook.handouts.typst import make_pdf
from playbook.handouts.worksheet import Worksheet, WorksheetStep

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
LONG = [
    "W" * 400,
    "https://a.example/" + "x" * 900,
    "ابجد " * 90,
    "שלום" * 120,
    "字" * 200,
    "🎉" * 60,
    "e\u0301" * 200,
]
"""Words that fit no line, and writing for which there may be no font."""


def worksheet(said: str) -> Worksheet:
    runs = plain(said)
    step = WorksheetStep(runs, "5 min", runs)
    return Worksheet(
        head=FullHead(runs, shorten_title(said), "", "", "Worksheet", runs, runs, [("Who", runs)]),
        names=["Name"],
        notes=plain("Notes"),
        steps=[step, step],
        canvases=[Canvas("lines", plain("Notes"))],
    )


@example("W" * 400)
@example("🎉" * 60)
@example("字" * 80)
@example("two\nlines")
@given(texts | st.sampled_from([*TYPST, *LONG]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_contributor_writes_is_printed_and_stays_on_its_page(said: str) -> None:
    pages = read(make_pdf(Handout("x", said, said, [worksheet(said)]), "a4").content)
    assert [fault for page in pages for fault in page.faults] == []
