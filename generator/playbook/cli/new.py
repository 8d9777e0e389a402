"""`playbook new`."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from playbook.cli import require_files
from playbook.cli.kind_name import KIND, KindName
from playbook.clubs.scaffold import NewClub, Rhythm, find_next_start
from playbook.config.place import find_place
from playbook.content.inventory import take_inventory
from playbook.kinds.book import KIND as BOOK
from playbook.kinds.club import KIND as CLUB
from playbook.kinds.reading_guide import KIND as READING_GUIDE
from playbook.library.entry import Entry
from playbook.library.loader import explain_id_fault
from playbook.model.scalars import YEARS
from playbook.model.time_zones import explain_zone, is_zone
from playbook.model.written_day import explain_day_form
from playbook.parts.cadence import Cadence
from playbook.project import load_project
from playbook.reference.json_schema import FILE
from playbook.source.composer import Composer
from playbook.source.document import derive_id
from playbook.source.emit import emit_value, name_words
from playbook.starter.files import find_recent_day
from playbook.starter.unreplaced import SIGN, TAG, find_sign
from playbook.text.english import counted, list_choices, quoted
from playbook.text.slug import compose

UNTIL_REPLACED = (
    f"tags: [{TAG}]    # all of this is an example: delete this line once none of it is left"
)
REPLACE = "replace the example in it, "


def parse_start(typed: str) -> date:
    """Return the first day of a club; what is none is a usage error."""
    fault = explain_day_form(typed)
    if not fault:
        try:
            start = date.fromisoformat(typed.strip())
        except ValueError:
            fault = "there is no such day in the calendar: check the month and the day"
        else:
            if start.year in YEARS:
                return start
            fault = f"it has to be between {YEARS[0]} and {YEARS[-1]}"
    raise click.UsageError(f"--start is {quoted(typed)}: {fault}")


@click.command()
@click.argument("kind", type=KindName())
@click.argument("name", metavar="ID", type=compose)
@click.option(
    "--book", metavar="ID", type=compose, help="For a club: its book, if there are several."
)
@click.option(
    "--cadence",
    help="For a club: 'monthly', 'weekly', or weekly for so many weeks, such as '8 weeks'.",
)
@click.option(
    "--start", metavar="DAY", type=parse_start, help="For a club: its first day, as 2026-03-01."
)
@click.option(
    "--zone",
    metavar="PLACE",
    help="For a club: the time zone of its sessions; this machine's, if left out.",
)
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    root: Path,
    kind: str,
    name: str,
    book: str | None,
    cadence: str | None,
    start: date | None,
    zone: str | None,
) -> None:
    """Write a valid file of KIND to fill in; ID is its name, such as first-interview.

    For a club this writes its schedule, and an empty guide for each week or month that --cadence
    says, but no more of them than its book has chapters.
    """
    if not find_place(root).is_guest:  # a guest's folder is made for its first file
        require_files(root)
    if fault := explain_id_fault(name):
        raise click.UsageError(fault)
    if zone and not is_zone(zone):
        raise click.UsageError(f"there is no time zone '{zone}': {explain_zone(zone)}")
    if KIND[kind].is_club:
        pace = parse_cadence(cadence or "monthly")
        first = start or find_next_start(pace, date.today())  # noqa: DTZ011 - the day at the desk
        write_club(root, name, book, Rhythm(pace, first, zone or guess_zone()))
        return
    if book or cadence or start or zone:
        raise click.UsageError(
            "--book, --cadence, --start and --zone are for a club: leave them out"
        )
    write_files(root, {f"{KIND[kind].folder}/{name}.yml": fill_template(kind, name)}, REPLACE)


def parse_cadence(typed: str) -> Cadence:
    """Return a cadence that the days of a club can be worked out from; refuse any other."""
    words = " ".join(typed.split())
    if words == "dates" or not Cadence.form.fullmatch(words):
        remedy = "write 'monthly', 'weekly', or a number of weeks such as '8 weeks'"
        raise click.UsageError(f"--cadence is {quoted(typed)}: {remedy}")
    return Cadence(words)


def fill_template(kind: str, name: str) -> str:
    """Return an artifact to fill in, named after its file."""
    text = KIND[kind].file("new.yml").read_text(encoding="utf-8")
    day = find_recent_day()
    words = {
        "TITLE": f"{emit_value(f'{SIGN}: {name_words(name)}')}\n{UNTIL_REPLACED}",
        "DAY": str(day),
        "NEXT_YEAR": str(day.year + 1),
    }
    for sign, word in words.items():
        text = text.replace(sign, word, 1)
    return text


def write_club(root: Path, name: str, book: str | None, rhythm: Rhythm) -> None:
    """Write the files of a club; without a book it gets one to fill in."""
    chosen, files = find_book(root, book), {}
    if chosen is None:
        book = f"{name}-book"
        files[f"{BOOK.folder}/{book}.yml"] = text = fill_template(BOOK.name, book)
        node = Composer().compose(text)
        artifact: Any = BOOK.model.model_validate(node.data if node else None)
    else:
        book, artifact = chosen.id, chosen.artifact
    club = NewClub(name, book, artifact.chapters, rhythm)
    files |= dict(club.list_files(CLUB, READING_GUIDE))
    write_files(root, files, "" if chosen else REPLACE)
    ids = [derive_id(Path(path)) for path in files if path.startswith(f"{READING_GUIDE.folder}/")]
    weeks = rhythm.cadence.weeks
    if weeks and weeks > len(ids):
        click.echo(
            f"The book '{book}' has {counted(len(ids), 'chapter')}, so it makes "
            f"{counted(len(ids), 'guide')}, one a week, and not {weeks}."
        )
    if find_sign(artifact):
        click.echo(
            f"The book '{book}' still says '{SIGN}', and the guides are made from its chapters. "
            f"Once they are your own: 'playbook remove {' '.join([name, *ids])} --clean', and "
            "make the club again."
        )


def guess_zone() -> str:
    """Return the time zone that this machine is in, or one to replace where it doesn't say."""
    _, _, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
    return name if is_zone(name) else "Europe/Berlin"


def find_book(root: Path, name: str | None) -> Entry | None:
    """Return the book of this id, or the only one there is; None when there is none at all."""
    books = {
        entry.id: entry
        for entry in load_project(root).library.entries.values()
        if entry.kind.name == BOOK.name
    }
    if name and name not in books:
        raise click.UsageError(f"there is no book '{name}': it can be {list_choices(books)}")
    if len(books) > 1 and not name:
        raise click.UsageError(f"there are several books: add --book with {list_choices(books)}")
    return books[name] if name else next(iter(books.values()), None)


def write_files(root: Path, files: dict[str, str], todo: str = "") -> None:
    """Write files where the YAML lies, unless one of their ids is taken.

    Each names the schema that editors read, where there is one.
    """
    content = find_place(root).content
    known = {derive_id(path): path for path in take_inventory(content).artifacts}
    for name in (derive_id(Path(path)) for path in files):
        if name in known:
            raise click.UsageError(
                f"'{name}' is already the id of {os.path.relpath(known[name])}: choose another"
            )
    schema = root / FILE
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        place = Path(os.path.relpath(schema, path.parent)).as_posix()
        line = f"# yaml-language-server: $schema={place}\n" if schema.exists() else ""
        path.write_text(f"{line}{text}", encoding="utf-8", newline="\n")
    first, *others = [os.path.relpath(content / name) for name in files]
    more = f" and {len(others)} more, the last of them {others[-1]}" if others else ""
    which = f"{first} first" if others else "it"
    click.echo(f"Wrote {first}{more}: open {which}, {todo}and run 'playbook serve' to see it")
