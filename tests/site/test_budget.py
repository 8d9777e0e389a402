"""What a page loads is small."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from projects import Project

OURS = 46_500
ALL = 250_000
LOADED = re.compile(
    r'<(?:script|link)\b[^>]*\s(?:src|href)="([^"]*?/?assets/[^"]+\.(?:js|css|woff2))"'
)
ON_DEMAND = ("fonts/italic-latin.woff2",)
"""What a page loads when it has a word in italics."""


@pytest.fixture(scope="module")
def root(own_project: Project) -> Path:
    return (own_project.root / "site").resolve()


def list_loaded(page: Path, root: Path) -> Iterator[Path]:
    """Yield the scripts, styles and fonts that a page loads at first."""
    for path in LOADED.findall(page.read_text(encoding="utf-8")):
        yield root / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve()


@cache
def weigh(path: Path) -> int:
    """Return the bytes that a file takes on its way, compressed unless it is so already."""
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 9))


def test_our_scripts_and_styles_weigh_less_than_47_kb_on_any_page(root: Path) -> None:
    ours = {
        page: {path for path in list_loaded(page, root) if path.parent == root / "assets"}
        for page in root.rglob("*.html")
    }
    names = {path.name for path in set().union(*ours.values())}
    assert names >= {"playbook.css", "playbook.js", "early.js", "keep.js"}
    totals = {
        page.relative_to(root).as_posix(): sum(map(weigh, paths)) for page, paths in ours.items()
    }
    assert min(totals.values()) > 1_000
    assert {page: total for page, total in totals.items() if total > OURS} == {}


def test_a_page_with_all_that_it_loads_weighs_at_most_250_kb(root: Path) -> None:
    on_demand = sum(weigh(root / "assets" / path) for path in ON_DEMAND)
    totals = {
        page.relative_to(root).as_posix(): on_demand
        + sum(map(weigh, {page, *list_loaded(page, root)}))
        for page in root.rglob("*.html")
    }
    assert min(totals.values()) > 100_000
    assert {page: total for page, total in totals.items() if total > ALL} == {}
