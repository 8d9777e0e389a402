"""A page as a visitor opens it: what it loads, what it complains about, what axe finds."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    ElementHandle,
    Error,
    Locator,
    Page,
    Request,
)

from browser.tab import Tab, borrow_tab

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPARINGLY = {"resultTypes": ["violations"], "preload": False, "selectors": False}
WIDTH_AND_SCHEME = [
    "aria-hidden-focus",
    "color-contrast",
    "empty-heading",
    "heading-order",
    "landmark-unique",
    "link-in-text-block",
    "page-has-heading-one",
    "region",
    "scrollable-region-focusable",
    "target-size",
]
"""The rules of axe on what is hidden on one screen only, coloured in two ways, or out of room."""
UNFOLD = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; transition: none !important }");
  document.adoptedStyleSheets = [sheet];
}
"""
MARK_LOOKS = """
known => {
  const looks = new Map(), grounds = new Map();
  const ground = each => {
    if (!each) return [];
    if (!grounds.has(each)) {
      const { backgroundColor, backgroundImage, opacity, clipPath, clip, filter } = getComputedStyle(each);
      const own = [backgroundColor, backgroundImage, opacity, clipPath, clip, filter].join();
      grounds.set(each, [...new Set([own, ...ground(each.parentElement)])]);
    }
    return grounds.get(each);
  };
  const shorten = key => {
    let [one, two] = [0, 7];
    for (let place = 0; place < key.length; place += 1) {
      one = Math.imul(one ^ key.charCodeAt(place), 2654435761);
      two = Math.imul(two ^ key.charCodeAt(place), 1597334677);
    }
    return `${one} ${two}`;
  };
  for (const each of document.querySelectorAll("[data-look]")) delete each.dataset.look;
  for (const each of document.body.querySelectorAll("*")) {
    const holds = [...each.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!(holds || each.matches("input, select, textarea, a[href]")) || !each.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottomStyle } = getComputedStyle(each);
    const look = [color, fontSize, fontWeight, textShadow, each.matches(":disabled, :disabled *")];
    if (each.matches("a[href]")) {
      const around = getComputedStyle(each.parentElement);
      look.push(textDecorationLine, borderBottomStyle, around.display, around.color, around.fontWeight);
    }
    const key = each.matches("svg *") ? `drawn ${look} ${ground(each)}` : shorten([look, ...ground(each)].join(";"));
    looks.set(key, [...looks.get(key) ?? [], each]);
  }
  for (const key of known) looks.delete(key);
  for (const alike of looks.values())
    for (const place of [0, alike.length >> 1, alike.length - 1]) alike[place].dataset.look = "";
  axe.configure({ rules: [
    { id: "color-contrast", selector: "[data-look]" },
    { id: "link-in-text-block", selector: "a[href][data-look]" },
  ] });
  return [...looks.keys()].filter(key => !key.startsWith("drawn"));
}
"""  # noqa: E501 - a script, YAML or a title, as it is
"""Contrast is half of what axe costs, and the same for all texts that look the same on the same
grounds: of each such look, axe is left the first text of a page, one in the middle and the last,
unless it had them on a page before. What is drawn has its grounds beside it, not around it."""
PASSED_LOOKS: set[str] = set()
READY = "() => window.component$ !== undefined"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('playbook '))"
NOTHING_IS_KEPT = {
    "refused": (
        "for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = refuse;"
    ),
    "absent": "for (const name of ['localStorage', 'sessionStorage'])"
    " Object.defineProperty(window, name, {get: refuse});",
}
REFUSE = "function refuse() { throw new DOMException('The user denied it', 'SecurityError'); }"
MOST_TABS = 40
FOCUS_BEFORE = """
each => {
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(stop => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility());
  const before = stops[stops.indexOf(each) - 3];
  if (before) before.focus({ preventScroll: true });
}
"""  # noqa: E501 - a script, YAML or a title, as it is
OURS = (
    "keep.js",
    "scorecard.js",
    "form.js",
    "finder.js",
    "catalogue.js",
    "flow.js",
    "playbook.js",
    "ago.js",
    "growth.js",
    "news.js",
    "walk.js",
    "picture.js",
    "paper.js",
    "handouts.js",
    "plan.js",
    "planner.js",
    "presenter.js",
    "copy.js",
    "code.js",
)


@dataclass
class Visit:
    """A tab at one width and in one scheme, and the page that is open in it."""

    tab: Tab
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    scripts: bool = True

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.tab.page

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the console says that isn't mere information."""
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.text} {message.location['url']}")

    def note_error(self, error: Error) -> None:
        """Keep what a script broke at."""
        self.complaints.append(f"{error} {error.stack}")

    def note_request(self, request: Request) -> None:
        """Keep what is asked for."""
        self.requests.append(request.url)

    @property
    def kept(self) -> list[str]:
        """The names of what our own scripts keep in this browser."""
        found: list[str] = self.page.evaluate(KEPT)
        return found

    @property
    def our_complaints(self) -> list[str]:
        """What the console says of our own scripts; the theme's have their own ways."""
        return [said for said in self.complaints if any(name in said for name in OURS)]

    def tab_to(self, element: Locator) -> None:
        """Press the Tab key until an element has the focus, from a few stops before it on."""
        tab_to(self.page, element)

    def axe(self, *, seen_at_another_width: bool = False) -> list[str]:
        """Return what axe finds, one line each; what is far below the screen is laid out first, and
        no colour is on its way to another.

        On a page that axe saw at another width and in another scheme, it looks only for what these
        change.
        """
        rules = WIDTH_AND_SCHEME if seen_at_another_width else TAGS
        options = json.dumps({"runOnly": rules, **SPARINGLY})
        self.page.evaluate(UNFOLD)
        if self.page.evaluate("!window.axe"):
            self.page.evaluate(AXE)
        looks = self.page.evaluate(MARK_LOOKS, sorted(PASSED_LOOKS))
        found: list[dict[str, Any]] = self.page.evaluate(
            f"axe.run({options}).then(results => results.violations)"
        )
        if not found:
            PASSED_LOOKS.update(looks)
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]

    def go(self, address: str) -> "Visit":
        """Open an address afresh and wait until its scripts have done their work."""
        self.complaints.clear()
        self.requests.clear()
        self.page.goto(address)
        self.wait()
        return self

    def reload(self) -> "Visit":
        """Open the page that is open once more."""
        self.page.reload()
        self.wait()
        return self

    def wait(self) -> None:
        """Wait until the scripts have done their work, if there are any."""
        if self.scripts:
            self.page.wait_for_function(READY)


def has_focus(element: Locator | ElementHandle) -> bool:
    """Whether a key would go to this element."""
    return bool(element.evaluate("each => each === document.activeElement"))


def tab_to(page: Page, element: Locator) -> None:
    """Press the Tab key until an element has the focus, from a few stops before it on."""
    target = element.element_handle()  # to look for it once, which may take long
    if has_focus(target):
        return
    target.evaluate(FOCUS_BEFORE)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if has_focus(target):
            return
    raise AssertionError(f"{MOST_TABS} times Tab, and never at {element}")


@contextmanager
def open_tab(
    browser: Browser, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> Iterator[Visit]:
    """Open a tab that has not gone anywhere yet, in a browser that remembers nothing."""
    with borrow_tab(browser, width=width, scheme=scheme, scripts=scripts) as tab:
        visit = Visit(tab, scripts=scripts)
        tab.listen("console", visit.note)
        tab.listen("pageerror", visit.note_error)
        tab.listen("request", visit.note_request)
        yield visit
