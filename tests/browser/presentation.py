"""A session shown one step a screen, as a test finds it."""

from playwright.sync_api import Page

GUIDE = "reading-guides/2026-03-visualize/"
SHOW = f"{GUIDE}present/"
MERGE = f"{SHOW}#run_shared-map"
SEEN = """[...document.querySelectorAll(".pb-screen")].filter(each => each.checkVisibility())
  .map(each => each.querySelector("h1, h2").id)"""


def seen(page: Page) -> list[str]:
    """Return the headings on the screen by their ids."""
    found: list[str] = page.evaluate(SEEN)
    return found


def left(page: Page) -> str:
    return page.locator(".pb-left").inner_text()
