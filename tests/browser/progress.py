"""A reader's progress in a club: where it is ticked, counted, saved and loaded."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from browser.member import Member
from playbook.clubs.schedule import ClubYear, ReadingTurn

STORE = "([keys, value]) => keys.forEach(key => localStorage.setItem(`playbook ${key}`, value))"
CLICK = "each => each.click()"
STORED = (
    "() => Object.fromEntries(Object.entries({...localStorage}).filter(([key]) => "
    "key.startsWith('playbook ')))"
)


def path_of(part: ReadingTurn) -> str:
    return f"{part.guide.page.removesuffix('.md')}/"


def size(part: ReadingTurn) -> int:
    guide = part.guide.artifact
    asked = len(guide.questions.individual) + len(guide.questions.team)
    return len(part.chapters) + asked + len(guide.exercises)


def boxes(page: Page, part: ReadingTurn) -> list[Locator]:
    """Return a chapter's box, a question's of each sort, and an exercise's."""
    guide = part.guide.artifact
    names = [
        f"Chapter {part.chapters[0].number}: {part.chapters[0].title.plain()}",
        guide.questions.individual[0].ask.plain(),
        guide.questions.team[-1].ask.plain(),
        guide.exercises[0].title.plain(),
    ]
    return [page.get_by_role("checkbox", name=name) for name in names]


def tick(reader: Member, *parts: ReadingTurn) -> None:
    for part in parts:
        page = reader.go(path_of(part))
        for box in boxes(page, part):
            box.evaluate(CLICK)


def row(page: Page, part: ReadingTurn) -> Locator:
    return page.locator(".pb-year tbody tr").filter(
        has=page.get_by_text(part.turn.name, exact=True)
    )


def status(page: Page) -> Locator:
    return page.locator(".pb-progress").get_by_role("status")


def total(year: ClubYear, done: int) -> str:
    return f"My progress: {done} of {sum(map(size, year.parts))} things read, pondered or tried."


def load(page: Page, body: bytes) -> None:
    chooser = page.get_by_role("button", name="Load it from a file")
    chooser.set_input_files(
        {"name": "my-progress.json", "mimeType": "application/json", "buffer": body}
    )


def save(page: Page) -> dict[str, Any]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my progress as a file").click()
    assert waiting.value.suggested_filename == "my-progress.json"
    found: dict[str, Any] = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    return found


def keys_in(page: Page) -> list[str]:
    lists: list[str] = page.locator("[data-keys]").evaluate_all(
        "found => found.map(each => each.dataset.keys)"
    )
    return [key for each in lists for key in each.split()]
