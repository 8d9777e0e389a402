"""Dates of what has happened that are still to come.

Only `check` asks, since a build is the same on every day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import BaseModel

from playbook.library.library import Library
from playbook.model.traverse import walk
from playbook.parts.session import Session
from playbook.source.problem import Problem, Severity


def find_future_dates(library: Library, today: date) -> Iterator[Problem]:
    """Yield what is dated later than tomorrow, which it may be elsewhere.

    That is interviews, results, decisions and changes.
    """
    for entry in library.entries.values():
        for loc, piece in walk(entry.artifact):
            if not isinstance(piece, BaseModel) or isinstance(piece, Session):
                continue
            day = piece.__dict__.get("date")
            if isinstance(day, date) and day > today + timedelta(days=1):
                message = (
                    f"'date' is '{day}', which is still to come: write the day on which it happened"
                )
                mark = entry.source.find_mark((*loc, "date"))
                yield Problem(entry.source.path, mark, "SHP011", message, Severity.WARNING)
