"""What was counted from moment to moment -> charts, with all that a table of them says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from playbook.history.moment import History
from playbook.language import _, pgettext

CHART = (640, 150)
"""The width and the height of a chart, without its labels."""
DASHES = ("", "8 5", "2 5", "12 4 2 4", "5 2", "1 3")
"""How the lines of a chart are told apart where there are no colours."""


@dataclass(frozen=True)
class Line:
    """A line of a chart, or a column of the table below it."""

    label: str
    values: tuple[int, ...]
    points: tuple[tuple[float, float], ...]
    dashes: str
    label_at: float


@dataclass(frozen=True)
class Chart:
    """How one group of numbers went up and down."""

    title: str
    lines: tuple[Line, ...]
    most: int


def list_charts(history: History) -> list[Chart]:
    """Return a chart for each group of what is counted, where any number of it ever changes."""
    days = [moment.day for moment in history.moments]
    groups: Mapping[str, Mapping[str, int]] = history.moments[-1].counts
    charts = [
        make_chart(
            title, [*labels], [moment.counts.get(title, {}) for moment in history.moments], days
        )
        for title, labels in groups.items()
    ]
    return [chart for chart in charts if chart.lines]


def make_chart(
    title: str, labels: Sequence[str], counts: Sequence[Mapping[str, int]], days: Sequence[date]
) -> Chart:
    """Return the lines of those labels of which there was ever one."""
    width, height = CHART
    rows = {label: tuple(moment.get(label, 0) for moment in counts) for label in labels}
    rows = {label: values for label, values in rows.items() if any(values)}
    most = max((max(values) for values in rows.values()), default=0)
    whole = max(1, (days[-1] - days[0]).days)
    across = [round(width * (day - days[0]).days / whole, 1) for day in days]
    ends = spread_labels([height - height * values[-1] / max(1, most) for values in rows.values()])
    lines = tuple(
        Line(
            label,
            values,
            tuple(
                (x, round(height - height * value / max(1, most), 1))
                for x, value in zip(across, values, strict=True)
            ),
            DASHES[number % len(DASHES)],
            end,
        )
        for number, ((label, values), end) in enumerate(zip(rows.items(), ends, strict=True))
    )
    return Chart(title, lines, most)


def spread_labels(ends: Sequence[float], least: float = 20) -> list[float]:
    """Return where labels stand beside the ends of their lines, so that none covers another."""
    order = sorted(range(len(ends)), key=lambda index: ends[index])
    placed = list(ends)
    last = -least
    for index in order:
        placed[index] = last = max(ends[index], last + least)
    return [round(place, 1) for place in placed]


def label_count(label: str) -> str:
    """Return what a number counts, as readers see it."""
    for context in ("status", "verdict"):
        if (words := pgettext(context, label)) != label:
            return words
    return _(label)
