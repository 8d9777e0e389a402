"""Dates of what has happened that are still to come.

Only `check` asks, since a build is the same on every day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from playbook.library.library import Library
from playbook.model.part import Part
from playbook.model.traverse import find_pieces
from playbook.parts.session import Session
from playbook.source.document import Loc
from playbook.source.problem import Problem, Severity


def find_future_dates(library: Library, today: date) -> Iterator[Problem]:
    """Yield what is dated later than tomorrow, which it may be elsewhere.

    That is interviews, results, decisions and changes.
    """
    tomorrow = today + timedelta(days=1)
    for entry in library.own_entries:
        for written, loc in entry.recall(list_dates):
            if date.fromisoformat(written) > tomorrow:
                message = (
                    f"'date' is '{written}', which is still to come: "
                    "write the day on which it happened"
                )
                mark = entry.source.find_mark((*loc, "date"))
                yield Problem(entry.source.path, mark, "SHP011", message, Severity.WARNING)


def list_dates(artifact: Any) -> list[tuple[str, Loc]]:
    """Return the days on which something happened, and the places of the pieces that say so."""
    return [
        (day.isoformat(), loc)
        for loc, piece in find_pieces(artifact, Part)
        if isinstance(day := piece.__dict__.get("date"), date) and not isinstance(piece, Session)
    ]
