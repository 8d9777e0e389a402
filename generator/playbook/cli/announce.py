"""`playbook announce`."""

import re
from pathlib import Path

import click

from playbook.cli import require_files
from playbook.clubs.announcement import Announcement
from playbook.clubs.schedule import ReadingTurn, find_clubs
from playbook.config.settings import CONFIG, FILE, Settings
from playbook.language import load_language, use_language
from playbook.library.library import Library
from playbook.model.written_day import guess_day
from playbook.project import load_project
from playbook.source.problem import is_breaking
from playbook.text.english import did_you_mean, list_choices
from playbook.text.slug import compose

WHEN = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@click.command()
@click.argument("when", metavar="MONTH", type=compose)
@click.option(
    "--for",
    "place",
    type=click.Choice(["chat", "mail"]),
    default="chat",
    help="Where you will paste it.",
)
@click.option(
    "--club", "chosen", metavar="ID", type=compose, help="Which club, if there are several."
)
@click.pass_obj
def announce(root: Path, when: str, place: str, chosen: str | None) -> None:
    """Print a club's message for MONTH, such as 2026-03; or for a day, or a guide by its id."""
    require_files(root)
    project = load_project(root)
    if is_breaking(project.problems, strict=False):
        raise click.ClickException(
            "there are problems in the content: run 'playbook check' and fix them first"
        )
    with use_language(load_language(project.settings.theme.language)):
        print_message(project.library, project.settings, when, place, chosen)


def print_message(
    library: Library, settings: Settings, when: str, place: str, chosen: str | None
) -> None:
    """Print the one message that is meant, or say what to choose from."""
    years = {year.entry.id: year for year in find_clubs(library)}
    if chosen and chosen not in years:
        raise click.UsageError(
            f"there is no club '{chosen}'{did_you_mean(chosen, years)}: {list_clubs(list(years))}"
        )
    clubs = [years[chosen]] if chosen else list(years.values())
    announcements = [
        Announcement(year, part, settings.site_url)
        for year in clubs
        for part in year.parts
        if is_asked_for(when, part)
    ]
    if not announcements:
        day = guess_day(when)
        remedy = f"write '{day}'" if day else "name a month such as 2026-03, a day, or a guide"
        raise click.UsageError(f"no club reads anything in '{when}': {remedy}")
    reading = {announcement.year.entry.id: announcement for announcement in announcements}
    if len(reading) > 1:
        raise click.UsageError(f"several clubs read then: add --club with {list_choices(reading)}")
    if len(announcements) > 1:
        days = list_choices(str(announcement.part.turn.starts) for announcement in announcements)
        raise click.UsageError(
            f"{len(announcements)} guides begin in '{when}': name one by a day, such as {days}"
        )
    if not settings.site_url:
        config = CONFIG if settings.section else FILE
        click.echo(
            f"There is no link to the guide in it: 'site_url' in {config.as_posix()} is empty.",
            err=True,
        )
    click.echo(
        announcements[0].format_mail() if place == "mail" else announcements[0].format_chat(),
        nl=False,
    )


def is_asked_for(when: str, part: ReadingTurn) -> bool:
    """Whether a turn is the one that is meant.

    By its guide, by a day in it, or by the month it starts in.
    """
    if not WHEN.fullmatch(when):
        return part.guide.id == when
    days = str(part.turn.starts), str(part.turn.ends)
    return days[0] <= when <= days[1] if len(when) > len("2026-03") else days[0].startswith(when)


def list_clubs(ids: list[str]) -> str:
    """Return what there is to choose from."""
    return f"it can be {list_choices(ids)}" if ids else "there is none yet"
