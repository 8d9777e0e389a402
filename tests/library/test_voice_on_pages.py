"""The rules of voice are off until a site switches them on, and then read its pages, too."""

import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import words
from playbook.library.voice_on_pages import find_voice_in_markdown
from projects import Project, run_playbook

LONG = " ".join(["Word", *["word"] * 25])
PAGE = f"""\
---
title: Whoever
---
# Trouble

Somebody [wrote](mend.md) `mend` <b title="mend">there</b>:

```sh
mend it
```

- One [[a#mend|link]]
- {LONG}
- {LONG[:60]}
- {LONG[:60]}

| {LONG[:70]} | {LONG[:70]} |
"""
PLAY = """\
kind: play
title: Draw
summary: Somebody draws.
visibility: public
purpose: See it.
when_not: There is no time.
people: The trio
time: 10
steps: [{title: Draw}]
sources: [Ours]
"""


def find_in(text: str) -> list[tuple[str, int]]:
    return [(code, text.count("\n", 0, at) + 1) for code, at, _ in find_voice_in_markdown(text)]


def test_a_page_is_read_for_its_prose_alone() -> None:
    assert find_in(PAGE) == [("VO001", 4), ("VO001", 6), ("VO002", 13)]


def test_a_sentence_below_a_fence_has_its_own_line() -> None:
    assert find_in(f"```\nrun it\n```\n\n{LONG}") == [("VO002", 5)]


def test_code_may_begin_a_sentence() -> None:
    assert find_in(f"{LONG[:70]}. `run it` {LONG[:70]}.") == []


def test_a_page_waives_a_rule_with_a_reason() -> None:
    assert find_in(f"{PAGE}<!-- playbook: allow VO001 because it is a game -->") == [("VO002", 13)]
    assert len(find_in(f"{PAGE}<!-- playbook: allow VO001 -->")) == len(find_in(PAGE))


def test_check_says_nothing_of_voice_until_a_site_asks_for_it(project: Project) -> None:
    page = f"# Fine\n\nSomebody waits. {LONG}.\n"
    project.write({"plays/draw.yml": PLAY, "about.md": page})
    assert run_playbook("check", "--strict", cwd=project.root).returncode == 0
    settings = project.root / "site_config" / "site.yml"
    own = settings.read_text(encoding="utf-8")
    switched = "extra:\n  rules: {VO001: warning, VO002: error}\n"
    settings.write_text(own.replace("extra:\n", switched, 1), encoding="utf-8")
    answer = run_playbook("check", "--format", "json", cwd=project.root)
    places = [
        (each["code"], each["severity"], each["line"], each["column"])
        for each in json.loads(answer.stdout)
    ]
    assert places == [
        ("VO001", "warning", 3, 1),
        ("VO002", "error", 3, 17),
        ("VO001", "warning", 3, 10),
    ]


def test_a_message_is_placed_where_the_code_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "code.py").write_text('x = _(\n    "Fine. "\n    "Somebody knows"\n)\n', "utf-8")
    catalog = Catalog()
    catalog.add("Fine. Somebody knows", None, [("code.py", None)])
    catalog.add(("%(number)s thing", "%(number)s things"), None, [("code.py", None)])
    monkeypatch.setattr(words, "ROOT", tmp_path)
    assert [tuple(problem.mark) for problem in words.find_in_messages(catalog)] == [(3, 6)]
