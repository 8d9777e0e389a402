"""How soon an edit is on the screen, and what a search loads.

All of it is seen from outside, over HTTP and in a browser.
"""

import shutil
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import socket
from statistics import median
from urllib.parse import urlsplit

from browsers import BROWSERS
from host import Host
from measure import PLAYBOOK, Figure, edit, find_edited, run
from playwright.sync_api import Page, Response, sync_playwright

READY = {41: 1.5, 1000: 5.0}
ON_SCREEN = {41: 0.3, 1000: 1.0}
TRANSFERRED = {41: 250.0, 1000: 400.0}
EDITS = 10
PATIENCE = 300
"""Seconds after which no more edits are tried."""
KB = 1_000
WATCH = """
const look = () => {
  const word = document.querySelector("article")?.textContent.match(/edit number \\d+/)?.[0];
  if (word) window.edited = { word, at: Date.now() };
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Notes in each page which frame is the first to show an edit, just before that is painted."""
PAINTED = """word => {
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  const at = first && performance.timeOrigin + first.startTime;
  return at && window.edited?.word === word && Math.max(at, window.edited.at);
}"""
"""When a page showed an edit: a locator would see it late, as it looks but twice a second."""
RESULT = ".md-search-result__link, .pb-search-dialog a[href]"


@contextmanager
def open_page() -> Iterator[Page]:
    """Give a page of the system's Chromium."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if program is None:
        raise SystemExit("the preview and the search are measured in Chromium: 'make browser'")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser.new_page()
        browser.close()


def measure_preview(projects: dict[int, Path]) -> Iterator[Figure]:
    """Yield how soon the preview of each project answers, and an edit is on the screen."""
    for size, root in projects.items():
        with open_page() as page:
            ready, seconds = preview(root, page)
        yield Figure("preview ready", str(size), ready, "s", READY.get(size))
        name = f"edit to page on screen, median of {len(seconds)}"
        yield Figure(name, str(size), median(seconds), "s", ON_SCREEN.get(size))


def preview(root: Path, page: Page) -> tuple[float, list[float]]:
    """Return the seconds until the preview shows a page, and from each edit to its page."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    edited = find_edited(root)
    begun = time.perf_counter()
    with subprocess.Popen(
        [PLAYBOOK, "serve", "--address", address],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(f"http://{address}/plays/{edited.stem}/", server)
            ready = time.perf_counter() - begun
            page.add_init_script(WATCH)
            page.goto(f"http://{address}/plays/{edited.stem}/")
            return ready, list(time_edits(edited, page))
        finally:
            server.terminate()


def wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    """Return when an address answers with a page that has a heading."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own
                if b"<h1" in answer.read():
                    return
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"the preview ended with {server.returncode}")


def time_edits(path: Path, page: Page) -> Iterator[float]:
    """Yield the seconds from each edit of an artifact until its open page shows it."""
    begun = time.perf_counter()
    for number in range(EDITS):
        word = f"edit number {number}"
        page.wait_for_timeout(500)  # the reloaded page asks for the next change
        saved = time.time()
        edit(path, word)
        painted = page.wait_for_function(PAINTED, arg=word, timeout=PATIENCE * 1_000)
        yield painted.json_value() / 1_000 - saved
        if time.perf_counter() - begun > PATIENCE:
            return


def measure_search(projects: dict[int, Path]) -> Iterator[Figure]:
    """Yield how much a reader loads for a search until its first result is there."""
    for size, root in projects.items():
        if not (root / "site").is_dir():
            run([PLAYBOOK, "build"], root)
        handler = partial(Host, directory=str(root / "site"))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with open_page() as page:
            loaded = search(page, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
        name = "transferred before the first search result"
        yield Figure(name, str(size), loaded / KB, "KB", TRANSFERRED.get(size))


def search(page: Page, address: str) -> int:
    """Return the bytes of what a search loads: with the page, by its name, or once it is open."""
    answers: list[tuple[bool, Response]] = []
    is_open = [False]
    page.on("response", lambda answer: answers.append((is_open[0], answer)))
    page.goto(address, wait_until="networkidle")
    is_open[0] = True
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.tagName === 'INPUT'")
    page.keyboard.type("opportunity")
    page.locator(RESULT).first.wait_for()
    page.wait_for_load_state("networkidle")
    wanted = [
        answer for opened, answer in answers if opened or "search" in urlsplit(answer.url).path
    ]
    return sum(answer.request.sizes()["responseBodySize"] for answer in wanted)
