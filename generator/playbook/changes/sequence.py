"""What is in either of two states, in one order: that of the newer one."""

from collections.abc import Iterator, Mapping, Sequence


def list_in_order(
    before: Sequence[str], after: Sequence[str], matches: Mapping[str, str]
) -> Iterator[tuple[bool, str]]:
    """Yield each name of the newer state, and each that is gone behind what it stood behind.

    With each comes whether it is a name of the newer state.
    """
    gone: dict[str | None, list[str]] = {}
    last: str | None = None
    for name in before:
        if name in matches:
            last = matches[name]
        else:
            gone.setdefault(last, []).append(name)
    yield from ((False, name) for name in gone.get(None, ()))
    for name in after:
        yield True, name
        yield from ((False, lost) for lost in gone.get(name, ()))
