"""What a reviewer should ask about changes: what any kind of artifact may give reason for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playbook.changes.change import ArtifactChange, ArtifactSide, Remark, Side, Sort
from playbook.changes.dangling import ask_about_dangling
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.text.english import quoted

EVIDENCE = ("heard_in", "evidence")
"""The fields of `Evidenced`: who told us."""
NOT_CONTENT = {"visibility", "tags", "sources"}
"""What may change without the artifact being another."""


def list_remarks(
    changes: Sequence[ArtifactChange], before: Mapping[str, Entry], library: Library
) -> tuple[Remark, ...]:
    """Return what to ask about changes, in their order; `library` has the newer state."""
    return tuple(
        remark for change in changes for remark in ask_about(change, changes, before, library)
    )


def ask_about(
    change: ArtifactChange,
    changes: Sequence[ArtifactChange],
    before: Mapping[str, Entry],
    library: Library,
) -> Iterator[Remark]:
    """Yield what to ask about the change of one artifact."""
    if change.before and change.after:
        pair = before.get(change.before.name), library.entries.get(change.after.name)
        if pair[0] and pair[1]:
            yield from ask_as_kind(change, pair[0], pair[1])
            yield from ask_about_date(change, pair[0], pair[1])
    yield from ask_about_evidence(change, changes)
    yield from ask_about_dangling(change, library)


def ask_as_kind(change: ArtifactChange, old: Entry, new: Entry) -> Iterator[Remark]:
    """Yield what the kind itself asks, if it asks anything."""
    if not new.kind.file("review.py").is_file():
        return
    changed = [
        (old.parts[piece.before.name], new.parts[piece.after.name])
        for piece in change.pieces
        if piece.before and piece.after
        if piece.before.name in old.parts and piece.after.name in new.parts
    ]
    for question in new.kind.load_module("review").ask(old.artifact, new.artifact, changed):
        yield Remark(
            artifact=new.id, piece=question.piece, name=question.name, message=question.message
        )


def ask_about_date(change: ArtifactChange, old: Entry, new: Entry) -> Iterator[Remark]:
    """Yield a question when an artifact says that it last changed on the same day as before."""
    day = getattr(old.artifact, "date", None)
    is_changed = any(piece.sorts != (Sort.RENAMED,) for piece in change.pieces) or any(
        field.key.partition(".")[0] not in NOT_CONTENT for field in change.fields
    )
    if day and not new.kind.is_interview and is_changed and new.artifact.date == day:
        message = (
            f"The content changed, and 'date' is still {day.isoformat()}: on which day was this "
            "decided?"
        )
        yield Remark(artifact=new.id, piece="", name="date-not-changed", message=message)


def ask_about_evidence(
    change: ArtifactChange, changes: Sequence[ArtifactChange]
) -> Iterator[Remark]:
    """Yield a question for what fewer people told us about than before; a removed artifact is one.

    Evidence that another piece has now is not lost.
    """
    if not any(list_evidence(piece.before) for piece in change.pieces):
        return
    gained = Counter(item for other in changes for item in list_gained(other))
    removed: Counter[str] = Counter()
    for piece in change.pieces:
        old, new = list_evidence(piece.before), list_evidence(piece.after)
        lost = Counter(old) - Counter(new) - gained
        if piece.before and len(new) < len(old) and lost:
            if not change.after:
                removed |= lost
                continue
            yield Remark(
                artifact=change.after.name,
                piece=(piece.after or piece.before).name,
                name="evidence-lost",
                message=explain_lost(piece.after, len(old), len(new))
                if piece.after
                else explain_removed(piece.before, len(lost)),
            )
    if change.before and removed:
        message = explain_removed(change.before, len(removed))
        yield Remark(artifact=change.before.name, piece="", name="evidence-lost", message=message)


def explain_lost(side: Side, before: int, after: int) -> str:
    """Return what to ask about a piece with less evidence."""
    return (
        f"{quoted(side.title)} now has {count_heard(after)} behind it, and had {before}: why does "
        "the rest no longer count?"
    )


def explain_removed(side: Side | ArtifactSide, lost: int) -> str:
    """Return what to ask about evidence that went with what it stood behind."""
    return (
        f"{quoted(side.title)} was removed with {count_heard(lost)} behind it: where does this "
        "evidence belong now?"
    )


def count_heard(number: int) -> str:
    """Return a number of interviews and observations in words."""
    noun = "interview or observation" if number == 1 else "interviews or observations"
    return f"{number or 'no'} {noun}"


def list_gained(change: ArtifactChange) -> list[str]:
    """Return the evidence that pieces of an artifact have and did not have before."""
    return [
        item
        for piece in change.pieces
        for item in Counter(list_evidence(piece.after)) - Counter(list_evidence(piece.before))
    ]


def list_evidence(side: Side | None) -> list[str]:
    """Return the interviews and observations behind a piece, each once."""
    value: Mapping[str, Any] = side.value if side else {}
    return list(dict.fromkeys(str(item) for key in EVIDENCE for item in value.get(key, ())))
