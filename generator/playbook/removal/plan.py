"""What a project loses with some of its artifacts -> what its other files say after that."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from playbook.content.front_matter import find_mark
from playbook.content.handwritten import HandwrittenPage
from playbook.library.entry import Entry
from playbook.library.kind import Artifact
from playbook.library.library import Library
from playbook.model.part import Part
from playbook.removal.changes import Change, find_changes, list_words, rewrite
from playbook.removal.pages import Rewording, find_rewordings, reword
from playbook.source.composer import Composer
from playbook.source.edits import edit_text, read_item, read_raw
from playbook.source.emit import emit_value
from playbook.source.problem import Mark
from playbook.text.english import counted, quoted
from playbook.visibility.leaks import ENDING, find_addresses
from playbook.visibility.pruning import Absent, Lost, prune_value
from playbook.visibility.redaction import find_lost_target, prune_entries


@dataclass(frozen=True)
class Trace:
    """A place that leads to what is removed, and what becomes of it."""

    path: Path
    mark: Mark
    fate: str


@dataclass
class Plan:
    """What removing does."""

    texts: dict[Path, str] = field(default_factory=dict)
    """What the files say afterwards, which refer to what is removed."""
    traces: list[Trace] = field(default_factory=list)
    """What changes in them, place by place."""
    dependents: list[Trace] = field(default_factory=list)
    """Artifacts that can't do without what is removed."""
    needed: list[str] = field(default_factory=list)
    """The ids of these."""
    by_hand: list[Trace] = field(default_factory=list)
    """What only a person can change."""


def plan_removal(library: Library, names: Collection[str], root: Path) -> Plan:
    """Return what the removal of some artifacts changes in the project at `root`."""
    kept = prune_entries(
        library, {name: entry for name, entry in library.entries.items() if name not in names}
    )
    plan = Plan()
    for name, entry in library.entries.items():
        if name in names or entry.shelf:  # which does without by itself
            continue
        find_lost = partial(find_lost_target, library=library, entry=entry, public=kept)
        if name in kept:
            plan_artifact(plan, entry, keep_names(find_lost))
        else:
            plan.needed.append(name)
            plan.dependents += find_bonds(entry, library, names)
    find_lost = partial(find_lost_target, library=library, entry=None, public=kept)
    stems = {ENDING.sub("", library.entries[name].page) for name in names}
    pages = {
        path: plan_page(
            plan,
            page,
            library.content / path,
            list(find_rewordings(page, keep_names(find_lost), stems)),
        )
        for path, page in library.handwritten.items()
    }
    for path, mark, address in find_addresses(library.with_entries(kept, pages), root, stems):
        plan.by_hand.append(Trace(path, mark, f"the address {quoted(address)} will lead nowhere"))
    return plan


def keep_names(find_lost: Lost) -> Lost:
    """Return the same for what is no secret, so that words may go on naming it."""

    def find_absent(ref: str) -> Absent | None:
        target = find_lost(ref)
        return Absent(ref, lambda: target.noun) if target else None

    return find_absent


def plan_artifact(plan: Plan, entry: Entry, lost: Lost) -> None:
    """Add what changes in an artifact that stays."""
    expected = prune_value(entry.artifact, lost)
    if expected is entry.artifact:
        return
    source = entry.source
    changes = list(find_changes(entry.artifact, expected, lost))
    for change in sorted(changes, key=lambda change: source.find_mark(change.loc)):
        mark = source.find_mark(change.loc)
        fates = describe(change, source.text, lost)
        plan.traces += [Trace(source.path, mark, fate) for fate in fates]
    text = next(
        (
            text
            for text in write_changed(source.text, changes, lost)
            if is_as_expected(entry, text, expected)
        ),
        None,
    )
    if text is None:
        fate = "this can't be changed without touching more: take the references out by hand"
        plan.by_hand.append(Trace(source.path, source.find_mark(changes[0].loc), fate))
        return
    plan.texts[source.path] = text
    if has_order(expected) and read_artifact(entry, text) != expected:
        mark = source.find_mark(changes[0].loc)
        plan.traces.append(
            Trace(source.path, mark, "what comes after it moves up: check its dates")
        )


def describe(change: Change, text: str, lost: Lost) -> Iterator[str]:
    """Yield what becomes of a place, in words."""
    if change.after is None:
        first, *more = read_item(text, change.loc).splitlines()
        below = f", with {counted(len(more), 'more line')}" if more else ""
        yield f"{quoted(first)} goes{below}"
        return
    for before, after in list_words(str(change.before), lost):
        if after != before:
            yield f"{quoted(before)} becomes {quoted(after)}"


def write_changed(text: str, changes: Collection[Change], lost: Lost) -> Iterator[str]:
    """Yield an artifact's text with its changes.

    First as it is typed, then with whole texts in quotes.
    """
    dropped = [change.loc for change in changes if change.after is None]
    rewritten = [change for change in changes if change.after is not None]
    typed = {
        change.loc: rewrite(read_raw(text, change.loc), str(change.before), lost)
        for change in rewritten
    }
    quotes = {change.loc: emit_value(str(change.after)) for change in rewritten}
    yield edit_text(text, typed, dropped)
    yield edit_text(text, quotes, dropped)


def is_as_expected(entry: Entry, text: str, expected: Any) -> bool:
    """Whether a text says what an artifact is to say, but for ids that its titles give.

    One that puts right what a cut makes wrong may say it in another way.
    """
    artifact = read_artifact(entry, text)
    if artifact is None or has_order(expected):
        return artifact is not None
    alike: bool = drop_ids(artifact.model_dump()) == drop_ids(expected.model_dump())
    return alike


def has_order(artifact: Artifact) -> bool:
    """Whether what is cut out of an artifact may move what comes after it."""
    return type(artifact).restore_order is not Part.restore_order


def drop_ids(value: Any) -> Any:
    """Return a value without the ids of its pieces."""
    if isinstance(value, dict):
        return {key: drop_ids(inner) for key, inner in value.items() if key != "id"}
    return [drop_ids(inner) for inner in value] if isinstance(value, tuple | list) else value


def read_artifact(entry: Entry, text: str) -> Artifact | None:
    """Return what a text says of an artifact; None where it doesn't say one."""
    node = Composer().compose(text)
    try:
        return entry.kind.model.model_validate(node.data) if node else None
    except ValidationError:
        return None


def find_bonds(entry: Entry, library: Library, names: Collection[str]) -> Iterator[Trace]:
    """Yield where an artifact refers to what is removed, which it can't do without."""
    mentions = library.find_mentions(entry)
    bonds = [mention for name in names for mention in mentions if mention.target.entry.id == name]
    mark = entry.source.find_mark(bonds[0].loc) if bonds else Mark()
    target = f"'{bonds[0].target.entry.id}'" if bonds else "what goes with it"
    yield Trace(entry.source.path, mark, f"'{entry.id}' can't do without {target}")


def plan_page(
    plan: Plan, page: HandwrittenPage, path: Path, rewordings: Collection[Rewording]
) -> HandwrittenPage:
    """Add what changes on a page written by hand; return the page as it is then."""
    for rewording in rewordings:
        fate = f"{quoted(rewording.before)} becomes {quoted(rewording.after)}"
        plan.traces.append(Trace(path, find_mark(page.text, rewording.start), fate))
    if rewordings:
        plan.texts[path] = reword(page.text, rewordings)
    return replace(page, text=plan.texts.get(path, page.text))
