"""How fast the printed sheets are.

Every sheet, next to a browser that prints as many pages. Chromium prints the plays' own pages from
the built site, in one process, until it has as many pages.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from browsers import BROWSERS
from measure import PLAYBOOK, Figure, run
from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument

from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import print_handouts
from playbook.handouts.typst import make_pdf
from playbook.project import load_project

SOME = 120
"""How many pages the browser prints."""
WARM, TIMES = 20.0, 5.0


def time_browser(site: Path) -> float:
    """Return a browser's seconds for a page of paper."""
    path = next((location for name in BROWSERS if (location := shutil.which(name))), None)
    if path is None:
        raise SystemExit("sheets are measured beside Chromium: 'make browser'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        pages, taken = 0, 0.0
        for source in sorted(site.glob("plays/*/index.html")):
            begun = time.perf_counter()
            page.goto(source.as_uri())
            pdf = page.pdf(format="A4", tagged=True)
            taken += time.perf_counter() - begun
            pages += len(PdfDocument(pdf))
            if pages >= SOME:
                break
        browser.close()
    return taken / pages


def measure_sheets(root: Path, folder: Path) -> Iterator[Figure]:
    """Yield how long a worksheet takes, and all that there is to print, beside a browser."""
    project = load_project(root)
    library, settings = project.library, project.settings
    handouts = list(list_all_handouts(library, settings, Order(), PictureCache(None)))
    worksheets = [handout for handout in handouts if handout.use == "worksheet"]
    make_pdf(worksheets[0], "a4")
    begun = time.perf_counter()
    for worksheet in worksheets[1:21]:
        make_pdf(worksheet, "a4")
    one = (time.perf_counter() - begun) / 20
    yield Figure("one worksheet, warm", "", one * 1000, "ms", WARM)
    begun = time.perf_counter()
    prints = list(print_handouts(handouts, PictureCache(folder / "printed")))
    cold = time.perf_counter() - begun
    pages = sum(sheet.pages for sheet in prints)
    yield Figure(f"all {len(prints)} sheets, {pages:,} pages", "", cold, "s")
    if not (root / "site").is_dir():
        run([PLAYBOOK, "build"], root)
    browser = time_browser(root / "site") * pages
    yield Figure(f"headless Chromium, {pages:,} pages", "", browser, "s")
    yield Figure(
        "  how many times faster we are", "", browser / cold, "times", TIMES, at_least=True
    )
