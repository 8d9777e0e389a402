"""What changed in a tree, from its decisions, its tests and the interviews behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.language import N_
from playbook.library.entry import Entry
from playbook.library.interviews import find_interviews, get_day
from playbook.library.library import Library
from playbook.model.traverse import find_pieces
from playbook.text.inline import Text


@dataclass(frozen=True)
class Change:
    """Something that was decided, tested or heard, on its day.

    `part` is the piece of the tree that it is about.
    """

    day: date
    sort: str
    title: Text
    because: Text | None = None
    result: str = ""
    part: str = ""
    interview: Entry | None = None


def list_changes(entry: Entry, library: Library) -> list[Change]:
    """Return what changed, the newest first."""
    changes = [
        *list_decisions(entry.artifact),
        *list_results(entry.artifact),
        *list_interviews(entry, library),
    ]
    return sorted(changes, key=lambda change: change.day, reverse=True)


def list_decisions(it: OpportunityTree) -> Iterator[Change]:
    """Yield each decision, the latest of a day first."""
    for each in reversed(it.decisions):
        yield Change(each.date, N_("Decided"), each.title, each.because, part=str(each.about or ""))


def list_results(it: OpportunityTree) -> Iterator[Change]:
    """Yield each test whose result has a day."""
    for _, trial in find_pieces(it, AssumptionTest):
        if trial.date:
            result = trial.result.words if trial.result else ""
            outcome = ", ".join(
                filter(None, (result, trial.verdict_label if trial.verdict else ""))
            )
            yield Change(trial.date, N_("Tested"), trial.title, trial.changed, outcome, trial.id)


def list_interviews(entry: Entry, library: Library) -> Iterator[Change]:
    """Yield each interview."""
    for each in find_interviews(entry, library):
        if day := get_day(each.artifact):
            yield Change(day, N_("Heard"), each.artifact.title, interview=each)
