"""What makes an example sheet a sheet."""

from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.example_sheet import ExampleSheet
from playbook.rules.rule import Finding, rule
from playbook.source.problem import Severity
from playbook.text.english import counted


@rule("ES001", "row-misses-a-column", Severity.ERROR)
def row_misses_a_column(it: Any) -> Iterator[Finding]:
    """Each row of a sheet has a cell for each column; an empty one is written as "-".

    Bad:
        example_sheet:
          title: Our questions
          columns: [Question, Who asks it]
          rows: [{cells: [When did you last move house?]}]
    Good:
        example_sheet:
          title: Our questions
          columns: [Question, Who asks it]
          rows: [{cells: [When did you last move house?, Ada]}]
    """
    for loc, sheet in find_pieces(it, ExampleSheet):
        for index, row in enumerate(sheet.rows):
            if len(row.cells) != len(sheet.columns):
                message = (
                    f"this row has {counted(len(row.cells), 'cell')}, and the sheet has "
                    f"{counted(len(sheet.columns), 'column')}: write one cell for each column, "
                    "and - for an empty one"
                )
                yield Finding((*loc, "rows", index, "cells"), message)


RULES = (row_misses_a_column,)
