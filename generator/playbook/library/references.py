"""A reference -> where it leads."""

from collections.abc import Collection, Mapping

from playbook.library.entry import Entry, Target
from playbook.model.ref import PartRef, Ref
from playbook.text.english import did_you_mean, list_choices, quoted

MOST_SHOWN = 8


class Unread(Exception):
    """A reference to a file that can't be read; what is wrong there is reported there, once."""


class Dangling(Exception):
    """A reference that leads nowhere, or to the wrong thing; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def resolve(
    ref: str, entry: Entry | None, entries: Mapping[str, Entry], unread: Collection[str]
) -> Target:
    """Return where `ref` leads: `id`, `part` of the artifact that it is written in, or `id#part`.

    `entry` is that artifact, or None for a handwritten page. Raises Dangling when `ref` leads
    nowhere, and Unread for one of `unread`, ids whose files could not be read.
    """
    name, _, part = ref.partition("#")
    if entry and not part and name in entry.parts:
        return Target(entry, name)
    home = entries.get(name) if name else entry
    if home and (not part or part in home.parts):
        return Target(home, part)
    if home:
        close = did_you_mean(part, home.parts)
        raise Dangling(
            "REF002", f"{quoted(part)} is not in '{home.id}'{close}: {list_holdings(home.parts)}"
        )
    if name in unread:
        raise Unread(name)
    places = [f"{other.id}#{name}" for other in entries.values() if name in other.parts]
    if places:
        raise Dangling(
            "REF002",
            (
                f"{quoted(name)} is a part of another artifact: write "
                f"{list_choices(sorted(places)[:5])}"
            ),
        )
    close = did_you_mean(name, [*(entry.parts if entry else ()), *entries])
    raise Dangling(
        "REF002",
        f"{quoted(name)} is not the id of anything{close}: an id is a file's name without '.yml'",
    )


def follow(ref: str, entry: Entry, entries: Mapping[str, Entry], unread: Collection[str]) -> Target:
    """Resolve a reference that may be typed.

    Raises Dangling as well when it leads to another type than it may.
    """
    if isinstance(ref, PartRef):
        return follow_inside(ref, entry)
    target = resolve(ref, entry, entries, unread)
    if not isinstance(ref, Ref):
        return target
    is_a = target.entry.parts[target.part].word if target.part else target.entry.kind.name
    if ref.words and is_a not in ref.words:
        fits = (part.id for part in target.entry.parts.values() if part.word in ref.words)
        example = f"{target.entry.id}#{next(fits, 'its-id')}"
        raise Dangling(
            "REF005",
            f"{quoted(ref)} is of kind '{is_a}': name one {ref.words[0]}, such as '{example}'",
        )
    if not ref.words and ref.kinds and is_a not in ref.kinds:
        raise Dangling(
            "REF005",
            f"{quoted(ref)} is of kind '{is_a}': name one of kind {list_choices(ref.kinds)}",
        )
    return target


def follow_inside(ref: PartRef, entry: Entry) -> Target:
    """Resolve a reference to a piece of the same artifact.

    Raises Dangling when it has none such.
    """
    part = entry.parts.get(str(ref))
    if part is None or part.word not in ref.words:
        known = [part.id for part in entry.parts.values() if part.word in ref.words]
        message = (
            f"{quoted(ref)} is no {ref.words[0]} of this artifact{did_you_mean(ref, known)}: "
            f"{list_holdings(known)}"
        )
        raise Dangling("REF005", message)
    return Target(entry, str(ref))


def list_holdings(ids: Collection[str]) -> str:
    """Return what there is to choose from, cut short when long."""
    first = list_choices(sorted(ids)[:MOST_SHOWN])
    return (
        f"it has {first}{' and more' if len(ids) > MOST_SHOWN else ''}"
        if ids
        else "it has none yet"
    )
