"""A club's earlier versions -> how often its sessions moved, and which calendars know in vain."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from playbook.parts.revision import Revision
from playbook.parts.session import Session, SessionTime
from playbook.source.composer import Composer
from playbook.system.git import History, Version


@dataclass(frozen=True)
class Slot:
    """One of a session's times on its day."""

    session: Session
    time: SessionTime
    starts: datetime
    ends: datetime

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody meets then."""
        return bool(self.session.cancelled or self.time.cancelled)

    def is_at(self, other: "Slot") -> bool:
        """Whether both are at the same time."""
        return (self.starts, self.ends) == (other.starts, other.ends)


State = Mapping[str, Slot]
"""The times of one session, each by its key."""


def build_states(sessions: Iterable[Session], zone: str) -> dict[str, State]:
    """Return the times of each session by its id."""
    return {
        session.id: {
            key: Slot(session, time, *time.span(session.date, zone))
            for time, key in zip(session.times, session.keys(), strict=True)
        }
        for session in sessions
    }


def read_states(version: Version) -> dict[str, State]:
    """Return the times of each session in an earlier version, less what can't be read there."""
    node = Composer().compose(version.text)
    data = node.data if node else None
    if not isinstance(data, dict) or not isinstance(data.get("sessions"), list):
        return {}
    try:
        return build_states(read_sessions(data["sessions"]), ZoneInfo(str(data.get("zone"))).key)
    except (KeyError, ValueError, OSError):
        return {}


def read_sessions(sessions: list[Any]) -> Iterator[Session]:
    """Yield those sessions that are such."""
    for data in sessions:
        try:
            yield Session.model_validate(data)
        except ValidationError:
            continue


@dataclass(frozen=True)
class Past:
    """A club's sessions as they are, and as they were in git's versions, newest first."""

    current: Mapping[str, State]
    versions: tuple[tuple[datetime, Mapping[str, State]], ...]
    is_shallow: bool = False

    def list_states(self, session: str) -> list[State]:
        """Return each state of a session that is known, newest first."""
        every = (self.current, *(states for _, states in self.versions))
        return [states[session] for states in every if session in states]

    def count_moves(self, session: str) -> int:
        """Return by how much a session's SEQUENCE has to grow beyond what `revised` makes of it.

        It is 0 where `revised` was written with the last move, as it should be: so every clone
        makes the same calendar. To be cancelled is a step that needs no history, and to be on again
        is two, as it takes that one back.
        """
        count = 0
        for newer, older in pairwise(self.list_states(session)):
            if find_revision(newer) != find_revision(older):
                break
            both = newer.keys() & older.keys()
            count += any(not newer[key].is_at(older[key]) for key in both)
            count += 2 * any(
                older[key].is_cancelled and not newer[key].is_cancelled for key in both
            )
        return count

    def find_later_revision(self, session: str) -> Revision | None:
        """Return a session's latest revision, where an earlier version has a later one than now."""
        current, *earlier = [find_revision(state) for state in self.list_states(session)]
        latest = max(
            (revision for revision in earlier if revision),
            key=lambda revision: revision.moment,
            default=None,
        )
        return latest if latest and (current is None or latest.moment > current.moment) else None

    def find_lost(self) -> Iterator[tuple[str, str, Slot]]:
        """Yield the session, key and last state of each time deleted too early, or renamed."""
        seen = {(session, key) for session, state in self.current.items() for key in state}
        removed = self.versions[0][0] if self.versions else None
        newer = self.current
        for when, states in self.versions:
            for session, state in states.items():
                named_slots = [slot for slot in newer.get(session, {}).values() if slot.time.id]
                for key, slot in state.items():
                    is_due = (
                        (session, key) not in seen
                        and not slot.is_cancelled
                        and slot.ends > (removed or when)
                    )
                    if is_due and not any(slot.is_at(other) for other in named_slots):
                        yield session, key, slot
                    seen.add((session, key))
            removed, newer = when, states


def find_revision(state: State) -> Revision | None:
    """Return when a session was revised last, as it says itself."""
    return next(iter(state.values())).session.revised


def build_past(sessions: Iterable[Session], zone: str, history: History) -> Past:
    """Return a club's sessions beside their earlier versions."""
    versions = tuple((version.when, read_states(version)) for version in history.versions)
    return Past(build_states(sessions, zone), versions, history.is_shallow)
