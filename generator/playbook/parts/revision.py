"""When a session was changed last, and whether it is called off."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from playbook.model.scalars import FormattedText, check_reach
from playbook.model.written_day import guess_day
from playbook.text.inline import Text

FLAGS = {"true": True, "yes": True, "false": False, "no": False}


class Revision(FormattedText):
    """When something was changed last: a day, or a day and the time on it, `2026-02-20 14:30`."""

    form = re.compile(r"\d{4}-\d\d-\d\d(?: (?:[01]\d|2[0-3]):[0-5]\d)?", re.ASCII)
    remedy = (
        "a change is dated by its day, such as '2026-02-20', or by day and time, "
        "such as '2026-02-20 14:30'"
    )

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the revision.

        A day that is not in the calendar or out of reach raises PydanticCustomError, too.
        """
        if day := guess_day(text):
            remedy = f"a change is dated by its day, so write '{day}'"
            raise PydanticCustomError("written", "{remedy}", {"remedy": remedy})
        revision = super().check(text)
        try:
            moment = revision.moment
        except ValueError as error:
            remedy = "there is no such day in the calendar: check the month and the day"
            raise PydanticCustomError("written", "{remedy}", {"remedy": remedy}) from error
        check_reach(moment)
        return revision

    @property
    def moment(self) -> datetime:
        """The moment, in UTC; a day counts from its beginning."""
        return datetime.fromisoformat(self).replace(tzinfo=UTC)


def _flag_or_reason(value: Any) -> Any:
    return FLAGS.get(value.strip().lower(), value) if isinstance(value, str) else value


Cancelled = Annotated[bool | Text, BeforeValidator(_flag_or_reason)]
"""Whether something is called off: `true`, or the reason."""
