"""Which of several things were reordered: as few as can explain the new order."""

from bisect import bisect_left
from collections.abc import Sequence


def find_reordered(places: Sequence[int]) -> set[int]:
    """Return which of these, by their index, don't stand in the longest common order.

    They are the former places, all different, of things in their new order.
    """
    ends: list[int] = []
    """The index of the smallest place that a run of each length can end with."""
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place, key=lambda end: places[end])
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [index]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(range(len(places))) - kept
