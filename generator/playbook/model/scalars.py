"""Text of a fixed form: ids, minutes, counts, months, times of day, rhythms."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from playbook.language import _
from playbook.model.time_zones import explain_zone, is_zone
from playbook.model.written_day import explain_day_form
from playbook.text.slug import MOST_BYTES, compose, is_slug, make_slug

YEARS = range(2000, 2100)
WORD = r"[\p{Ll}\p{Lm}\p{Lo}\p{N}][\p{Ll}\p{Lm}\p{Lo}\p{N}\p{Mn}\p{Mc}]*"
IN_EDITORS = f"^{WORD}(?:-{WORD})*$"
"""The form of an id for an editor's regular expressions."""


class FormattedText(str):
    """Text that must match `form`; a text that doesn't is answered with `remedy`."""

    __slots__ = ()
    form: ClassVar[re.Pattern[str]]
    remedy: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.check, core_schema.str_schema(strip_whitespace=True, min_length=1)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": f"^(?:{cls.form.pattern})$"}

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the text as this type; a text of another form raises PydanticCustomError."""
        if not cls.form.fullmatch(text):
            raise PydanticCustomError("written", "{remedy}", {"remedy": cls.remedy})
        return cls(text)


class Slug(FormattedText):
    """An id: lower-case letters and digits of any script, and single hyphens."""

    remedy = "an id has lower-case letters, digits and single hyphens"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": IN_EDITORS}

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the id in its one spelling.

        Any other text raises PydanticCustomError, which says the id for it.
        """
        written = compose(text)
        if not is_slug(written):
            length = f", {MOST_BYTES} bytes at most" if len(written.encode()) > MOST_BYTES else ""
            raise PydanticCustomError(
                "written",
                "{remedy}",
                {"remedy": f"{cls.remedy}{length}: write '{make_slug(text)}'"},
            )
        return cls(written)


class Tag(Slug):
    """A tag: written as an id is."""

    remedy = "a tag has lower-case letters, digits and single hyphens"


class Minutes(FormattedText):
    """A time in minutes: `20`, or from the least to the most, `45-60`."""

    form = re.compile(r"[1-9]\d{0,3}(?:-[1-9]\d{0,3})?", re.ASCII)
    remedy = "a time is written in minutes, such as '20' or '45-60'"

    @property
    def least(self) -> int:
        """The lower bound, in minutes."""
        return int(self.partition("-")[0])

    @property
    def most(self) -> int:
        """The upper bound, in minutes."""
        return int(self.rpartition("-")[2])

    @property
    def span(self) -> str:
        """The number, or both, as readers see them."""
        return self.replace("-", "–")  # noqa: RUF001 - a range takes an en dash

    @property
    def words(self) -> str:
        """The time as readers see it."""
        return _("%(minutes)s min", minutes=self.span)

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the minutes; a range that runs backwards raises PydanticCustomError, too."""
        minutes = super().check(text)
        if minutes.least > minutes.most:
            raise PydanticCustomError(
                "written", "a range runs from the least to the most, such as '45-60'"
            )
        return minutes


class People(FormattedText):
    """How many people: `3`, from the fewest to the most, `2-8`, or at least so many, `3+`."""

    form = re.compile(r"[1-9]\d{0,2}(?:-[1-9]\d{0,2}|\+)?", re.ASCII)
    remedy = "a number of people is written like '3', '2-8' or '3+'"

    @property
    def fewest(self) -> int:
        """How many it takes."""
        return int(self.rstrip("+").partition("-")[0])

    @property
    def most(self) -> int | None:
        """How many can take part, or None when there is no limit."""
        return None if self.endswith("+") else int(self.rpartition("-")[2])

    @property
    def words(self) -> str:
        """The number as readers see it."""
        if self.most is None:
            return _("%(number)s or more", number=self.fewest)
        return self.replace("-", "–")  # noqa: RUF001 - a range takes an en dash

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the number; a range that runs backwards raises PydanticCustomError, too."""
        people = super().check(text)
        if people.most is not None and people.fewest > people.most:
            raise PydanticCustomError(
                "written", "a range runs from the fewest to the most, such as '2-8'"
            )
        return people


class Count(FormattedText):
    """A result in counts: `7 of 10`, never a percentage (Torres, chapter 10: small tests have small numbers)."""  # noqa: E501 - shown as it stands

    form = re.compile(r"\d{1,4} of [1-9]\d{0,3}", re.ASCII)
    remedy = "write counts of people, such as '7 of 10', and not a percentage"

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the count; more people than there were raises PydanticCustomError, too."""
        count = super().check(text)
        if count.number > count.of:
            raise PydanticCustomError(
                "written", "more people did it than there were: write a count such as '7 of 10'"
            )
        return count

    @property
    def number(self) -> int:
        """How many did it."""
        return int(self.partition(" ")[0])

    @property
    def words(self) -> str:
        """The count as readers see it."""
        number, _of, of = self.partition(" of ")
        return _("%(number)s of %(of)s", number=number, of=of)

    @property
    def of(self) -> int:
        """How many there were."""
        return int(self.rpartition(" ")[2])


class Month(FormattedText):
    """A month: `2026-03`."""

    form = re.compile(r"[1-9]\d{3}-(?:0[1-9]|1[0-2])", re.ASCII)
    remedy = "a month is written as year and month, such as '2026-03'"


class Isbn(FormattedText):
    """A book's number: ten or thirteen digits, with or without hyphens."""

    form = re.compile(r"(?:97[89]-?)?(?:\d-?){9}[\dXx]", re.ASCII)
    remedy = "an ISBN has ten or thirteen digits, such as '9781736633304'"


class TimeSpan(FormattedText):
    """A time of day, from and to: `09:00-10:00`."""

    form = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
    remedy = "a time has a start and an end on the 24-hour clock, such as '09:00-10:00'"

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the span; one that ends before it starts raises PydanticCustomError, too."""
        span = super().check(text)
        start, _, end = span.partition("-")
        if start >= end:
            raise PydanticCustomError(
                "written", "a session ends after it starts, on the same day, such as '09:00-10:00'"
            )
        return span


def _iso_day(value: Any) -> Any:
    if isinstance(value, str) and (fault := explain_day_form(value)):
        raise PydanticCustomError("written", "{remedy}", {"remedy": fault})
    return value


def check_reach(day: date) -> date:
    """Return a day; one far from any that a playbook is about raises PydanticCustomError."""
    if day.year not in YEARS:
        raise PydanticCustomError(
            "written", f"a date lies between {YEARS[0]} and {YEARS[-1]}, such as '2026-03-18'"
        )
    return day


def _time_zone(name: str) -> str:
    if not is_zone(name):
        raise PydanticCustomError("written", "{remedy}", {"remedy": explain_zone(name)})
    return name


Zone = Annotated[str, AfterValidator(_time_zone)]
"""A time zone by its place: `America/Los_Angeles`."""

Day = Annotated[date, BeforeValidator(_iso_day), AfterValidator(check_reach)]
"""A date: `2026-03-18`, and no other way of writing one."""

Rhythm = Literal["daily", "weekly", "every two weeks", "monthly", "quarterly", "yearly"]
"""How often a ritual may come round, most often first."""
