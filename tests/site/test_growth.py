"""How a tree grew, as its page tells it: from kept versions, with content that isn't ours."""

from pathlib import Path

import pytest

from hives import write_hive
from playbook.config.settings import Extra, Settings
from playbook.drawing.cache import PictureCache
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.site.growth_charts import spread_labels
from playbook.site.site import make_site

PAGE = "trees/hive/how-it-grew.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_hive(tmp_path / "content")
    return tmp_path / "content"


def read_page(content: Path, *, history: bool = True) -> str | None:
    settings = Settings(site_name="Hives", extra=Extra(history=history))
    site = make_site(Library(content, KINDS), settings, PictureCache(None))
    text = {file.path: file for file in site.files}.get(PAGE)
    return str(text.content) if text else None


def test_a_page_tells_week_by_week_what_changed(content: Path) -> None:
    page = read_page(content)
    assert page
    assert "From 2 January 2026 to 1 March 2026, in 3 moments." in page
    for line in (
        "### Week of 5 January 2026",
        '<span class="pb-kind">New</span> opportunity: [I can',
        '<span class="pb-kind">Renamed</span> opportunity:',
        "(open → target)",
    ):
        assert line in page, line
    assert page.count('<figure class="pb-growth-state') == 3
    assert "<b>" not in page


def test_a_site_that_wants_none_has_none(content: Path) -> None:
    assert read_page(content, history=False) is None


def test_no_label_of_a_chart_covers_another() -> None:
    placed = spread_labels([5.0, 3.0, 100.0, 4.0])
    assert [placed.index(each) for each in sorted(placed)] == [1, 3, 0, 2]
    assert min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 20
