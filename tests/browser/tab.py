"""Tabs of the browser, lent to one test after the other, each time as new.

In a tab that has shown pages before, a page costs half of what it costs in a tab of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

EVERYTHING = {"origin": "*", "storageTypes": "all"}
ZONE = "Europe/Berlin"
IDLE: "dict[tuple[Browser, str, bool], list[Tab]]" = defaultdict(list)


@dataclass
class Tab:
    """A page, and how to undo what a test did to it."""

    page: Page
    session: CDPSession
    undo: list[Callable[[], Any]] = field(default_factory=list)
    is_used_up: bool = False

    def attach(self) -> CDPSession:
        """Attach the tools that can touch and pinch the page."""
        session = self.page.context.new_cdp_session(self.page)
        self.undo.append(session.detach)
        return session

    def run_first(self, script: str) -> None:
        """Run a script on each page before its own."""
        self.undo.append(self.page.add_init_script(script).close)

    def listen(self, event: Any, listener: Callable[..., Any]) -> None:
        """Call the listener at this event of the page."""
        self.page.on(event, listener)
        self.undo.append(lambda: self.page.remove_listener(event, listener))

    def listen_to_all(self, event: Any, listener: Callable[..., Any]) -> None:
        """Call the listener at this event of any page in the same window."""
        context = self.page.context
        context.on(event, listener)
        self.undo.append(lambda: context.remove_listener(event, listener))

    def set_mode(self, width: int, scheme: str) -> None:
        """Give the page this width and scheme, on the screen."""
        self.page.emulate_media(
            media="screen",
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="no-preference",
            forced_colors="none",
        )
        self.page.set_viewport_size({"width": width, "height": 900})

    @property
    def clock(self) -> Any:  # Playwright does not export its type
        """The clock of its pages, never put right again: the tab is lent to nobody else."""
        self.is_used_up = True
        return self.page.clock

    def clear(self) -> None:
        """Show nothing, and forget what pages kept and where one has been."""
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.session.send("Storage.clearDataForOrigin", EVERYTHING)
        self.session.send("Page.resetNavigationHistory")

    def renew(self) -> None:
        """Leave nothing of what a test opened, kept, put in the way or allowed."""
        for page in self.page.context.pages:
            if page != self.page:
                page.close()
        while self.undo:
            self.undo.pop()()
        self.page.unroute_all()
        self.page.context.clear_permissions()
        self.clear()


def make_tab(browser: Browser, zone: str, *, scripts: bool) -> Tab:
    """Open a window in this time zone, with one tab."""
    context = browser.new_context(timezone_id=zone, java_script_enabled=scripts)
    page = context.new_page()
    return Tab(page, context.new_cdp_session(page))


@contextmanager
def borrow_tab(
    browser: Browser, *, width: int, scheme: str, zone: str = ZONE, scripts: bool = True
) -> Iterator[Tab]:
    """Lend a tab that shows nothing and remembers nothing."""
    idle = IDLE[browser, zone, scripts]
    tab = idle.pop() if idle else make_tab(browser, zone, scripts=scripts)
    tab.set_mode(width, scheme)
    yield tab
    if tab.is_used_up:
        tab.page.context.close()
    else:
        tab.renew()
        idle.append(tab)
