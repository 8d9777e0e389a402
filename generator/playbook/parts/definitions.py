"""What is defined, by its word: the terms of glossaries and the measures of plays."""

import hashlib
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.measure import Measure
from playbook.parts.term import Term

SORTS: tuple[type[Term | Measure], ...] = (Term, Measure)


def list_defined(artifact: Any) -> list[list[str]]:
    """Return what an artifact defines, each once.

    The name of a sort of piece, a word, and what differs when the first such piece does.
    """
    defined: dict[tuple[str, str], str] = {}
    for sort in SORTS:
        for _, piece in find_pieces(artifact, sort):
            digest = hashlib.sha256(piece.model_dump_json().encode()).hexdigest()
            for word in list_words(piece):
                defined.setdefault((sort.__name__, word), digest)
    return [[sort, word, digest] for (sort, word), digest in defined.items()]


def get_definition(artifact: Any, sort: type[Any], word: str) -> Any:
    """Return the first piece of a sort in an artifact that defines a word."""
    return next(piece for _, piece in find_pieces(artifact, sort) if word in list_words(piece))


def list_words(piece: Any) -> list[str]:
    """Return the words that a term or a measure goes by, each once."""
    words = (piece.title, *getattr(piece, "also", ()))
    return list(dict.fromkeys(word.plain().casefold() for word in words))
