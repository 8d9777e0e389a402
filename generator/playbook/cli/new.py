"""`playbook new`."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from playbook.cli import require_files
from playbook.clubs.scaffold import NewClub, Rhythm, find_next_start
from playbook.config.place import find_place
from playbook.content.inventory import take_inventory
from playbook.kinds import KINDS
from playbook.kinds.book import KIND as BOOK
from playbook.kinds.club import KIND as CLUB
from playbook.kinds.reading_guide import KIND as READING_GUIDE
from playbook.library.entry import Entry
from playbook.library.loader import explain_id_fault
from playbook.model.scalars import YEARS
from playbook.model.time_zones import explain_zone, is_zone
from playbook.parts.cadence import Cadence
from playbook.project import load_project
from playbook.reference.json_schema import FILE
from playbook.source.composer import Composer
from playbook.source.document import derive_id
from playbook.source.emit import emit_value, name_words
from playbook.starter.files import find_recent_day
from playbook.starter.unreplaced import SIGN, TAG
from playbook.text.english import list_choices, quoted
from playbook.text.slug import compose

UNTIL_REPLACED = (
    f"tags: [{TAG}]    # all of this is an example: delete this line once nothing of it is left"
)
REPLACE = "open it, replace the example in it,"
KIND = {kind.name: kind for kind in KINDS}


@click.command()
@click.argument("kind", type=click.Choice(list(KIND)))
@click.argument("name", metavar="ID", type=compose)
@click.option(
    "--book", metavar="ID", type=compose, help="For a club: its book, where there are several."
)
@click.option(
    "--cadence",
    help="For a club: 'monthly', 'weekly', or a number of weeks such as '8 weeks'.",
)
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="For a club: its first day.")
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
    start: datetime | None,
    zone: str | None,
) -> None:
    """Write a file of KIND to fill in, that already passes; ID is its name, such as first-interview.

    For a club this writes its schedule, and an empty guide for each of its readings.
    """  # noqa: E501 - shown as it stands
    if not find_place(root).is_guest:  # a guest's folder is made for its first file
        require_files(root)
    if fault := explain_id_fault(name):
        raise click.UsageError(fault)
    if start and start.year not in YEARS:
        raise click.UsageError(f"--start lies between {YEARS[0]} and {YEARS[-1]}")
    if zone and not is_zone(zone):
        raise click.UsageError(f"there is no time zone '{zone}': {explain_zone(zone)}")
    if KIND[kind].is_club:
        pace = parse_cadence(cadence or "monthly")
        first = start.date() if start else find_next_start(pace, date.today())  # noqa: DTZ011 - the day at the desk
        write_files(
            root,
            make_club_files(root, name, book, Rhythm(pace, first, zone or guess_zone())),
            REPLACE,
        )
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


def make_club_files(root: Path, name: str, book: str | None, rhythm: Rhythm) -> dict[str, str]:
    """Return the files of a club by their paths; a club without a book gets one to fill in."""
    chosen = find_book(root, book)
    files = {}
    if chosen is None:
        files[f"{BOOK.folder}/{name}-book.yml"] = text = fill_template(BOOK.name, f"{name}-book")
        node = Composer().compose(text)
        artifact: Any = BOOK.model.model_validate(node.data if node else None)
        club = NewClub(name, f"{name}-book", artifact.chapters, rhythm)
    else:
        club = NewClub(name, chosen.id, chosen.artifact.chapters, rhythm)
    return {**dict(club.list_files(CLUB, READING_GUIDE)), **files}


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


def write_files(root: Path, files: dict[str, str], todo: str = "open it,") -> None:
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
    click.echo(f"Wrote {first}{more}: {todo} and 'playbook serve' to see it")
