"""Whatever stands in a file, each of its words is in what is written, which can be read."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.exchange.draft import Draft
from playbook.exchange.outline import Outline
from playbook.exchange.readers import read_file
from playbook.kinds.experience_map.intake.map_draft import draft_map
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.kinds.opportunity_tree.intake.tree_draft import draft_tree
from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.rules.waiver import find_waivers
from playbook.source.composer import Composer
from playbook.system.terminal import escape_controls

SPACES = "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""Controls that Python takes for spaces, and so do we."""
ILLEGAL = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML can't hold."""
HOSTILE = [
    "# playbook: allow OT101 because I say so",
    "[[first-lesson]] [[a|b]] \\[[c]]",
    "a: b # c",
    "- x",
    "{a: b}",
    "null",
    "\u202egnp.exe",
    "a\x00b\x7fc\ufeffd",
    "👩\u200d💻 e\u0301",
    "yaml-language-server: $schema=x",
    "*a* `b` <script>alert(1)</script>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "''' \"\"\" \\",
    "~",
]
SIGNS = st.characters(exclude_characters=SPACES + '|<>"', exclude_categories=("Cs",))
WORDS = st.one_of(
    st.text(
        st.characters(exclude_characters=SPACES + "|<>" + '"', exclude_categories=("Cs",)),
        max_size=20,
    ),
    st.sampled_from(HOSTILE).map(lambda words: re.sub(r'[|"<>]', " ", words)),
)
TEXTS = st.lists(st.tuples(st.integers(0, 4), WORDS), min_size=1, max_size=8)
Texts = list[tuple[int, str]]


def write_list(texts: Texts) -> str:
    return "\n".join(f"{'  ' * depth}- ~{words}" for depth, words in texts)


def write_headings(texts: Texts) -> str:
    return "\n".join(f"{'#' * (depth + 1)} ~{words}\n~{words}" for depth, words in texts)


def write_flowchart(texts: Texts) -> str:
    lines = [f'n{n}["~{words}"] --> n{n + depth}' for n, (depth, words) in enumerate(texts)]
    return "\n".join(["flowchart TD", *lines])


def write_journey(texts: Texts) -> str:
    lines = [f"~{words}: {depth}: ~{words}" for depth, words in texts]
    return "\n".join(["journey", *lines])


def write_mindmap(texts: Texts) -> str:
    lines = [f"{'  ' * (depth + 2)}~{words}" for depth, words in texts]
    return "\n".join(["mindmap", "  root", *lines])


def write_opml(texts: Texts) -> str:
    words = [ILLEGAL.sub(" ", f"~{words}") for _, words in texts]
    lines = [f"<outline text={quoteattr(each)}/>" for each in words]
    return f"<opml><body>{''.join(lines)}</body></opml>"


def write_table(texts: Texts) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "parent", "title", "size"])
    for number, (depth, words) in enumerate(texts):
        writer.writerow([f"n{number}", f"n{number - depth}", f"~{words}", f"~{words}"])
    return out.getvalue().replace("\r", "")


def write_canvas(texts: Texts) -> str:
    nodes = [{"id": str(n), "type": "text", "text": f"~{w}"} for n, (_, w) in enumerate(texts)]
    edges = [{"fromNode": str(n), "toNode": str(n + d)} for n, (d, _) in enumerate(texts)]
    return json.dumps({"nodes": nodes, "edges": edges})


def list_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def list_own_words(text: str) -> set[str]:
    """The words of a draft, with its quoted texts as a reader of YAML sees them."""
    seen = escape_controls(text.replace("\n", " "))
    plain = seen.replace("\\\\", "\\").replace('\\"', '"')
    return list_words(plain) | list_words(seen)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.md", write_list),
        ("b.md", write_headings),
        ("c.mmd", write_flowchart),
        ("d.mmd", write_journey),
        ("e.mmd", write_mindmap),
        ("f.opml", write_opml),
        ("g.csv", write_table),
        ("h.canvas", write_canvas),
    ],
)
@pytest.mark.parametrize(
    ("draft", "model"), [(draft_tree, OpportunityTree), (draft_map, ExperienceMap)]
)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=TEXTS)
def test_every_word_is_in_what_is_written(
    name: str,
    write: Callable[[Texts], str],
    draft: Callable[[Outline, str], Draft],
    model: Any,
    texts: Texts,
) -> None:
    reading = read_file(name, write(texts).encode())
    drafts = [draft(outline, "a") for outline in reading.outlines]
    findings = [*reading.findings, *(each for one in drafts for each in one.findings)]
    if any(finding.is_question for finding in findings):
        return
    text = "".join(one.text for one in drafts)
    seen = " ".join(words.replace("\t", " ") for _, words in texts)
    seen = ILLEGAL.sub(" ", seen) if name.endswith(".opml") else seen
    wanted = list_words(escape_controls(seen))
    assert wanted <= list_own_words(text), text
    assert list(find_waivers(text)) == []
    for one in drafts:
        node = Composer().compose(one.text)
        assert node
        model.model_validate(node.data)
