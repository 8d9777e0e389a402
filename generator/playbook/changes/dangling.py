"""References to what is gone, or to what has another id, that did not follow."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.changes.change import ArtifactChange, ArtifactSide, Remark, Side
from playbook.library.library import Library
from playbook.source.problem import MOST
from playbook.text.english import list_choices, quoted

MOST_NAMED = 5


def ask_about_dangling(change: ArtifactChange, library: Library) -> Iterator[Remark]:
    """Yield a question for an artifact, and for each piece of it, that is still referred to."""
    gone = dict(list_gone(change))
    if not gone:
        return
    referring: dict[str, dict[str, None]] = defaultdict(dict)
    for entry, faults in library.connections.faults:
        for _, reference, _ in faults[:MOST]:
            for target in list_targets(str(reference), entry.id):
                referring[target][entry.id] = None
    for target, lost in gone.items():
        if names := list(referring.get(target, ())):
            message = explain_dangling(target, lost, names)
            yield Remark(
                artifact=(change.after or change.before or lost.side).name,
                piece=lost.side.name if "#" in target else "",
                name="still-referred-to",
                message=message,
            )


@dataclass(frozen=True)
class Lost:
    """What an id led to that leads nowhere now."""

    side: Side | ArtifactSide
    """As it is now; as it was where it is gone."""
    new_name: str
    """Its id now; empty where it is gone."""


def list_gone(change: ArtifactChange) -> Iterator[tuple[str, Lost]]:
    """Yield the ids that lead nowhere now, each with what it led to."""
    if not change.before:
        return
    home, later = change.before.name, change.after.name if change.after else ""
    if later != home:
        yield home, Lost(change.after or change.before, later)
    for piece in change.pieces:
        if piece.before and (not piece.after or piece.after.name != piece.before.name):
            new_name = f"{later}#{piece.after.name}" if piece.after else ""
            yield f"{home}#{piece.before.name}", Lost(piece.after or piece.before, new_name)


def list_targets(reference: str, home: str) -> Iterator[str]:
    """Yield what a reference that leads nowhere may have led to; it stands in artifact `home`."""
    name, _, part = reference.partition("#")
    yield f"{name or home}#{part}" if part else f"{home}#{name}"
    if name:
        yield name


def explain_dangling(target: str, lost: Lost, names: list[str]) -> str:
    """Return what to ask about the references of some artifacts that lead nowhere now."""
    title = quoted(lost.side.title)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    verb = "refers" if len(names) == 1 else "refer"
    still = f"{list_choices(names[:MOST_NAMED])}{more} still {verb} to"
    if lost.new_name:
        return (
            f"{title} has the id {quoted(lost.new_name)} now, and {still} {quoted(target)}: should "
            "these references follow?"
        )
    return f"{title} was removed, and {still} it: where should these references lead now?"
