"""How fast are the printed sheets? Run `make benchmark`.

Every sheet, next to a browser that prints as many pages. Chromium prints the exercises' and plays'
own pages from the built site, in one process, until it has as many pages.
"""

import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument

from playbook.cli.doctor import BROWSERS
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import print_handouts
from playbook.handouts.typst import make_pdf
from playbook.project import load_project

ROOT = Path(__file__).parents[3]
SOME = 120
"""How many pages the browser prints; its time is told for as many as there are sheets."""


def time_browser(site: Path) -> float | None:
    """Return a browser's seconds for a page of paper, None without a browser or a site."""
    path = next((location for name in BROWSERS if (location := shutil.which(name))), None)
    if path is None or not site.is_dir():
        return None
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


def main() -> None:
    """Measure and print."""
    project = load_project(ROOT)
    handouts = list(
        list_all_handouts(project.library, project.settings, Order(), PictureCache(None))
    )
    worksheets = [handout for handout in handouts if handout.use == "worksheet"]
    make_pdf(worksheets[0], "a4")
    begun = time.perf_counter()
    for worksheet in worksheets[1:21]:
        make_pdf(worksheet, "a4")
    one = (time.perf_counter() - begun) / 20
    with tempfile.TemporaryDirectory() as folder:
        cache = PictureCache(Path(folder))
        begun = time.perf_counter()
        prints = list(print_handouts(handouts, cache))
        cold = time.perf_counter() - begun
        begun = time.perf_counter()
        list(print_handouts(handouts, cache))
        warm = time.perf_counter() - begun
    pages = sum(sheet.pages for sheet in prints)
    print(f"{'one worksheet, warm':<44}{one * 1000:>10.1f} ms")
    print(f"{f'{len(prints)} handouts, {pages:,} pages, nothing kept':<44}{cold:>10.2f} s")
    print(f"{'the same, all of it kept':<44}{warm:>10.2f} s")
    seconds = time_browser(ROOT / "site")
    if seconds is None:
        print(
            "Chromium or site/ is not here: install it, and run 'make site', "
            "to see the two side by side"
        )
    else:
        print(
            f"{f'headless Chromium, {pages:,} pages':<44}{seconds * pages:>10.2f} s, "
            f"from {seconds * 1000:.0f} ms a page"
        )


if __name__ == "__main__":
    main()
