"""What happened to an artifact on a day, by the dates that its YAML has."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Event:
    """A decision, a test or an interview."""

    day: date
    sort: str
    """What happened, such as `Decided`: a message that is still to be translated."""
    title: str
    """What it is called, as plain text."""
    counts_as: str
    """What there is one more of: a message that is still to be translated."""
    part: str = ""
    """The id of the piece that it is about."""
    is_headline: bool = False
    """Whether it says why the artifact is another than before."""
