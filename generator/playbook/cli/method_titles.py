"""The methods that a card names by their titles: which plays those are, or were meant to be."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from playbook.exchange.outline import Fact, Finding, Outline
from playbook.text.english import did_you_mean, quoted

NAMING = {"related", "related methods", "related plays", "see also", "see_also", "methods", "next"}


def list_named(outline: Outline) -> list[Fact]:
    """Return the facts of a card that name other methods."""
    return [fact for fact in outline.facts if fact.key.casefold() in NAMING]


def find_methods(root: Path, named: Sequence[Fact], own: dict[str, str]) -> Iterator[Finding]:
    """Yield which play each title stands for: one of the project, or one of this import.

    `own` are the ids that this import writes, by their titles.
    """
    if not named:
        return
    from playbook.kinds.play import KIND  # noqa: PLC0415 - only cards that name others need it
    from playbook.project import load_project  # noqa: PLC0415

    entries = load_project(root).library.entries.values()
    plays = (entry for entry in entries if entry.kind.name == KIND.name)
    ids = {entry.artifact.title.plain(): entry.id for entry in plays} | own
    by_title = {title.casefold(): name for title, name in ids.items()}
    for fact in named:
        for title in split_titles(fact.value):
            if name := by_title.get(title.casefold()):
                answer = f"{quoted(title)} is the play '{name}': write 'next: {name}' to lead there"
            else:
                meant = did_you_mean(title, ids)
                answer = f"no play is called {quoted(title)}{meant}: it was kept as a comment"
            yield Finding(fact.line, answer)


def split_titles(words: str) -> Iterable[str]:
    """Return the titles in a list such as `[Card sorting, Silent grouping]`."""
    return filter(None, (part.strip(" \"'[]") for part in re.split(r"[,;]", words)))
