"""No script says anything to a reader but messages, which can be translated."""

import re
from pathlib import Path

import pytest

from projects import ROOT

WORD = re.compile(r"[A-Za-z]{2,}")
LITERAL = re.compile(
    r"""(?P<before>[^\n]*?)(?P<quote>["'`])(?P<string>(?:\\.|(?!(?P=quote)).)*)(?P=quote)"""
)
SPEAKS = re.compile(
    r"(?:textContent|ariaLabel|title|placeholder) = "
    r"$|(?:append|confirm|alert)\($|\"(?:aria-label|title)\", $"
)


def find_spoken(script: str) -> list[str]:
    """Return the strings of a script that a reader would see, and that are no messages."""
    code = "\n".join(line for line in script.splitlines() if not line.lstrip().startswith("//"))
    spoken = []
    for match in LITERAL.finditer(code):
        is_sentence = re.match(r"[A-Z][a-z]+,? [a-z]", match["string"])
        is_assigned = SPEAKS.search(match["before"]) and WORD.search(
            re.sub(r"\$\{.*\}", "", match["string"])
        )
        if (is_sentence or is_assigned) and not match["before"].endswith(("_(", "ngettext(")):
            spoken.append(match["string"])
    return spoken


SCRIPTS = sorted(
    [*(ROOT / "theme" / "scripts").glob("*.js"), *(ROOT / "theme" / "site" / "assets").glob("*.js")]
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_say_nothing_but_messages(path: Path) -> None:
    assert find_spoken(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line", ['a.textContent = "new";', 'const b = "Nothing is here";', "c.append(`${one} more`);"]
)
def test_a_string_that_is_no_message_is_found(line: str) -> None:
    assert len(find_spoken(line)) == 1
