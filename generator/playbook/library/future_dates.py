"""Dates of what has happened that are still to come.

Only `check` asks, since a build is the same on every day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from playbook.library.library import Library
from playbook.model.part import Part
from playbook.model.traverse import find_pieces
from playbook.parts.session import Session
from playbook.source.problem import Problem, Severity


def find_future_dates(library: Library, today: date) -> Iterator[Problem]:
    """Yield what is dated later than tomorrow, which it may be elsewhere.

    That is interviews, results, decisions and changes.
    """
    tomorrow = today + timedelta(days=1)
    for entry in library.own_entries:
        for loc, piece in find_pieces(entry.artifact, Part):
            day = piece.__dict__.get("date")
            if isinstance(day, date) and day > tomorrow and not isinstance(piece, Session):
                message = (
                    f"'date' is '{day}', which is still to come: write the day on which it happened"
                )
                mark = entry.source.find_mark((*loc, "date"))
                yield Problem(entry.source.path, mark, "SHP011", message, Severity.WARNING)
