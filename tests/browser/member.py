"""A member of a club.

A browser of their own in their time zone, and the club as its YAML says it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request

from browser.visit import READY, Visit
from playbook.clubs.schedule import ClubYear, find_clubs
from playbook.kinds import KINDS
from playbook.library.library import Library

CLUB = "2026-habits"
CLUB_PAGE = f"clubs/{CLUB}/"


def read_club(content: Path, name: str = CLUB) -> ClubYear:
    """Return a club with its turns and meetings."""
    return next(year for year in find_clubs(Library(content, KINDS)) if year.entry.id == name)


@dataclass
class Member:
    """One browser, its page, and all that the page complained about and asked for."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agrees: bool = True

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the console says that isn't mere information."""
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def note_error(self, error: Error) -> None:
        """Keep what a script throws."""
        self.complaints.append(str(error))

    def answer(self, dialog: Dialog) -> None:
        """Say yes, or no, to what a page asks."""
        self.asked.append(dialog.message)
        (dialog.accept if self.agrees else dialog.dismiss)()

    def go(self, path: str) -> Page:
        """Open a page of the site and wait until its scripts have done their work."""
        self.page.goto(self.address + path)
        self.page.wait_for_function(READY)
        return self.page

    def axe(self) -> list[str]:
        """Return what axe finds, one line each."""
        return Visit(self.page).axe()

    @property
    def sent(self) -> list[str]:
        """Each request that goes elsewhere, or carries anything."""
        own = (self.address, f"blob:{self.address}", "data:")
        bare = [each for each in self.requests if each.method == "GET" and each.url.startswith(own)]
        told = [each.url for each in bare if "?" in each.url and not each.url.startswith("data:")]
        return [each.url for each in self.requests if each not in bare] + told


@contextmanager
def member(
    browser: Browser,
    address: str,
    *,
    zone: str = "Europe/Berlin",
    width: int = 1280,
    scheme: str = "light",
) -> Iterator[Member]:
    """Open a browser that holds nothing yet."""
    context = browser.new_context(
        timezone_id=zone,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    opened = Member(context.new_page(), address)
    context.on("console", opened.note)
    context.on("weberror", lambda error: opened.note_error(error.error))
    context.on("request", lambda request: opened.requests.append(request))  # noqa: PLW0108 - Playwright takes no builtin
    opened.page.on("dialog", opened.answer)
    yield opened
    context.close()
