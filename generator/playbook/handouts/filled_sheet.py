"""A sheet as a team filled it in, to show what a good result looks like."""

from dataclasses import dataclass
from typing import ClassVar

from playbook.handouts.rich_text import RichText, Runs, without_links
from playbook.handouts.sheet import FullHead, Sheet
from playbook.handouts.worksheet import make_piece_head
from playbook.language import _
from playbook.parts.example_sheet import ExampleSheet


@dataclass(frozen=True, kw_only=True)
class FilledSheet(Sheet):
    """Whose it is on top, then its table, as if written by hand."""

    kind: ClassVar[str] = "filled"

    head: FullHead
    columns: list[Runs]
    rows: list[list[Runs]]
    below: Runs


def make_filled_sheet(sheet: ExampleSheet, rich_text: RichText) -> FilledSheet:
    """Return an example sheet as it is printed."""
    return FilledSheet(
        head=make_piece_head(sheet, _("Filled-in example"), sheet.intro, [], rich_text),
        columns=[without_links(rich_text.runs(column)) for column in sheet.columns],
        rows=[[rich_text.runs(cell) for cell in row.cells] for row in sheet.rows],
        below=rich_text.runs(sheet.below),
    )
