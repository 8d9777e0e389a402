"""A reference -> where it leads."""

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import partial

from playbook.library.entry import Entry, Target
from playbook.model.part import Anchored, Part
from playbook.model.ref import PartRef, Ref
from playbook.model.traverse import find_pieces
from playbook.source.document import Loc
from playbook.text.english import LONGEST_WORD, did_you_mean, list_choices, quoted, with_article
from playbook.text.inline import Referring
from playbook.text.slug import make_slug

MOST_SHOWN = 8


class Unread(Exception):
    """A reference to a file that can't be read; what is wrong there is reported there, once."""


class Dangling(Exception):
    """A reference that leads nowhere, or to the wrong thing; as a text it says what to do.

    Looking for what was meant takes long, and so is done only when the message is read.
    """

    def __init__(self, code: str, explain: Callable[[], str]) -> None:
        super().__init__(code)
        self.code = code
        self.explain = explain

    def __str__(self) -> str:
        return self.explain()


def resolve(
    ref: str, entry: Entry | None, entries: Mapping[str, Entry], unread: Collection[str]
) -> Target:
    """Return where `ref` leads: `id`, `part` of the artifact that it is written in, or `id#part`.

    `entry` is that artifact, or None for a handwritten page. Raises Dangling when `ref` leads
    nowhere, and Unread for one of `unread`, ids whose files could not be read.
    """
    name, _, part = ref.partition("#")
    if entry and not part and name in entry.words:
        return Target(entry, name)
    home = entries.get(name) if name else entry
    if home and (not part or part in home.words):
        return Target(home, part)
    if home:
        raise Dangling("REF002", partial(explain_missing_part, ref, part, home))
    if name in unread:
        raise Unread(name)
    raise Dangling("REF002", partial(explain_missing, ref, name, entry, entries, unread))


def may_lead_to(ref: str, sort: str) -> bool:
    """Whether a reference may lead to a piece, or to an artifact, that is called so."""
    if not isinstance(ref, Ref):
        return True
    return sort in ref.words if ref.words else not ref.kinds or sort in ref.kinds


def may_begin(ref: str, home: Entry) -> bool:
    """Whether a reference may name an artifact, or the one around a piece."""
    if isinstance(ref, Ref) and ref.words:
        return any(word in ref.words for word in home.words.values())
    return may_lead_to(ref, home.kind.name)


def explain_missing_part(ref: str, part: str, home: Entry) -> str:
    """Return the answer to a part that an artifact doesn't have."""
    known = [name for name, piece in home.parts.items() if may_lead_to(ref, piece.word)]
    close = did_you_mean(part, known)
    answer = f"{quoted(part)} is not in '{home.id}'{close}: {list_holdings(known, part)}"
    if title := find_title(part, home):
        answer += f"; {quoted(title)} has no id there, and can't be linked to: leave '#{part}' out"
    return answer


def find_title(part: str, home: Entry) -> str:
    """Return the title of a piece without an id that a part was meant to be, if there is one."""
    for _, piece in find_pieces(home.artifact, Part):
        title = getattr(piece, "title", "")
        if title and not isinstance(piece, Anchored) and part in make_slug(str(title)):
            return str(title)
    return ""


def explain_missing(
    ref: str,
    name: str,
    entry: Entry | None,
    entries: Mapping[str, Entry],
    unread: Collection[str],
) -> str:
    """Return the answer to an id that no artifact has."""
    places = [
        f"{other.id}#{name}"
        for other in entries.values()
        if (word := other.words.get(name)) and may_lead_to(ref, word)
    ]
    if places:
        choices = list_choices(sorted(places)[:5])
        return f"{quoted(name)} is a part of another artifact: write {choices}"
    known = {*unread, *(name for name in entries if may_begin(ref, entries[name]))}
    if entry and not isinstance(ref, Ref):
        known.update(entry.parts)
    close = did_you_mean(name, sorted(known))
    return f"{quoted(name)} is not the id of anything{close}: an id is a file's name without '.yml'"


def follow(ref: str, entry: Entry, entries: Mapping[str, Entry], unread: Collection[str]) -> Target:
    """Resolve a reference that may be typed.

    Raises Dangling as well when it leads to another type than it may.
    """
    if isinstance(ref, PartRef):
        return follow_inside(ref, entry)
    target = resolve(ref, entry, entries, unread)
    if not isinstance(ref, Ref):
        return target
    is_a = target.entry.words[target.part] if target.part else target.entry.kind.name
    if may_lead_to(ref, is_a):
        return target
    if ref.words:
        raise Dangling("REF005", partial(explain_other_part, ref, target.entry, is_a))
    choices = list_choices(ref.kinds)
    message = f"{quoted(ref)} is of kind '{is_a}': name one of kind {choices}"
    raise Dangling("REF005", lambda: message)


def explain_other_part(ref: Ref, home: Entry, is_a: str) -> str:
    """Return the answer to a reference that leads to another sort of part than it may."""
    fits = (part.id for part in home.parts.values() if part.word in ref.words)
    example = f"{home.id}#{next(fits, 'its-id')}"
    return f"{quoted(ref)} is of kind '{is_a}': name one {ref.words[0]}, such as '{example}'"


def follow_all(
    entry: Entry, entries: Mapping[str, Entry], unread: Collection[str]
) -> Iterator[tuple[Loc, str, Target | Dangling | Unread]]:
    """Yield each reference of an artifact and its place, with where it leads, or why nowhere."""
    for loc, value in find_pieces(entry.artifact, Referring):
        for ref in value.references():
            try:
                yield loc, ref, follow(ref, entry, entries, unread)
            except (Dangling, Unread) as fault:
                yield loc, ref, fault


def follow_inside(ref: PartRef, entry: Entry) -> Target:
    """Resolve a reference to a piece of the same artifact.

    Raises Dangling when it has none such.
    """
    if entry.words.get(str(ref)) not in ref.words:
        raise Dangling("REF005", partial(explain_missing_piece, ref, entry))
    return Target(entry, str(ref))


def explain_missing_piece(ref: PartRef, entry: Entry) -> str:
    """Return the answer to a piece that an artifact doesn't have, or not of this sort."""
    known = [part.id for part in entry.parts.values() if part.word in ref.words]
    return (
        f"{quoted(ref)} is not {with_article(ref.words[0])} of this artifact"
        f"{did_you_mean(ref, known)}: {list_holdings(known, ref)}"
    )


def list_holdings(ids: Collection[str], part: str) -> str:
    """Return what there is to choose from; where that is much, what is most like `part`."""
    if len(ids) > MOST_SHOWN:
        nearest = get_close_matches(part[:LONGEST_WORD], sorted(ids), n=MOST_SHOWN, cutoff=0)
        return f"of its {len(ids)}, the nearest are {list_choices(nearest)}"
    return f"it has {list_choices(sorted(ids))}" if ids else "it has none yet"
