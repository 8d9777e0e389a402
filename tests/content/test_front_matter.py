"""What a handwritten page says of itself is read as MkDocs reads it.

Whatever may mean 'internal' keeps it back.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from built import files
from playbook.content.front_matter import KEYS, LONGEST, keep_known, read_front_matter
from playbook.project import load_project
from playbook.source.problem import Severity
from projects import Project, Run

EXACT = {
    "front matter": "---\nvisibility: internal\n---\n",
    "quoted": '---\n"visibility": "internal"   # for us\n---\n',
    "single quotes": "---\n'visibility': 'internal'\n---\n",
    "braces": "---\n{title: N, visibility: internal}\n---\n",
    "full stops": "---\nvisibility: internal\n...\n",
    "without a fence": "title: N\nvisibility: internal\n",
    "without a fence, in capitals": "Visibility: internal\n",
    "below a text": "---\ndescription: >\n  Who we are\n  and why\nvisibility: internal\n---\n",
    "in another text": "---\nvisibility: internal\ndescription: 'visibility: internal'\n---\n",
}
KEPT_BACK = {
    "in a description": (
        "---\ndescription: 'visibility: public'\nvisibility: internal\n---\n",
        None,
    ),
    "capital": ("---\nVisibility: internal\n---\n", "VIS001"),
    "all capitals": ("---\nVISIBILITY: internal\n---\n", "VIS001"),
    "a space in the key": ('---\n"visibility ": internal\n---\n', "VIS001"),
    "quotes in the key": ("---\n\"'visibility'\": internal\n---\n", "VIS001"),
    "capital value": ("---\nvisibility: Internal\n---\n", "VIS001"),
    "other word": ("---\nvisibility: private\n---\n", "VIS001"),
    "no value": ("---\nvisibility:\n---\n", "VIS001"),
    "a list": ("---\nvisibility: [public]\n---\n", "VIS001"),
    "true": ("---\nvisibility: true\n---\n", "VIS001"),
    "public and more": ("---\nvisibility: public, but not yet\n---\n", "VIS001"),
    "twice": ("---\nvisibility: internal\nvisibility: public\n---\n", "VIS001"),
    "twice in braces": ("---\n{visibility: internal, visibility: public}\n---\n", "VIS001"),
    "two spellings": ("---\nvisibility: public\nVisibility: internal\n---\n", "VIS001"),
    "continued": ("title: N\n    more\nvisibility: internal\n", None),
    "continued with two spaces": ("title: N\n  more\nvisibility: internal\n", "VIS001"),
    "after a heading": ("# Notes\nvisibility: internal\n", "VIS001"),
    "a list's item": ("- visibility: internal\n", "VIS001"),
    "never closed": ("---\nvisibility: internal\n\n# Notes\n", "FIL005"),
    "closed at the end": ("---\nvisibility: internal\n---", "FIL005"),
    "below an empty line": ("\n---\nvisibility: internal\n---\n", "FIL005"),
    "indented": (" ---\n visibility: internal\n ---\n", "FIL005"),
    "two marks of byte order": ("\ufeff---\nvisibility: internal\n---\n", "FIL005"),
    "no YAML": ("---\ntitle: a: b\nvisibility: internal\n---\n", "FIL005"),
    "no mapping": ("---\n- visibility: internal\n---\n", "FIL005"),
    "a tab": ("---\n\tvisibility: internal\n---\n", "FIL005"),
    "an alias": ("---\ntitle: &what internal\nvisibility: *what\n---\n", "VIS001"),
    "merged": ("---\ndescription: &a {visibility: internal}\n<<: *a\n---\n", None),
    "below another key": ("---\nplaybook: {visibility: internal}\n---\n", "VIS001"),
    "too long": (f"---\ndescription: {'a' * LONGEST}\n---\n", "FIL005"),
}
PUBLIC = {
    "nothing": "# Notes\n",
    "public": "---\nvisibility: public\n---\n",
    "public in quotes": '---\n"visibility": "public"\n---\n',
    "only words": "# Notes\n\nWrite\n\nvisibility: internal\n",
    "only words in a line": "# Notes\n\nWe say visibility: internal for that.\n",
    "code": "---\ntitle: N\n---\n\n```yaml\nvisibility: internal\n```\n",
    "commented out": "---\ntitle: N\n# visibility: internal\n---\n",
    "other key": "---\ntitle: N\n---\n",
}


@pytest.mark.parametrize("head", EXACT.values(), ids=EXACT)
def test_what_is_exact_keeps_a_page_back_without_a_word(head: str) -> None:
    found = read_front_matter(f"{head}\n# Notes\n")
    assert (found.is_public, found.faults) == (False, ())


@pytest.mark.parametrize(("head", "code"), KEPT_BACK.values(), ids=KEPT_BACK)
def test_whatever_may_mean_internal_keeps_a_page_back(
    head: str, code: str | None, request: pytest.FixtureRequest
) -> None:
    found = read_front_matter(head)
    if "in a comment" in request.node.name:
        assert found.is_public
        return
    assert not found.is_public
    assert code is None or code in {each for _, each, _ in found.faults}, found.faults


@pytest.mark.parametrize("head", PUBLIC.values(), ids=PUBLIC)
def test_a_page_that_says_nothing_else_is_public(head: str) -> None:
    found = read_front_matter(head)
    assert (found.is_public, found.faults) == (True, ())


LINES = [
    "---",
    "...",
    "",
    "title: N",
    "  more",
    "    more",
    " ---",
    "visibility: {0}",
    "Visibility: {0}",
    "'visibility': '{0}'",
    '"visibility": "{0}"',
    "visibility : {0}",
    "\tvisibility: {0}",
    "{{visibility: {0}}}",
    "- visibility: {0}",
    "description: 'visibility: public'",
    "description: visibility: public",
    "description: >",
    "# Notes",
]


@given(st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_what_mkdocs_reads_as_internal_is_never_public(lines: list[str], end: str) -> None:
    text = end.join(lines).format("internal").replace("\r\n", "\n")
    _, meta = get_data(text)
    found = read_front_matter(text)
    assert found.meta == meta
    if any("internal" in str(value) and "isib" in str(key) for key, value in meta.items()):
        assert not found.is_public
    elif meta and "description" not in text:
        head = "\n".join(
            lines[: len(lines) - lines[::-1].index("---")] if "---" in lines[1:] else lines
        )
        assert found.is_public or "isib" in head


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    for each in (text, f"---\n{text}\n---\n", f"title: {text}"):
        keep_known(read_front_matter(each).meta)


MISTAKES = {
    "template": (
        "template: nope.html",
        "SHP003",
        "'template' is not known here: it can be 'title'",
    ),
    "template of Material's": ("template: main.html", "SHP003", "'template' is not known here"),
    "misspelt": ("titel: N", "SHP003", "'titel' is not known here (did you mean 'title'?)"),
    "draft": ("draft: true", "SHP003", "'draft' is not known here"),
    "our own": ("source: ../../etc/passwd", "SHP003", "'source' is not known here"),
    "ours, too": ("changed: 3", "SHP003", "'changed' is not known here"),
    "icon": ("icon: nope", "SHP003", "'icon' is not known here"),
    "number as key": ("3: N", "SHP003", "'3' is not known here"),
    "search": ("search: 3", "SHP004", "'search' takes 'boost:' with a number or 'exclude: true'"),
    "search boost": ("search: {boost: high}", "SHP004", "'search' takes"),
    "search of nothing": ("search: {boost: .nan}", "SHP004", "'search' takes"),
    "search of too much": ("search: {boost: .inf}", "SHP004", "'search' takes"),
    "hide": ("hide: 5", "SHP004", "'hide' takes a list of 'navigation', 'toc'"),
    "hide something": ("hide: [secrets]", "SHP004", "'hide' takes a list of"),
    "title": ("title: 2026", "SHP004", "'title' takes words: put them in quotes"),
    "title of a day": ("title: 2026-03-18", "SHP004", "'title' takes words"),
    "no title": ("title:", "SHP004", "'title' takes words"),
    "description": ("description: [a]", "SHP004", "'description' takes words"),
    "tags": ("tags: {a: b}", "SHP004", "'tags' takes a list of words"),
}


@pytest.mark.parametrize(("line", "code", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_answered_at_its_line_and_reaches_no_theme(
    line: str, code: str, message: str, project: Project
) -> None:
    project.write({"notes.md": f"---\nauthor: I\n{line}\n---\n# Notes\n"})
    (found,) = load_project(project.root).problems
    assert (found.path, found.code, found.mark) == (project.content / "notes.md", code, (3, 1))
    assert found.message.startswith(message)
    assert found.severity is Severity.ERROR
    assert keep_known(dict(read_front_matter(f"---\n{line}\n---\n").meta)) == {}


def test_a_first_line_that_would_be_lost_is_a_problem(project: Project) -> None:
    project.write({"notes.md": "Note: read this first.\n\nAnd then this.\n"})
    (found,) = load_project(project.root).problems
    assert (found.code, found.mark) == ("SHP003", (1, 1))
    assert found.message.endswith(
        "would not be shown: start the page with a heading or an empty line"
    )


FULL = """\
---
title: "About: us"
description: Who we are
author: I
tags: [us, them]
hide: [toc, navigation]
search: {boost: 2, exclude: false}
visibility: public
---
# Us
"""


def test_every_key_that_may_stand_there_builds(project: Project, run: Run) -> None:
    assert set(read_front_matter(FULL).meta) == set(KEYS)
    project.write(
        {"index.md": FULL, "notes.md": "---\nhide: toc\nsearch: {exclude: true}\n---\n# Notes\n"}
    )
    assert load_project(project.root).problems == []
    done = run("build", "--strict", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert b"Who we are" in files(project.root / "site")["index.html"]


UNREADABLE = {
    "UTF-16": ("# Notes\n".encode("utf-16"), "SRC005", (1, 1)),
    "UTF-16 without a mark": ("# Notes\n".encode("utf-16-le"), "SRC005", (1, 1)),
    "Latin-1": ("# Café\n\nCafé\n".encode("latin-1"), "SRC005", (1, 6)),
    "too large": (b"a " * 130_000, "SRC008", (1, 1)),
}


@pytest.mark.parametrize(("raw", "code", "mark"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_page_that_cannot_be_read_is_a_problem(
    raw: bytes, code: str, mark: tuple[int, int], project: Project, run: Run
) -> None:
    (project.content / "notes.md").write_bytes(raw)
    loaded = load_project(project.root)
    (found,) = loaded.problems
    assert (found.path.name, found.code, found.mark) == ("notes.md", code, mark)
    assert loaded.published == ()
    done = run("build", cwd=project.root)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


TWICE = [
    ("a.md", "a/index.md"),
    ("a.md", "a.markdown"),
    ("README.md", "index.md"),
    ("A.md", "a/README.md"),
]


@pytest.mark.parametrize("names", TWICE)
def test_two_pages_at_one_address_are_a_problem(names: tuple[str, str], project: Project) -> None:
    project.write(dict.fromkeys(names, "# Us\n"))
    (found,) = load_project(project.root).problems
    assert found.code == "REF007"
    assert "rename one of the two" in found.message


MAP = (
    "kind: experience-map\ntitle: A\nsummary: S\nscope: From a to b\ndrawn_by: designer\nnodes: "
    "[{title: One}]\n"
)


@pytest.mark.parametrize(
    "name", ["maps/ana.md", "maps/ana/index.md", "maps/ana/README.md", "maps/ana.markdown"]
)
def test_a_page_at_the_address_of_an_artifact_is_a_problem(name: str, project: Project) -> None:
    project.write({"ana.yml": MAP, name: "# Ana\n"})
    found = [each for each in load_project(project.root).problems if each.code == "REF007"]
    assert [(each.path.name, name in each.message) for each in found] == [("ana.yml", True)]


@pytest.mark.parametrize("name", ["maps.md", "maps/README.md", "maps/index.markdown"])
def test_a_page_by_hand_stands_alone_at_the_address_of_a_section(
    name: str, project: Project, run: Run
) -> None:
    project.write({"ana.yml": MAP, name: "# Zirkon\n"})
    done = run("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert "Zirkon" in (project.root / "site/maps/index.html").read_text(encoding="utf-8")
    assert Path(project.root / "site/maps/ana/index.html").is_file()
