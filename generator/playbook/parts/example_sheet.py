"""An example sheet: what a session leaves behind, as a team filled it in."""

from typing import Annotated

from pydantic import Field

from playbook.language import N_
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.text.inline import Text


class SheetRow(Part):
    """A row of a sheet, filled in."""

    in_one_line = "{cells: [first, second]}"
    quotes = ("cells",)

    cells: Annotated[tuple[Text, ...], OneOrMany] = Field(min_length=1, max_length=6)
    """What is written in each column, in the order of the columns."""


class ExampleSheet(Anchored):
    """A filled-in sheet, drawn: what a good result looks like."""

    word = N_("example sheet")

    title: Text
    """What the sheet is called."""
    intro: Text | None = None
    """Whose it is, and what to look for."""
    columns: tuple[Text, ...] = Field(min_length=1, max_length=6)
    """The headings of its columns."""
    rows: tuple[SheetRow, ...] = Field(min_length=1, max_length=16)
    """Its rows, from the top down."""
    below: Text | None = None
    """What stands below the table, such as a decision or a date."""
