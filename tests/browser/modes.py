"""Every kind of page of our own playbook, and the modes in which visitors open them.

Each width, and each scheme.
"""

from playwright.sync_api import expect

from browser.tab import Tab
from browser.visit import Visit
from projects import ROOT

PAGES = {
    "home": "",
    "section": "plays/",
    "shared-map": "maps/first-lesson-shared/",
    "comparison": "maps/first-lesson-shared/comparison/",
    "individual-map": "maps/first-lesson-engineer/",
    "tree": "trees/first-lesson-booked/",
    "headlines": "trees/first-lesson-booked/for-chief-executive/",
    "evidence": "trees/first-lesson-booked/for-product-teams/",
    "branch": "trees/first-lesson-booked/which-one-suits/",
    "plan": "plays/experience-mapping/plan/",
    "presentation": "reading-guides/2026-03-visualize/present/",
    "ways-in": "ways-in/",
    "exercises": "exercises/",
    "anti-patterns": "anti-patterns/",
    "reference": "reference/play/",
    "rules": "rules/",
    "rule": "rules/ot301/",
    "about": "about/",
    "404": "no/such/page/",
} | {
    path.stem: f"{folder}/{path.stem}/"
    for folder in ("signposts", "glossaries", "books", "clubs", "reading-guides", "plays")
    for path in sorted((ROOT / "content" / folder).glob("*.yml"))
}
MANY = ("plays/", "reading-guides/")
SHOWN_WHOLE = ["section", "plan", "presentation", "2026-03-visualize", "ai-ready-analytics"]
TEMPLATES = [
    name for name, path in PAGES.items() if not path.startswith(MANY) or name in SHOWN_WHOLE
]
EXAMPLES = {"example-play": "plays/example-play/", "example-guide": "reading-guides/example-guide/"}
"""Pages of the German site: a play and a guide that have every block there is."""
MODES = ["1280-light", "390-dark"]
SCHEMES = {"light": "default", "dark": "slate"}


def look_at(visit: Visit, mode: str, address: str) -> Visit:
    """Open a page in a tab that has shown others before; nothing of them is left but the tab."""
    visit.tab.clear()
    set_mode(visit.tab, mode)
    return visit.go(address)


THREE_FRAMES = """async () => {
  for (let count = 0; count < 3; count++) await new Promise(drawn => requestAnimationFrame(drawn));
}"""


def axe_in_both_modes(visit: Visit) -> list[str]:
    """Return what axe finds in the mode that a page is in, and then in the other."""
    found = visit.axe()
    is_wide = visit.page.evaluate("innerWidth > 900")
    set_mode(visit.tab, MODES[1] if is_wide else MODES[0])
    expect(visit.page.locator("body")).to_have_attribute(
        "data-md-color-scheme", SCHEMES["dark" if is_wide else "light"]
    )
    # Material gives its sidebars their height frames after a change of width.
    visit.page.evaluate(THREE_FRAMES)
    return found + visit.axe(seen_at_another_width=True)


def set_mode(tab: Tab, mode: str) -> None:
    """Give a tab this width and scheme, on the screen."""
    width, scheme = mode.split("-")
    tab.set_mode(int(width), scheme)
