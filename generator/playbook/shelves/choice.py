"""The settings of a site -> the shelves that it takes, what it leaves out, and what is wrong."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playbook.config.mkdocs_settings import look_up, read_mkdocs_configs
from playbook.config.settings import FILE, Extra
from playbook.shelves.adoption import find_adoption
from playbook.shelves.installed import Installed, find_installed
from playbook.shelves.shelf import Shelf
from playbook.source.document import Source, read
from playbook.source.problem import Mark, Problem, Severity
from playbook.text.english import did_you_mean, list_choices, quoted
from playbook.text.slug import compose

Place = tuple[Path, Mark]
WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Shelves:
    """What a site takes from shelves."""

    wanted: tuple[Shelf, ...] = ()
    """The shelves that it shows, in its own order: what stands on two is taken from the first."""
    left_out: frozenset[str] = frozenset()
    """What it leaves out of them: `id`, or `shelf/id` for that of one shelf."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where its settings name each shelf."""
    are_known: bool = True
    """Whether the settings that say so could be read; where not, it may be any shelf."""

    @cached_property
    def installed(self) -> Installed:
        """All there are, which is looked up when it is asked for."""
        return find_installed()

    @cached_property
    def known(self) -> dict[str, Path]:
        """The file of every artifact of every shelf, by its id; what is wanted goes first."""
        shelves = (*self.wanted, *self.installed.shelves.values())
        return {name: path for shelf in reversed(shelves) for name, path in shelf.files.items()}

    def find_place(self, shelf: Shelf) -> Place:
        """Return where the settings name a shelf."""
        return self.places.get(shelf.name, (FILE, Mark()))

    def leaves_out(self, shelf: Shelf, name: str) -> bool:
        """Whether the site doesn't want this artifact of a shelf."""
        return name in self.left_out or f"{shelf.name}/{name}" in self.left_out

    def may_lack(self, ref: str, text: str = "") -> bool:
        """Whether a file of the site, with this text, may refer to what isn't there.

        That is what the site leaves out, and what is on any shelf where nobody knows which it
        takes; and for an adopted file what is on any shelf, and all that
        the original refers to.
        """
        name = ref.partition("#")[0]
        if (name in self.left_out or not self.are_known) and name in self.known:
            return True
        adoption = find_adoption(text)
        if adoption is None:
            return False
        return name in self.known or name in self.find_words(adoption.shelf, adoption.id)

    def explain_missing(self, ref: str) -> str:
        """Return the answer to an id of a shelf that the site doesn't take; nothing to another."""
        name = ref.partition("#")[0]
        for shelf in self.installed.shelves.values() if self.wanted else ():
            if name in shelf.files and shelf not in self.wanted:
                return (
                    f"{quoted(name)} is on the shelf '{shelf.name}', which this site doesn't take: "
                    f"write '{shelf.name}' under 'shelves:' in {FILE.as_posix()}, or take this out"
                )
        return ""

    def find_words(self, shelf: str, name: str) -> Collection[str]:
        """Return the words of an original, ids among them; nothing where it is gone."""
        owner = self.installed.shelves.get(shelf)
        path = owner.files.get(name) if owner else None
        return set(WORD.findall(path.read_text(encoding="utf-8", errors="replace")) if path else ())


def choose_shelves(
    root: Path, extra: Extra, *, are_known: bool = True
) -> tuple[Shelves, list[Problem]]:
    """Return what the project at `root` takes from shelves, and what is wrong with its choice.

    `are_known` says whether its settings could be read.
    """
    if not extra.shelves and not extra.leave_out:
        return Shelves(are_known=are_known), []
    source = find_source(root, "shelves")
    places = {
        name: (source.path, source.find_mark(("extra", "shelves", index)))
        for index, name in reversed(list(enumerate(extra.shelves)))
        if source
    }
    installed = find_installed()
    wanted = dict.fromkeys(name for name in extra.shelves if name in installed.shelves)
    usable = tuple(installed.shelves[name] for name in wanted if name not in installed.faults)
    shelves = Shelves(usable, frozenset(map(compose, extra.leave_out)), places, are_known)
    problems = list(find_shelf_faults(extra, source, installed))
    problems += find_unknown_ids(extra, find_source(root, "leave_out"), shelves)
    return shelves, problems


def find_source(root: Path, key: str) -> Source | None:
    """Return the file that sets a key below `extra:` in the end."""
    site, _ = read(root / FILE, root) if (root / FILE).exists() else (None, [])
    for source in (*read_mkdocs_configs(root), site):
        if source and look_up(source, "extra", key) is not None:
            return source
    return None


def find_shelf_faults(
    extra: Extra, source: Source | None, installed: Installed
) -> Iterator[Problem]:
    """Yield each name of no shelf, of one that can't be used, or that stands twice."""
    for index, name in enumerate(extra.shelves):
        if source is None:
            return
        mark = source.find_mark(("extra", "shelves", index))
        if fault := installed.faults.get(name):
            yield Problem(source.path, mark, "SET031", fault)
        elif name not in installed.shelves:
            known = installed.shelves
            message = (
                f"there is no shelf {quoted(name)}{did_you_mean(name, known)}: there is "
                f"{list_choices(known)}; install the package that has it, or delete it"
            )
            yield Problem(source.path, mark, "SET030", message)
        elif name in extra.shelves[:index]:
            message = f"{quoted(name)} is in the list twice: delete one of the two"
            yield Problem(source.path, mark, "SET030", message, Severity.WARNING)


def find_unknown_ids(extra: Extra, source: Source | None, shelves: Shelves) -> Iterator[Problem]:
    """Yield each id to leave out that no shelf has."""
    for index, name in enumerate(extra.leave_out):
        shelf, _, rest = compose(name).rpartition("/")
        owner = shelves.installed.shelves.get(shelf)
        known = owner.files if owner else shelves.known
        if source and (rest not in known or (shelf and not owner)):
            mark = source.find_mark(("extra", "leave_out", index))
            message = (
                f"no shelf has {quoted(name)}{did_you_mean(rest, known)}: "
                "check how it is spelt, or delete it"
            )
            yield Problem(source.path, mark, "SET032", message, Severity.WARNING)
