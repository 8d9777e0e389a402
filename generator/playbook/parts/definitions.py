"""What is defined, by its word: the terms of glossaries and the measures of plays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from playbook.model.traverse import find_pieces
from playbook.parts.measure import Measure
from playbook.parts.term import Term

Definitions: TypeAlias = Mapping[tuple[type, str], Sequence[tuple[Any, Any]]]
"""By the sort of a piece and its word: the artifacts that define it, each with the piece."""


def collect_definitions(artifacts: Iterable[Any]) -> Definitions:
    """Return every term and every measure by its words."""
    definitions = defaultdict[tuple[type, str], list[tuple[Any, Any]]](list)
    for artifact in artifacts:
        for sort in (Term, Measure):
            for _, piece in find_pieces(artifact, sort):
                for word in list_words(piece):
                    definitions[sort, word].append((artifact, piece))
    return definitions


def list_words(piece: Any) -> list[str]:
    """Return the words that a term or a measure goes by, each once."""
    words = (piece.title, *getattr(piece, "also", ()))
    return list(dict.fromkeys(word.plain().casefold() for word in words))
