"""Ten tasks and two more with a keyboard alone, in Chromium and in Firefox."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Download

from browser.chromium import Chromium
from browser.firefox import Firefox
from browser.marionette import find_firefox, start_firefox
from browser.serving import served
from browser.tasks import PLAY, TASKS
from browser.visit import Visit
from projects import Project

pytestmark = pytest.mark.browser

MISSING = (
    "the tasks in Firefox were left out: install it (on Debian and Ubuntu: "
    "apt-get install firefox-esr) to have them"
)
PARTS = re.compile(r'data-parts="(\[\[\[.+?\]\])"')


def write_pack(path: Path, pages: int) -> None:
    """Write a PDF with this many empty pages, in the form of ours."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page().Resources = pdf.make_indirect(pikepdf.Dictionary())
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@pytest.fixture(scope="module")
def printed(own_project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our own site, whose sheets are blank, with a pack that can be put together for a session."""
    site, folder = own_project.root / "site", tmp_path_factory.mktemp("printed")
    for path in site.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / "handouts").unlink()
    packs = folder / "handouts" / PLAY
    packs.mkdir(parents=True)
    parts = PARTS.search((site / PLAY / "index.html").read_text(encoding="utf-8"))
    assert parts
    last = max(part[1] for pack in json.loads(parts[1]) for part in pack)
    for paper in ("a4", "letter"):
        write_pack(packs / f"pack.{paper}.pdf", last)
    with served(folder) as address:
        yield address


def test_a_keyboard_is_enough_in_chromium(visit: Visit, printed: str) -> None:
    downloads: list[Download] = []

    def keep(download: Download) -> None:
        downloads.append(download)

    visit.tab.listen("download", keep)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hands = Chromium(visit, visit.tab.attach(), downloads)
    for task in TASKS:
        task(hands, printed)
        assert visit.complaints == []


def test_a_keyboard_is_enough_in_firefox(printed: str, tmp_path: Path) -> None:
    path = find_firefox()
    if path is None:
        pytest.skip(MISSING)
    with start_firefox(path, tmp_path) as marionette:
        for task in TASKS:
            task(Firefox(marionette, tmp_path), printed)
