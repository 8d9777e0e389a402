"""A member of a club.

A browser of their own in their time zone, and the club as its YAML says it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, WebError

from browser.tab import ZONE, Tab, borrow_tab
from browser.visit import READY
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

    tab: Tab
    address: str
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agrees: bool = True

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.tab.page

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the console says that isn't mere information."""
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def note_error(self, error: WebError) -> None:
        """Keep what a script throws."""
        self.complaints.append(str(error.error))

    def note_request(self, request: Request) -> None:
        """Keep what is asked for."""
        self.requests.append(request)

    def answer(self, dialog: Dialog) -> None:
        """Say yes, or no, to what a page asks."""
        self.asked.append(dialog.message)
        (dialog.accept if self.agrees else dialog.dismiss)()

    def go(self, path: str) -> Page:
        """Open a page of the site and wait until its scripts have done their work."""
        self.page.goto(self.address + path)
        self.page.wait_for_function(READY)
        return self.page

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
    zone: str = ZONE,
    width: int = 1280,
    scheme: str = "light",
) -> Iterator[Member]:
    """Open a browser that holds nothing yet."""
    with borrow_tab(browser, width=width, scheme=scheme, zone=zone) as tab:
        opened = Member(tab, address)
        tab.listen_to_all("console", opened.note)
        tab.listen_to_all("weberror", opened.note_error)
        tab.listen_to_all("request", opened.note_request)
        tab.listen("dialog", opened.answer)
        yield opened
