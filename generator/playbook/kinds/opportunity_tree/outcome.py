"""The outcome of a tree, and what was counted of it so far."""

import re
from datetime import date
from typing import Literal

from pydantic import Field

from playbook.language import N_, _, format_day
from playbook.model.part import Part
from playbook.model.scalars import Day
from playbook.text.inline import Text

OutcomeType = Literal["business", "product", "traction"]
OUTCOME_LABELS: dict[OutcomeType, str] = {
    "business": N_("Business outcome"),
    "product": N_("Product outcome"),
    "traction": N_("Traction outcome"),
}

OUTCOME_OWNERS: dict[OutcomeType, str] = {
    "business": N_("the business's"),
    "product": N_("the product's"),
    "traction": N_("one feature's"),
}
Verdict = Literal["reached", "late", "missed"]
VERDICT_LABELS: dict[Verdict, str] = {
    "reached": N_("reached"),
    "late": N_("reached, later than agreed"),
    "missed": N_("not reached by the day agreed"),
}
NUMBER = re.compile(r"[-−]?\d{1,12}(?:,\d{3})*(?:[.,]\d{1,6})?")  # noqa: RUF001 - a minus is one
THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
LINE = (400, 100)
"""The width and the height of the line through the values."""
LONGEST_LABEL = 12
"""How many letters of a value have room beside its point."""


class MeasuredValue(Part):
    """Where a metric stood on a day."""

    date: Day
    """The day on which it was counted."""
    value: Text
    """Where the metric stood then, written as `from` and `to` are."""


class Outcome(Part):
    """What the team is asked to move, negotiated both ways."""

    title: Text
    """The change in behaviour that the team is after."""
    type: OutcomeType
    """Whose number it is: the business's, the product's, or one feature's traction."""
    metric: Text | None = None
    """What is counted."""
    from_: Text | None = Field(default=None, alias="from")
    """Where the metric stood at the start."""
    to: Text | None = None
    """Where it should stand."""
    by: Day | None = None
    """The day by which it should stand there."""
    values: tuple[MeasuredValue, ...] = Field(default=(), max_length=200)
    """Where it stood since, the latest last."""

    @property
    def type_label(self) -> str:
        """Its type as readers see it."""
        return _(OUTCOME_LABELS[self.type])

    @property
    def owner_label(self) -> str:
        """Whose number it is, as readers see it."""
        return _(OUTCOME_OWNERS[self.type])

    @property
    def by_date(self) -> list[MeasuredValue]:
        """Its values in their order."""
        return sorted(self.values, key=lambda value: value.date)

    @property
    def latest(self) -> MeasuredValue | None:
        """What was counted last."""
        return self.by_date[-1] if self.values else None

    @property
    def verdict(self) -> Verdict | None:
        """What came of it by the latest value.

        None while it may still be reached, and where the numbers can't be compared.
        """
        numbers = self._compare()
        if not numbers or not self.latest:
            return None
        start, end, *counted = numbers
        meets = [(value - end) * (end - start) >= 0 for value in counted]
        if meets[-1]:
            first = self.by_date[meets.index(True)].date
            return "late" if self.by and first > self.by else "reached"
        return "missed" if self.by and self.latest.date >= self.by else None

    @property
    def verdict_label(self) -> str:
        """What came of it, as readers see it; nothing while that is open."""
        return _(VERDICT_LABELS[self.verdict]) if self.verdict else ""

    @property
    def latest_words(self) -> str:
        """Where the metric stands, and what came of the outcome; nothing without values."""
        if not self.latest:
            return ""
        day = format_day(self.latest.date)
        words = _("%(value)s on %(day)s", value=self.latest.value.plain(), day=day)
        return f"{words}: {self.verdict_label}" if self.verdict else words

    @property
    def line(self) -> tuple[list[tuple[int, int]], int]:
        """The values as points from the top left, and how far down the goal is.

        No points where there are fewer than two, or where they can't be compared.
        """
        numbers = self._compare()
        if len(numbers) <= 3:  # noqa: PLR2004 - from, to and one value
            return [], 0
        wide, high = LINE
        least, most = min(numbers), max(numbers)
        days = [value.date for value in self.by_date]
        last = max(self.by or days[-1], days[-1])
        end, *heights = [round(high * (most - number) / (most - least)) for number in numbers[1:]]
        return [
            (scale_day(day, days[0], last, wide), height)
            for day, height in zip(days, heights, strict=True)
        ], end

    @property
    def line_labels(self) -> list[tuple[int, int, str, str]]:
        """What stands at the line's first and last point: where, how it is set, and the value."""
        points, _goal = self.line
        if not points:
            return []
        ends = ((points[0], self.by_date[0], "start"), (points[-1], self.by_date[-1], "end"))
        return [
            (x, y - 10, anchor, words)
            for (x, y), value, anchor in ends
            if len(words := value.value.plain()) <= LONGEST_LABEL
        ]

    def _compare(self) -> list[float]:
        """Return `from`, `to` and each value as numbers.

        None of them where one has another unit, or where there is no way to go.
        """
        if not self.from_ or not self.to:
            return []
        texts = [self.from_, self.to, *(value.value for value in self.by_date)]
        split = [split_number(text.plain()) for text in texts]
        numbers, units = [number for number, _unit in split], {unit for _number, unit in split}
        if None in numbers or len(units) > 1 or numbers[0] == numbers[1]:
            return []
        return [number for number in numbers if number is not None]


def split_number(text: str) -> tuple[float | None, str]:
    """Return the first number in a text, and the words around it."""
    match = NUMBER.search(text)
    if not match:
        return None, text
    number = THOUSANDS.sub("", match[0]).replace(",", ".").replace("−", "-")  # noqa: RUF001 - a minus is one
    words = f"{text[: match.start()]} {text[match.end() :]}"
    return float(number), " ".join(words.split()).casefold()


def scale_day(day: date, first: date, last: date, wide: int) -> int:
    """Return how far a day is from the first on a line that ends with the last."""
    return round(wide * (day - first).days / max(1, (last - first).days))
