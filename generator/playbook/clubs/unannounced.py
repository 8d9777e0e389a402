"""Changes of a club's sessions that calendars would not notice, by comparing with git."""

from collections.abc import Iterator

from playbook.clubs.moves import Past, Slot, build_past
from playbook.language import format_day
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.parts.revision import Revision
from playbook.source.document import Loc
from playbook.source.problem import Problem, Severity
from playbook.system.git import History, read_history


def find_unannounced(library: Library) -> Iterator[Problem]:
    """Yield each session that has moved or gone without a word, in every club that meets or met."""
    for entry in library.own_entries:
        history = read_history(entry.source.path) if entry.kind.is_club else History()
        if history.versions:
            club = entry.artifact
            past = build_past(club.sessions, club.zone, history)
            yield from find_moved(entry, past)
            yield from find_deleted(entry, past)


def find_moved(entry: Entry, past: Past) -> Iterator[Problem]:
    """Yield each session that moved since its `revised`, or whose `revised` went back."""
    for index, session in enumerate(entry.artifact.sessions):
        place: Loc = ("sessions", index, "revised")
        if latest := past.find_later_revision(session.id):
            message = (
                f"'{session.id}' was revised on '{latest}' before, "
                "and calendars ignore anything older"
            )
            yield make_problem(
                entry,
                place,
                "CAL002",
                f"{message}: write a later day in 'revised:', or a later time",
            )
        elif past.count_moves(session.id):
            message = f"'{session.id}' has moved, and 'revised:' doesn't say so"
            yield make_problem(
                entry, place, "CAL001", f"{message}: {suggest_remedy(session.revised)}"
            )


def suggest_remedy(revised: Revision | None) -> str:
    """Return what to write for a move."""
    if revised is None:
        return "write the day of the move there"
    return (
        f"write a later day than '{revised}' there, or for the same day the time, "
        f"such as '{revised[:10]} 14:30'"
    )


def find_deleted(entry: Entry, past: Past) -> Iterator[Problem]:
    """Yield each session, and each time of one, that was deleted before it was over."""
    places = {session.id: index for index, session in enumerate(entry.artifact.sessions)}
    known = set[str]()
    for session, key, slot in past.find_lost():
        if session in places:
            when = f"{slot.time.at} on {format_day(slot.starts)}"
            message = f"calendars call {when} '{key}', and no time of '{session}' has that name now"
            advice = (
                f"write {{id: '{key}', at: …}} for the time that it moved to, with 'cancelled: "
                "true' in it if it is called off"
            )
            yield make_problem(
                entry, ("sessions", places[session], "times"), "CAL004", f"{message}: {advice}"
            )
        elif session not in known:
            known.add(session)
            yield make_problem(entry, ("sessions",), "CAL003", explain_deleted(session, slot))


def explain_deleted(session: str, slot: Slot) -> str:
    """Return the answer to a session that is not there any more."""
    what = (
        f"'{session}', the session of {format_day(slot.starts)}, is gone, "
        "and calendars still show it"
    )
    return f"{what}: put it back with 'cancelled: true'; a session with a new name keeps its 'id:'"


def make_problem(entry: Entry, loc: Loc, code: str, message: str) -> Problem:
    """Return a warning: the site can be built, and some calendars will be behind."""
    return Problem(entry.source.path, entry.source.find_mark(loc), code, message, Severity.WARNING)
