"""The keyboard of the system's Chromium, and what it tells a screen reader."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Download

from browser.hands import NOTHING, Focus
from browser.visit import Visit

STATES = {
    ("checked", "true"): "checked",
    ("pressed", "true"): "pressed",
    ("expanded", True): "expanded",
    ("expanded", False): "collapsed",
}


ROLES = {"DisclosureTriangle": "summary", "InputTime": "time"}
"""Roles of which ARIA has no name."""


@dataclass(frozen=True)
class Chromium:
    """A tab of the system's Chromium."""

    visit: Visit
    session: CDPSession
    downloads: list[Download] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.visit.go(address)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.visit.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.visit.page.keyboard.type(text)

    def focus(self) -> Focus:
        it = self.session.send("Runtime.evaluate", {"expression": "document.activeElement"})
        if it["result"]["className"] == "HTMLBodyElement":
            return Focus(NOTHING, "")
        place = {"objectId": it["result"]["objectId"], "fetchRelatives": False}
        node = self.session.send("Accessibility.getPartialAXTree", place)["nodes"][0]
        states = {
            STATES.get((each["name"], each["value"].get("value")), "")
            for each in node.get("properties", [])
        }
        return Focus(
            ROLES.get(node["role"]["value"], node["role"]["value"]),
            node.get("name", {}).get("value", ""),
            frozenset(states - {""}),
        )

    def run(self, script: str, *arguments: Any) -> Any:
        return self.visit.page.evaluate(
            f"(given) => (function () {{ {script} }})(...given)", arguments
        )

    def wait(self, condition: str, *arguments: Any) -> None:
        self.visit.page.wait_for_function(
            f"(given) => (function () {{ return ({condition}) }})(...given)", arg=arguments
        )

    def zoom(self, factor: float) -> None:
        size = self.visit.page.viewport_size
        assert size
        self.visit.page.set_viewport_size(
            {"width": round(size["width"] / factor), "height": round(size["height"] / factor)}
        )

    def receive(self, name: str) -> bytes:
        while not self.downloads:
            self.visit.page.wait_for_event("download")
        file = self.downloads.pop()
        assert file.suggested_filename.endswith(name)
        return Path(file.path()).read_bytes()
