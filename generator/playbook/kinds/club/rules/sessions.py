"""When a club meets: at a time that exists, after its reading, one session at a time."""

from collections.abc import Callable, Iterator
from datetime import datetime

from playbook.kinds.club.model import Club
from playbook.parts.session import Session, exists_on_clock, is_shown_twice
from playbook.rules.rule import Finding, rule
from playbook.source.document import Loc
from playbook.source.problem import Severity
from playbook.text.english import quoted

Span = tuple[datetime, datetime]
"""When a time starts and ends."""


@rule("CL301", "session-before-its-reading")
def session_before_its_reading(it: Club) -> Iterator[Finding]:
    """Nobody can talk about what nobody has read; a session comes after the first day of its guide,
    and of the club.

    Bad:
        start: 2026-03-01
        readings: [chapter-one]
        sessions: [{title: Spring, date: 2026-02-18, times: '09:00-10:00'}]
    Good:
        start: 2026-03-01
        readings: [chapter-one]
        sessions: [{title: Spring, date: 2026-03-18, times: '09:00-10:00'}]
    """
    days = {str(turn.reading.guide): turn for turn in it.turns}
    for index, session in enumerate(it.sessions):
        turn = days.get(str(session.guide), it.turns[0])
        if session.date < turn.starts:
            begins = (
                f"{quoted(turn.reading.guide)}"
                if session.guide == turn.reading.guide
                else "the club"
            )
            message = f"'{session.id}' is on {session.date}, and {begins} starts on {turn.starts}"
            yield Finding(("sessions", index, "date"), f"{message}: move one of the two")


def find_times(it: Club, is_meant: Callable[[Span], bool]) -> Iterator[tuple[Session, int, Loc]]:
    """Yield each time of a session whose start and end are meant.

    The session, which time, and where it stands.
    """
    for index, session in enumerate(it.sessions):
        for number, span in enumerate(session.spans(it.zone)):
            if is_meant(span):
                yield session, number, ("sessions", index, "times", number)


@rule("CL302", "hour-that-is-skipped", Severity.ERROR)
def hour_that_is_skipped(it: Club) -> Iterator[Finding]:
    """On one day in spring the clocks skip an hour; a session in that hour never starts.

    Bad:
        zone: America/Los_Angeles
        sessions: [{title: Early, date: 2026-03-08, times: '02:30-03:30'}]
    Good:
        zone: America/Los_Angeles
        sessions: [{title: Early, date: 2026-03-08, times: '09:00-10:00'}]
    """
    for session, number, loc in find_times(it, lambda span: not all(map(exists_on_clock, span))):
        message = f"the clocks in {it.zone} skip {session.times[number].at} on {session.date}"
        yield Finding(loc, f"{message}: choose another hour")


@rule("CL303", "sessions-at-once")
def sessions_at_once(it: Club) -> Iterator[Finding]:
    """A person who leads two sessions can't be in both.

    Bad:
        sessions:
          - {title: One, date: 2026-03-18, times: '09:00-10:00'}
          - {title: Two, date: 2026-03-18, times: '09:30-10:30'}
    Good:
        sessions:
          - {title: One, date: 2026-03-18, times: '09:00-10:00'}
          - {title: Two, date: 2026-03-18, times: '10:00-11:00'}
    """
    spans = [
        (span, index, number)
        for index, session in enumerate(it.sessions)
        for number, span in enumerate(session.spans(it.zone))
        if not session.cancelled and not session.times[number].cancelled
    ]
    longest = None
    for one in sorted(spans):
        if longest and one[0][0] < longest[0][1]:
            (_, before, _), (_, index, number) = sorted([one, longest], key=lambda timed: timed[1:])
            first, second = it.sessions[before], it.sessions[index]
            message = f"'{second.id}' begins before '{first.id}' has ended, on {second.date}"
            yield Finding(("sessions", index, "times", number), f"{message}: move one of the two")
        longest = max(longest or one, one, key=lambda timed: timed[0][1])


@rule("CL304", "hour-that-comes-twice", Severity.ERROR)
def hour_that_comes_twice(it: Club) -> Iterator[Finding]:
    """On one day in autumn the clocks go through an hour twice; a session in that hour could be
    at either.

    Bad:
        zone: America/Los_Angeles
        sessions: [{title: Late, date: 2026-11-01, times: '01:30-02:30'}]
    Good:
        zone: America/Los_Angeles
        sessions: [{title: Late, date: 2026-11-01, times: '09:00-10:00'}]
    """
    for session, number, loc in find_times(it, lambda span: any(map(is_shown_twice, span))):
        message = (
            f"the clocks in {it.zone} go through {session.times[number].at} twice on {session.date}"
        )
        yield Finding(loc, f"{message}: choose another hour")


@rule("CL305", "times-of-one-name", Severity.ERROR)
def times_of_one_name(it: Club) -> Iterator[Finding]:
    """Calendars know each time of a session by its id, or else by its start; two with the same
    name would become one event.

    Bad:
        sessions: [{title: Spring, date: 2026-03-18, times: ['09:00-10:00', '09:00-09:30']}]
    Good:
        sessions: [{title: Spring, date: 2026-03-18, times: ['09:00-10:00', {id: short, at: '09:00-09:30'}]}]
    """
    for index, session in enumerate(it.sessions):
        known = set[str]()
        for number, key in enumerate(session.keys()):
            if key in known:
                message = f"calendars already know another time of '{session.id}' as '{key}'"
                yield Finding(
                    ("sessions", index, "times", number),
                    f"{message}: give this one an 'id:' of its own",
                )
            known.add(key)


RULES = (
    session_before_its_reading,
    hour_that_is_skipped,
    sessions_at_once,
    hour_that_comes_twice,
    times_of_one_name,
)
