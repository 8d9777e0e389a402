"""A page as a visitor opens it: what it loads, what it complains about, what axe finds."""

import json
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
READY = "() => window.component$ !== undefined"


@dataclass
class Visit:
    """A tab at one width and in one scheme, and the page that is open in it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the console says that isn't mere information."""
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.text} {message.location['url']}")

    def axe(self) -> list[str]:
        """Return what axe finds, one line each."""
        options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
        self.page.evaluate(AXE)
        found: list[dict[str, Any]] = self.page.evaluate(f"axe.run({options}).then(results => results.violations)")
        return [f"{each['id']}: {node['target']} {node['html'][:200]}" for each in found for node in each["nodes"]]

    def go(self, address: str) -> "Visit":
        """Open an address afresh and wait until its scripts have done their work."""
        self.complaints.clear()
        self.requests.clear()
        self.page.goto(address)
        self.page.wait_for_function(READY)
        return self


def open_tab(browser: Browser, *, width: int = 1280, scheme: str = "light") -> Visit:
    """Return a visit that has not gone anywhere yet."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    visit = Visit(page)
    page.on("console", visit.note)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    return visit
