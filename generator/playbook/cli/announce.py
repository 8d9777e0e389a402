"""`playbook announce`."""

import re
from datetime import date
from pathlib import Path

import click

from playbook.cli import require_files
from playbook.clubs.announcement import Announcement
from playbook.clubs.schedule import ReadingTurn, find_clubs
from playbook.config.settings import CONFIG, FILE, Settings
from playbook.language import load_language, use_language
from playbook.library.library import Library
from playbook.library.message import Message
from playbook.model.written_day import FORM, guess_day
from playbook.project import Project, load_project
from playbook.source.problem import is_breaking
from playbook.text.english import did_you_mean, list_choices, quoted
from playbook.text.slug import compose

WHEN = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@click.command()
@click.argument("when", metavar="[MONTH]", type=compose, required=False)
@click.option("--changes", "since", metavar="SINCE", help="Print what changed since a day instead.")
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
def announce(
    root: Path, when: str | None, since: str | None, place: str, chosen: str | None
) -> None:
    """Print a club's message for MONTH, such as 2026-03; or for a day, or a guide by its id.

    With --changes, print what changed in trees, maps and clubs since a day, such as 2026-03-01.
    """
    require_files(root)
    first_day = None if since is None else read_since(since, when, chosen)
    if first_day is None and when is None:
        raise click.UsageError(
            "name a month such as 2026-03, a day, or a guide; or add --changes 2026-03-01"
        )
    project = load_project(root)
    if is_breaking(project.problems, strict=False):
        raise click.ClickException(
            "there are problems in the content: run 'playbook check' and fix them first"
        )
    with use_language(load_language(project.settings.theme.language)):
        if first_day:
            message = find_changes(project, root, first_day)
        else:
            message = find_message(project.library, project.settings, when or "", chosen)
    click.echo(message.format_mail() if place == "mail" else message.format_chat(), nl=False)


def read_since(since: str, when: str | None, chosen: str | None) -> date:
    """Return the day that changes are asked for from; refuse what doesn't go with that."""
    if when is not None:
        raise click.UsageError(
            f"--changes is about all that changed, and {quoted(when)} about a club: leave one out"
        )
    if chosen is not None:
        raise click.UsageError("--changes is about all that changed: leave out --club")
    try:
        day = date.fromisoformat(since) if FORM.fullmatch(since) else None
    except ValueError:
        day = None
    if day is None:
        remedy = f"write '{guess_day(since) or '2026-03-01'}'"
        raise click.UsageError(f"--changes takes a day, and {quoted(since)} is none: {remedy}")
    return day


def find_changes(project: Project, root: Path, since: date) -> Message:
    """Return the message on what changed since a day; refuse where nothing is known to have."""
    from playbook.drawing.cache import PictureCache  # noqa: PLC0415 - what draws takes long to load
    from playbook.history.histories import read_histories  # noqa: PLC0415 - the same
    from playbook.site.growth_news import list_news, make_message  # noqa: PLC0415 - the same

    cache, settings = PictureCache(root / ".cache" / "playbook"), project.settings
    histories = read_histories(project.library, cache.get, is_public=settings.extra.public)
    news = list_news(histories, project.library)
    if not news:
        raise click.UsageError(
            "no earlier state of anything is known: commit your content to git, or keep earlier "
            "versions in a folder such as trees/my-tree.versions"
        )
    recent = [one for one in news if one.day >= since]
    if not recent:
        raise click.UsageError(
            f"nothing changed since {since}: the last change was on {news[0].day}"
        )
    if any(history.is_shallow for history in histories.values()):
        click.echo(
            "There may be more: this clone has only the last commits. "
            "'git fetch --unshallow' brings the others.",
            err=True,
        )
    return make_message(recent, since, settings)


def find_message(library: Library, settings: Settings, when: str, chosen: str | None) -> Message:
    """Return the one message that is meant; refuse with what there is to choose from."""
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
    return announcements[0].message


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
