"""A picture on a page, as its reader works with it."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator

from browser.visit import Visit
from playbook.library.library import Library
from playbook.model.traverse import walk

LIT = """
svg => [...svg.querySelectorAll("a.pb-card.pb-on-path")].map(card => card.dataset.card)
"""
TREE, MAP = "trees/first-lesson-booked/", "maps/first-lesson-shared/"


@dataclass(frozen=True)
class Picture:
    """The first picture on a page."""

    visit: Visit

    @property
    def figure(self) -> Locator:
        """All of it."""
        return self.visit.page.locator(".pb-picture").first

    @property
    def frame(self) -> Locator:
        """What it scrolls in."""
        return self.figure.locator(".pb-scroll")

    @property
    def detail(self) -> Locator:
        """What is told about a card, beside it."""
        return self.visit.page.get_by_role("region", name="About this box")

    @property
    def lit(self) -> list[str]:
        """The cards on the path that is lit."""
        found: list[str] = self.figure.locator(".pb-diagram").evaluate(LIT)
        return found

    @property
    def width(self) -> float:
        """How wide it is drawn."""
        box = self.figure.locator(".pb-diagram").bounding_box()
        assert box
        return box["width"]

    def card(self, name: str) -> Locator:
        """One of its cards."""
        return self.figure.locator(f"a.pb-card[data-card='{name}']")

    def button(self, name: str) -> Locator:
        """A button in its bar."""
        return self.figure.get_by_role("toolbar").get_by_role("button", name=name)

    def share(self, name: str) -> Locator:
        """A button in the row of what takes it elsewhere, which is opened first."""
        opener = self.button("Share")
        if opener.get_attribute("aria-expanded") == "false":
            opener.click()
        return self.figure.locator(".pb-share").get_by_role("button", name=name)


def find_box(library: Library, page: str, name: str) -> Any:
    """Return what the YAML behind a page says of one card."""
    artifact = library.entries[page.rstrip("/").rpartition("/")[2]].artifact
    return next(piece for _, piece in walk(artifact) if getattr(piece, "id", None) == name)
