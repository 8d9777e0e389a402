"""An everyday word leads to the kind that is meant."""

import pytest

from playbook.kinds import KINDS
from playbook.library.kind import suggest_kind
from playbook.text.slug import is_slug


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("tree", "opportunity-tree"),
        ("Trees", "opportunity-tree"),
        ("experiment", "opportunity-tree"),
        ("map", "experience-map"),
        ("interview", "interview-snapshot"),
        ("snapshot", "interview-snapshot"),
        ("guide", "reading-guide"),
        ("exercise", "play"),
        ("glosary", "glossary"),
        ("spreadsheet", ""),
        (["play"], ""),
    ],
)
def test_a_word_leads_to_a_kind(word: object, kind: str) -> None:
    assert suggest_kind(word, KINDS) == (f" (did you mean '{kind}'?)" if kind else "")


def test_no_word_leads_to_two_kinds() -> None:
    words = [word for kind in KINDS for word in (*kind.name.split("-"), *kind.everyday_words)]
    assert sorted(words) == sorted(set(words))
    assert all(
        is_slug(word) and not word.endswith("s") for kind in KINDS for word in kind.everyday_words
    )
