"""An artifact -> what it refers to, and where it refers to nothing."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from playbook.library.circles import Bond
from playbook.library.entry import Entry, Links, Target
from playbook.library.references import Dangling, follow_all
from playbook.model.ref import Ref
from playbook.source.document import Loc

Fault: TypeAlias = tuple[Loc, str, Dangling]
"""Where a reference leads nowhere, the reference, and why."""


@dataclass(frozen=True)
class Connections:
    """What refers to what in a library."""

    referring: Mapping[str, list[Entry]]
    """By the id of an artifact the others that refer to it, each once."""
    bonds: list[Bond]
    faults: list[tuple[Entry, list[Fault]]]
    """The artifacts with references that lead nowhere, each with these."""


def connect(entries: Mapping[str, Entry], unread: Collection[str]) -> Connections:
    """Return what refers to what among artifacts."""
    connections = Connections(defaultdict(list), [], [])
    for entry in entries.values():
        links, faults = link(entry, entries, unread)
        for name in links.targets:
            connections.referring[name].append(entry)
        connections.bonds.extend(Bond(entry, name, loc) for name, loc in links.bonds)
        if faults:
            connections.faults.append((entry, faults))
    return connections


def link(
    entry: Entry, entries: Mapping[str, Entry], unread: Collection[str]
) -> tuple[Links, list[Fault]]:
    """Return what an artifact refers to, and each reference that leads nowhere.

    That may lead somewhere when another artifact is there; the links are kept where none does.
    """
    if links := entry.recall_links(entries):
        return links, []
    targets, bonds, faults = dict[str, None](), list[tuple[str, Loc]](), list[Fault]()
    is_sure = True
    for loc, ref, target in follow_all(entry, entries, unread):
        if isinstance(target, Target):
            targets[target.entry.id] = None
            if isinstance(ref, Ref) and ref.acyclic:
                bonds.append((target.entry.id, loc))
            continue
        is_sure = False
        if isinstance(target, Dangling):
            faults.append((loc, ref, target))
    targets.pop(entry.id, None)
    links = Links(tuple(targets), tuple(bonds))
    if is_sure:
        entry.keep_links(links, entries)
    return links, faults
