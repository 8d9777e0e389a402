"""What `playbook import` reports: what it took lines for, and which words may lead to a person."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import finditer

import click

from playbook.exchange.draft import Taken
from playbook.system.terminal import escape_controls, format_path
from playbook.text.english import counted

MOST_ROWS = 40
WIDEST = 70
NAMES = "IS104"
KEPT = (
    "look at them before you commit, since git keeps what a file once said; "
    "'playbook check' refuses those in a field, and doesn't read comments"
)


def show_taken(file: Path, kind: str, name: str, taken: tuple[Taken, ...]) -> None:
    """Show what each line of a file was taken for."""
    click.echo(f"{format_path(file)} as {kind.replace('-', ' ')} '{name}':")
    for line in list_rows(taken):
        click.echo(line)


def list_rows(taken: tuple[Taken, ...]) -> Iterator[str]:
    """Yield a row for each item, and how many more there are."""
    rows = taken[:MOST_ROWS]
    wide = max((len(row.role) for row in rows), default=0)
    for row in rows:
        words = escape_controls(" ".join(row.words.split()))
        short = f"{words[:WIDEST]}…" if len(words) > WIDEST else words
        yield f"{row.line:>6}  {row.role:<{wide}}  {short}"
    if len(taken) > len(rows):
        yield f"        and {counted(len(taken) - len(rows), 'more line')}"


def report_people(files: Iterable[tuple[str, str, bool]]) -> None:
    """Name each mail address, phone number and full name in files that an import writes.

    Each file has a path, a text, and whether it tells of customers: names may stay where not.
    """
    from playbook.visibility.people_on_pages import find_traces  # noqa: PLC0415 - long lists

    count = 0
    for path, text, tells_of_customers in files:
        lines = [0, *(line_break.end() for line_break in finditer("\n", text))]
        for code, trace, fault in sorted(find_traces("", text), key=lambda one: one[1].start):
            if code == NAMES and not tells_of_customers:
                continue
            line = bisect_right(lines, trace.start)
            column = trace.start - lines[line - 1] + 1
            click.echo(f"{path}:{line}:{column}: {escape_controls(fault)}", err=True)
            count += 1
    if count:
        click.echo(f"{counted(count, 'place')} may lead to a person: {KEPT}", err=True)
