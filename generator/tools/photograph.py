"""Takes the picture of the site that the README opens with: `make picture`."""

import shutil
from datetime import UTC, datetime

from playwright.sync_api import sync_playwright

from benchmark.browsers import BROWSERS
from browser.serving import ARGUMENTS, served
from projects import ROOT

PICTURE = ROOT / ".github" / "picture.png"
DAY = datetime(2026, 3, 8, 12, tzinfo=UTC)


def take() -> None:
    """Photograph the home page of the built site as it is on a day in March."""
    path = next(location for name in BROWSERS if (location := shutil.which(name)))
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        page = browser.new_page(
            viewport={"width": 1280, "height": 1270},
            device_scale_factor=0.65,
            reduced_motion="reduce",
        )
        page.clock.set_fixed_time(DAY)
        page.goto(address, wait_until="networkidle")
        page.wait_for_function("document.getAnimations().length === 0")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    take()
