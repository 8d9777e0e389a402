"""Every kind of page of our own playbook, and the modes in which visitors open them: each width, and each scheme."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from browser.visit import FORGET, Visit, open_tab
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
MODES = ["1280-light", "390-dark"]
IN_EVERY_MODE = [
    name for name, path in PAGES.items() if not path.startswith(MANY) or name in SHOWN_WHOLE
]
IN_ONE_MODE = [name for name in PAGES if name not in IN_EVERY_MODE]
EXAMPLES = {"example-play": "plays/example-play/", "example-guide": "reading-guides/example-guide/"}
"""Pages of the German site: a play and a guide that have every block there is."""
VIEWS_OF_TEMPLATES = [(mode, name) for mode in MODES for name in [*IN_EVERY_MODE, *EXAMPLES]]
VIEWS = [
    *VIEWS_OF_TEMPLATES,
    *((MODES[index % len(MODES)], name) for index, name in enumerate(IN_ONE_MODE)),
]


@contextmanager
def in_mode(mode: str, browser: Browser) -> Iterator[Visit]:
    """Open a tab of this width and scheme."""
    width, scheme = mode.split("-")
    with open_tab(browser, width=int(width), scheme=scheme) as visit:
        yield visit


def look_at(visit: Visit, mode: str, address: str) -> Visit:
    """Open a page in a tab of this mode that has shown others before; nothing of them is left but the tab."""
    visit.page.evaluate(FORGET)
    visit.page.emulate_media(media="null")
    visit.page.set_viewport_size({"width": int(mode.partition("-")[0]), "height": 900})
    return visit.go(address)
