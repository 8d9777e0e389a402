"""A library -> the library that everybody may see, in which nothing internal has left a trace."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial

from playbook.content.handwritten import HandwrittenPage
from playbook.library.entry import Entry, Target
from playbook.library.kind import Artifact
from playbook.library.library import Library
from playbook.library.references import Dangling, Unread, follow, resolve
from playbook.model.ref import Ref
from playbook.model.traverse import find_pieces, remember
from playbook.text.inline import REFERENCE, Referring
from playbook.text.slug import compose
from playbook.visibility.pruning import Absent, Lost, Removed, make_replacer, prune_value


def redact_library(library: Library) -> Library:
    """Return a library less what is internal, its traces, and what can't do without it."""
    public = prune_entries(
        library, {name: entry for name, entry in library.entries.items() if entry.is_public}
    )
    find_lost = partial(find_lost_target, library=library, entry=None, public=public)
    pages = (page for page in library.handwritten.values() if page.is_public)
    handwritten = {page.path: redact_page(page, find_lost) for page in pages}
    redacted = library.with_entries(public, handwritten)
    redacted.audiences = ()  # who can block is nobody else's business
    return redacted


def is_whole(entries: Mapping[str, Entry], before: Mapping[str, Entry]) -> bool:
    """Whether these are all artifacts that there were before, each with all its parts."""
    return not find_changed(entries, before)


def find_changed(entries: Mapping[str, Entry], before: Mapping[str, Entry]) -> AbstractSet[str]:
    """Return the artifacts of which there was more before."""
    gone = before.keys() - entries.keys()
    return gone | {
        name
        for name, entry in entries.items()
        if entry is not before[name] and entry.words.keys() != before[name].words.keys()
    }


def prune_entries(library: Library, public: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return these artifacts without what leads to the others of a library.

    Those that can't do without are left out, and then what leads to them, and so on.
    """
    before, remaining = library.entries, dict(public)
    while changed := find_changed(remaining, before):
        lacking = library.entries.keys() - remaining.keys() | changed
        before, remaining = remaining, dict(prune_once(library, remaining, lacking))
    return remaining


def prune_once(
    library: Library, public: Mapping[str, Entry], lacking: AbstractSet[str]
) -> Iterator[tuple[str, Entry]]:
    """Yield each of the artifacts without its references to all but these.

    Those that can't do without are left out. `lacking` are the artifacts that are not there, or
    lack a part that they had.
    """
    for name, entry in public.items():
        if name not in lacking and lacking.isdisjoint(entry.recall(list_heads)):
            yield name, entry
            continue
        prune = partial(prune_lost, entry, library, public)
        key = describe_lost(entry, library, public, lacking)
        if pruned := entry.derive(key, prune) if key else prune():
            yield name, pruned


def prune_lost(entry: Entry, library: Library, public: Mapping[str, Entry]) -> Entry | None:
    """Return an artifact without its references to all but these; None if it can't do without."""
    find_lost = partial(
        find_lost_target, library=library, entry=library.entries[entry.id], public=public
    )
    written = ((ref, find_lost(ref)) for ref in list_written(entry.artifact))
    lost = [(ref, target) for ref, target in written if target]
    return prune_entry(entry, lost, find_lost) if lost else entry  # which in most is nothing


def describe_lost(
    entry: Entry, library: Library, public: Mapping[str, Entry], lacking: AbstractSet[str]
) -> str:
    """Return what differs when something else may be lost of an artifact.

    Nothing where that can't be told from the files.
    """
    names = [name for name in (entry.id, *entry.recall(list_heads)) if name in lacking]
    if not all(library.entries[name].key for name in (entry.id, *names)):
        return ""
    described = [
        (name, library.entries[name].key, public[name].shape if name in public else "")
        for name in names
    ]
    return hashlib.sha256(repr(described).encode()).hexdigest()


class Pruning:
    """What was last left of an artifact."""

    def __init__(self, _: Artifact) -> None:
        self.lost: Sequence[tuple[str, Target | Absent]] = ()
        self.entry: Entry | None = None


def prune_entry(
    entry: Entry, lost: Sequence[tuple[str, Target | Absent]], find_lost: Lost
) -> Entry | None:
    """Return an artifact without what is lost, or None if it can't do without.

    It is the same as the last time while the same is lost: then what is known of it holds.
    """
    last = remember(entry.artifact, Pruning)
    if last.lost != lost:
        artifact = prune_value(entry.artifact, find_lost)
        last.lost, last.entry = lost, None
        if artifact is entry.artifact:
            last.entry = entry
        elif not isinstance(artifact, Removed):
            last.entry = entry.with_artifact(artifact)
    return last.entry


def list_written(artifact: Artifact) -> tuple[str, ...]:
    """Return each reference in an artifact, in code too, which is no link there."""
    return remember(artifact, find_written)


def list_heads(artifact: Artifact) -> list[str]:
    """Return the artifacts that may be meant by the references in an artifact."""
    return list(dict.fromkeys(ref.partition("#")[0] for ref in list_written(artifact)))


def find_written(artifact: Artifact) -> tuple[str, ...]:
    return tuple({(type(ref), ref): ref for ref in search_references(artifact)}.values())


def search_references(artifact: Artifact) -> Iterator[str]:
    for _, text in find_pieces(artifact, Referring):
        if isinstance(text, Ref):
            yield text
        elif "[[" in text:
            yield from (compose(match[1]) for match in REFERENCE.finditer(text))


def redact_page(page: HandwrittenPage, is_lost: Lost) -> HandwrittenPage:
    """Return a page with words for each reference to what is not shown, in code too."""
    head = page.text[: page.head.end]
    return replace(page, text=head + REFERENCE.sub(make_replacer(is_lost), page.body))


def find_lost_target(
    ref: str, library: Library, entry: Entry | None, public: Mapping[str, Entry]
) -> Target | None:
    """Return where a reference of an artifact or page leads, when that is not shown."""
    try:
        if entry:
            target = follow(ref, entry, library.entries, library.unread)
        else:
            target = resolve(ref, None, library.entries, library.unread)
    except (Dangling, Unread):
        return None
    home = public.get(target.entry.id)
    return None if home and (not target.part or target.part in home.words) else target
