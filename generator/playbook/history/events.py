"""What the YAML's own dates add to a history, or tell where there is no other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from playbook.history.moment import History, Moment
from playbook.library.event import Event


def add_events(history: History, events: Iterable[Event], title: str) -> History:
    """Return a history with what happened up to each moment, since the one before.

    Where no earlier state is known, the days on which anything happened are its moments.
    """
    listed = sorted(events, key=lambda event: event.day)
    if len(history.moments) > 1:
        return replace(history, moments=tuple(fill_moments(history.moments, listed)))
    days = {event.day for event in listed}
    return make_dated_history(listed, title) if len(days) > 1 else history


def fill_moments(moments: Sequence[Moment], events: Sequence[Event]) -> Iterable[Moment]:
    """Yield moments with what happened up to each."""
    before = date.min
    for moment in moments:
        happened = tuple(event for event in events if before < event.day <= moment.day)
        yield replace(moment, events=happened)
        before = moment.day


def make_dated_history(events: Sequence[Event], title: str) -> History:
    """Return a history that has no pictures, and counts what happened."""
    labels = sorted({event.counts_as for event in events})
    counts = Counter[str]()
    moments = []
    for day, group in groupby(events, key=lambda event: event.day):
        happened = tuple(group)
        counts.update(event.counts_as for event in happened)
        numbers = {label: {label: counts[label]} for label in labels}
        moments.append(Moment(day=day, title=title, counts=numbers, events=happened))
    return History(moments=tuple(moments), is_dated=True)
