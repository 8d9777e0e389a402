"""What a browser makes of a page.

The elements it holds, and the words at each place where a text may stand.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

from browser.visit import READY

LINES = {"tspan", "tspan x", "tspan y"}
LOOK = """
text => {
  const page = text ? new DOMParser().parseFromString(text, "text/html") : document;
  for (const each of page.querySelectorAll("[style]")) { // what was laid out by now depends on the machine
    each.style.contentVisibility = "";
    if (!each.getAttribute("style")) each.removeAttribute("style");
  }
  const texts = selector => [...page.querySelectorAll(selector)].map(each => each.textContent.trim());
  const labels = selector => [...page.querySelectorAll(selector)].map(each => each.getAttribute("aria-label"));
  const article = page.querySelector("article");
  const words = article.cloneNode(true);
  words.querySelectorAll("svg, .headerlink").forEach(each => each.remove());
  const elements = {}, risky = [];
  const terms = [...article.querySelectorAll("a[href*='glossar'][href*='#']")];
  for (const each of article.querySelectorAll("*")) // a glossary has a heading for each letter that a text begins with
    if (!terms.includes(each) && !each.matches(".pb-letters *, [id^=Letter-], [id^=Letter-] *")) for (const name of ["", ...each.getAttributeNames()]) {
      const key = `${each.localName} ${name}`.trim();
      elements[key] = (elements[key] ?? 0) + 1;
    }
  for (const each of page.querySelectorAll("*"))
    for (const { name, value } of each.attributes)
      if (name.startsWith("on") || /^(href|src|action)$/.test(name) && /^\\s*(javascript|vbscript|data):/i.test(value))
        risky.push(`${each.localName} ${name}=${value}`);
  return {
    elements, risky,
    words: words.textContent.split(/\\s+/).join(" "),
    heading: words.querySelector("h1").textContent,
    title: page.title,
    description: page.querySelector("meta[name=description]").content,
    told: [...texts(".pb-diagram title, .pb-diagram desc"), ...labels("a.pb-card")],
    drawn: texts(".pb-diagram .pb-card:not(.axis, .leap) .pb-title").map(each => each.replace(/\\s/g, "")),
    sidebar: texts(".md-nav--primary .md-nav__link"),
    footer: labels(".md-footer__link"),
    gallery: texts(".pb-gallery strong a"),
    terms: terms.map(each => each.textContent),
  };
}
"""  # noqa: E501 - a script, YAML or a title, as it is


@dataclass(frozen=True)
class Seen:
    """One page."""

    elements: dict[str, int]
    risky: list[str]
    words: str
    heading: str
    title: str
    description: str
    told: list[str]
    drawn: list[str]
    sidebar: list[str]
    footer: list[str]
    gallery: list[str]
    terms: list[str]

    @property
    def frame(self) -> dict[str, int]:
        """The article's elements and attributes with their numbers, but for what inline Markdown
        and terms make."""
        return {
            name: number for name, number in self.elements.items() if name not in LINES | {"code"}
        }


@dataclass
class Reader:
    """A browser's tab, and the dialogs that pages opened in it."""

    page: Page
    dialogs: list[str] = field(default_factory=list)
    visited: dict[str, Seen] = field(default_factory=dict)
    parsed: dict[Path, Seen] = field(default_factory=dict)

    def dismiss(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def see(self, address: str) -> Seen:
        """Open a page, let its scripts run, and look at it, once."""
        if address not in self.visited:
            self.page.goto(address)
            self.page.wait_for_function(READY)
            found: dict[str, Any] = self.page.evaluate(LOOK)
            self.visited[address] = Seen(**found)
        return self.visited[address]

    def parse(self, site: Path, path: str) -> Seen:
        """Look at a page of a site as the browser reads its HTML, without its scripts, once."""
        file = site / path / "index.html"
        if file not in self.parsed:
            found: dict[str, Any] = self.page.evaluate(LOOK, file.read_text(encoding="utf-8"))
            self.parsed[file] = Seen(**found)
        return self.parsed[file]


def open_reader(browser: Browser) -> Reader:
    """Return a fresh tab."""
    reader = Reader(browser.new_page())
    reader.page.on("dialog", reader.dismiss)
    return reader
