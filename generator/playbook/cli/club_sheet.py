"""What `playbook import --as club` asks the project for: the book, and the zone of this machine."""

from pathlib import Path

import click

from playbook.cli.new import find_book, guess_zone
from playbook.clubs.sheet import Answers, SheetClub
from playbook.exchange.draft import Draft
from playbook.exchange.outline import Outline
from playbook.kinds.club import KIND as CLUB
from playbook.kinds.reading_guide import KIND as READING_GUIDE
from playbook.model.time_zones import explain_zone, is_zone


def draft_club(
    root: Path, outline: Outline, name: str, book: str | None, answers: tuple[str, str]
) -> list[tuple[str, str, Draft]]:
    """Return the kind, the id and the draft of a club, and of a guide for each of its weeks.

    The answers are the order of days such as 3/9/2026, and the time zone.
    """
    order, zone = answers
    if zone and not is_zone(zone):
        raise click.UsageError(f"there is no time zone '{zone}': {explain_zone(zone)}")
    entry = find_book(root, book)
    if entry is None:
        raise click.UsageError(
            "a club reads a book, and there is none yet: 'playbook new book ID' writes one"
        )
    chapters = entry.artifact.chapters
    club = SheetClub(outline, name, entry.id, chapters, Answers(order, zone, guess_zone()))
    return [(kind.name, own, draft) for kind, own, draft in club.list_drafts(CLUB, READING_GUIDE)]
