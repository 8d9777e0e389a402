"""A library -> the same without references to what is not on the site.

That is what a site left out of its shelves, what stands on a shelf that it doesn't take, and what
its team deleted from a play that it made its own.
"""

from collections.abc import Collection, Mapping
from functools import cache, partial

from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.references import Dangling, Unread, follow, resolve
from playbook.visibility.pruning import Absent
from playbook.visibility.redaction import is_whole, list_written, prune_entry, redact_page

UNKNOWN = "page"
"""What readers call that of which nothing is known."""


def drop_absent(library: Library) -> Library:
    """Return a library in which nothing refers to what isn't there.

    An artifact of a shelf that can't do without is left out; one of the site's own stays as it is,
    and `check` says what it lacks.
    """
    if not library.lacking and not library.shelves.left_out:
        return library
    absences = Absences(library)
    before, entries = library.entries, absences.drop(library.entries, library.lacking)
    while not is_whole(entries, before):
        before, entries = entries, absences.drop(entries, entries.keys())
    find_lost = partial(absences.find, entry=None, entries=entries)
    pages = library.handwritten.values()
    return library.with_entries(
        entries, {page.path: redact_page(page, find_lost) for page in pages}
    )


class Absences:
    """What the artifacts of a library refer to and need not find."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.read_original = cache(self._read_original)

    def drop(self, entries: Mapping[str, Entry], names: Collection[str]) -> dict[str, Entry]:
        """Return these artifacts, those with the names without references to what is absent."""
        remaining = {}
        for name, entry in entries.items():
            find_lost = partial(self.find, entry=entry, entries=entries)
            written = list_written(entry.artifact) if name in names else ()
            lost = [(ref, absent) for ref in written if (absent := find_lost(ref))]
            pruned = prune_entry(entry, lost, find_lost) if lost else entry
            if pruned or entry.shelf is None:
                remaining[name] = pruned or entry
        return remaining

    def find(self, ref: str, entry: Entry | None, entries: Mapping[str, Entry]) -> Absent | None:
        """Return what a reference of an artifact or a page is to, when that need not be there."""
        unread = self.library.unread
        try:
            _ = (
                follow(ref, entry, entries, unread)
                if entry
                else resolve(ref, None, entries, unread)
            )
        except Unread:
            return None
        except Dangling:
            if self._was_there(ref, entry) or self.library.may_lack(entry, ref):
                return Absent(ref, partial(self._find_noun, ref, entry))
        return None

    def _was_there(self, ref: str, entry: Entry | None) -> bool:
        """Whether a reference led somewhere before anything was left out."""
        library = self.library
        try:
            if entry:
                follow(ref, library.entries[entry.id], library.entries, library.unread)
            else:
                resolve(ref, None, library.entries, library.unread)
        except (Dangling, Unread):
            return False
        return True

    def _find_noun(self, ref: str, entry: Entry | None) -> str:
        """Return what readers call that which a reference was to."""
        name, _, part = ref.partition("#")
        whole = self.library.entries[entry.id] if entry else None
        if whole and not part and name in whole.parts:
            return whole.parts[name].word
        home = self.read_original(name) if name else whole
        if home is None:
            return UNKNOWN
        return home.parts[part].word if part in home.parts else home.kind.title.lower()

    def _read_original(self, name: str) -> Entry | None:
        """Return an artifact as its shelf has it, also where the site has its own."""
        library = self.library
        entry, path = library.entries.get(name), library.shelves.known.get(name)
        if path is None or (entry and entry.shelf):
            return entry
        return library.steps.read(path, path.parent, library.kinds, ())[0] or entry
