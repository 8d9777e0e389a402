"""A YAML text -> the same with some values replaced or left out, and every other line as it was."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from playbook.source.composer import LOADER
from playbook.source.document import Loc
from playbook.source.unprintable import replace_unprintable

BLOCKS = {"|", ">"}
COLLECTION_END: Any = yaml.CollectionEndEvent


@dataclass(eq=False)
class Span:
    """Where a value stands in a text, and what is in it."""

    start: int
    end: int
    is_flow: bool = False
    is_list: bool = False
    key: int = 0
    """Where its key starts; the same as `start` where it has none."""
    inner: dict[str | int, "Span"] = field(default_factory=dict)


def edit_text(text: str, replaced: Mapping[Loc, str], dropped: Collection[Loc]) -> str:
    """Return a readable YAML text with other scalars at some places, and without some values.

    What is left empty goes as well.
    """
    root = read_spans(text)
    changes = []
    for loc, raw in replaced.items():
        scalar = locate(root, loc)[-1]
        changes.append((scalar.start, scalar.end, raw))
    gone = find_gone([locate(root, loc) for loc in dropped])
    changes += [(*cut, "") for span in list_spans(root) for cut in list_cuts(span, gone, text)]
    parts, done = [], 0
    for start, end, raw in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start >= done:
            parts += [text[done:start], raw]
        done = max(done, end)
    return "".join([*parts, text[done:]])


def read_raw(text: str, loc: Loc) -> str:
    """Return a scalar as it is typed, with its quotes."""
    span = locate(read_spans(text), loc)[-1]
    return text[span.start : span.end]


def read_item(text: str, loc: Loc) -> str:
    """Return what would go with a place: its value as it is typed, after its key if it has one."""
    span = locate(read_spans(text), loc)[-1]
    return text[span.key : span.end]


def read_spans(text: str) -> Span:
    """Return where every value of a readable YAML text stands."""
    events: Iterator[Any] = yaml.parse(replace_unprintable(text), Loader=LOADER)
    starts = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
    first = next(event for event in events if isinstance(event, starts))
    return read_span(first, events, text)


def read_span(event: Any, events: Iterator[Any], text: str) -> Span:
    """Return where the value stands that begins with an event."""
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    if not isinstance(event, yaml.CollectionStartEvent):
        if getattr(event, "style", "") in BLOCKS:  # its end is where the next value begins
            end = start + len(text[start:end].rstrip())
        return Span(start, end, key=start)
    span = Span(start, end, bool(event.flow_style), isinstance(event, yaml.SequenceStartEvent))
    span.key = start
    for first in events:
        if isinstance(first, COLLECTION_END):
            span.end = first.end_mark.index if span.is_flow else span.end
            break
        child = read_span(first, events, text)
        name: str | int = len(span.inner)
        if not span.is_list:
            name, key = str(getattr(first, "value", "")), child.start
            child = read_span(next(events), events, text)
            child.key = key
        span.inner[name] = child
        span.end = child.end
    return span


def locate(root: Span, loc: Loc) -> list[Span]:
    """Return the values on the way to a place, itself last; a short form stands for all in it."""
    way = [root]
    for step in loc:
        if step in way[-1].inner:
            way.append(way[-1].inner[step])
    return way


def find_gone(ways: Sequence[Sequence[Span]]) -> set[Span]:
    """Return the values that go, each at the end of its way, and what would be left empty."""
    gone = {way[-1] for way in ways}
    for way in ways:
        for outer in reversed(way[:-1]):
            if gone.issuperset(outer.inner.values()):
                gone.add(outer)
    return gone


def list_spans(root: Span) -> Iterator[Span]:
    """Yield each value that holds others."""
    if root.inner:
        yield root
    for span in root.inner.values():
        yield from list_spans(span)


def list_cuts(outer: Span, gone: Collection[Span], text: str) -> Iterator[tuple[int, int]]:
    """Yield what to cut from a text so that the list or mapping `outer` loses those that go."""
    children = list(outer.inner.values())
    if outer in gone or not any(child in gone for child in children):
        return
    for place, child in enumerate(children):
        if child not in gone:
            continue
        following = next((other for other in children[place + 1 :] if other not in gone), None)
        if outer.is_flow:
            before = [other for other in children[:place] if other not in gone]
            if following:
                yield child.key, following.key
            else:
                yield before[-1].end, child.end
            continue
        start = text.rfind("-", 0, child.key) if outer.is_list else child.key
        line = text.rfind("\n", 0, start) + 1
        if not text[line:start].strip():
            end = text.find("\n", child.end)
            yield line, end + 1 if end >= 0 else len(text)
        else:  # the first of what stands behind a '- '
            ahead = following.key if following else child.end
            yield start, text.rfind("-", 0, ahead) if outer.is_list else ahead
