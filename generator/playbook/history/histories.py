"""A library -> how each of its artifacts grew, kept from one build to the next."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from pydantic import TypeAdapter

from playbook.history.events import add_events
from playbook.history.moment import History
from playbook.history.publishing import publish_history
from playbook.history.reading import make_history, read_states
from playbook.history.versions import Version, choose_versions, find_kept_versions, follow_files
from playbook.language import SPOKEN
from playbook.library.entry import Entry
from playbook.library.kept_records import describe_code
from playbook.library.library import Library
from playbook.system.git_log import read_blobs, read_log
from playbook.system.workers import WorkerLost, share_out

Keep = Callable[[str, str, Callable[[], bytes]], bytes]
"""Returns what was made for a key, with the ending of its file, or makes it."""


def read_histories(library: Library, keep: Keep, *, is_public: bool = False) -> dict[str, History]:
    """Return how the site's own artifacts grew, by their ids, where anything is known of that.

    `keep` is `PictureCache.get`. Of a public site's library older states show what is published
    today, and none that was internal.
    """
    entries = [entry for entry in library.own_entries if entry.kind.has_history]
    if not entries:
        return {}
    kept = find_kept_versions(library.inventory)
    log = read_log(library.content)
    paths = {library.inventory.get_path(entry.source.path): entry for entry in entries}
    followed = follow_files(log.commits, paths)
    asked = [
        Asked(
            entry,
            tuple(choose_versions(kept.get(entry.source.path, []), followed.get(path, []))),
            log.is_shallow,
            is_public,
        )
        for path, entry in paths.items()
    ]
    histories = {}
    for one, whole in zip(asked, load_histories(asked, library, keep), strict=True):
        entry = one.entry
        states = publish_history(whole, entry, library.entries) if is_public else whole
        events = entry.kind.list_events(entry, library)
        history = add_events(states, events, entry.artifact.title.plain())
        if history.moments:
            histories[entry.id] = history
    return histories


@dataclass(frozen=True)
class Asked:
    """What a history is made from."""

    entry: Entry
    versions: tuple[Version, ...]
    is_shallow: bool
    is_public: bool
    """Whether states that were internal are left out."""

    def describe(self) -> str:
        """Return what differs when the history does."""
        named = [
            (str(version.day), version.blob or read_kept(version.path)) for version in self.versions
        ]
        facts = [
            SPOKEN.get().code,
            self.entry.id,
            self.entry.digest,
            named,
            self.is_shallow,
            self.is_public,
        ]
        return json.dumps([describe_code(), facts])


def load_histories(asked: Sequence[Asked], library: Library, keep: Keep) -> Iterator[History]:
    """Yield how each artifact grew: as it was kept, or worked out anew, on all processors."""

    def load(index: int) -> bytes:
        one = asked[index]
        return keep(one.describe(), "history", partial(make_kept_history, one, library))

    try:
        kept = [*share_out(load, len(asked))]
    except WorkerLost:
        kept = [*map(load, range(len(asked)))]
    yield from map(adapt_history().validate_json, kept)


def make_kept_history(asked: Asked, library: Library) -> bytes:
    """Return how one artifact grew, as JSON."""
    blobs = [version.blob for version in asked.versions if version.blob]
    texts = read_blobs(library.content, blobs)
    states = read_states(asked.entry, asked.versions, texts, library.content, library.kinds)
    open_states = [
        state
        for state in states
        if not (asked.is_public and state and state[1].artifact.visibility != "public")
    ]
    history = make_history(asked.entry, open_states, is_shallow=asked.is_shallow)
    return adapt_history().dump_json(history)


def read_kept(path: Path | None) -> str:
    """Return what a kept version says; nothing where there is none."""
    return path.read_bytes().hex() if path else ""


@cache
def adapt_history() -> TypeAdapter[History]:
    """Return what writes a history as JSON and reads it again."""
    return TypeAdapter(History)
