"""A library -> the library that everybody may see, in which nothing internal has left a trace."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from playbook.content.handwritten import HandwrittenPage
from playbook.library.entry import Entry, Target
from playbook.library.library import Library
from playbook.library.references import Dangling, Unread, follow, resolve
from playbook.text.inline import REFERENCE
from playbook.visibility.pruning import Lost, Removed, prune_value, word_replacer


def redacted(library: Library) -> Library:
    """Return a library less what is internal, every trace of it, and whatever can't do without it."""
    shown = {name: entry for name, entry in library.entries.items() if entry.artifact.visibility == "public"}
    while (cut := dict(cut_once(library, shown))) != shown:
        shown = cut
    public = (page for page in library.handwritten.values() if page.is_public)
    handwritten = {
        page.path: redact_page(page, partial(lost, library=library, entry=None, shown=shown)) for page in public
    }
    made = library.holding(shown, handwritten)
    made.audiences = ()  # who can block is nobody else's business
    return made


def cut_once(library: Library, shown: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield each of the artifacts without its references to all but these; those that can't do without are left out."""
    for name, entry in shown.items():
        artifact = prune_value(entry.artifact, partial(lost, library=library, entry=library.entries[name], shown=shown))
        if artifact is entry.artifact:
            yield name, entry
        elif not isinstance(artifact, Removed):
            made = Entry(entry.kind, entry.source, artifact)
            list(made.collect_parts())
            yield name, made


def redact_page(page: HandwrittenPage, is_lost: Lost) -> HandwrittenPage:
    """Return a handwritten page with words in the place of each reference to what is not shown, in code too."""
    head = page.text[: page.head.end]
    return replace(page, text=head + REFERENCE.sub(word_replacer(is_lost), page.body))


def lost(ref: str, library: Library, entry: Entry | None, shown: Mapping[str, Entry]) -> Target | None:
    """Return where a reference of an artifact, or of a handwritten page, leads, when that is not shown."""
    try:
        if entry:
            target = follow(ref, entry, library.entries, library.unread)
        else:
            target = resolve(ref, None, library.entries, library.unread)
    except (Dangling, Unread):
        return None
    home = shown.get(target.entry.id)
    return None if home and (not target.part or target.part in home.parts) else target
