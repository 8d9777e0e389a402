"""Saving a picture as it is seen, and seeing it in the dark."""

from pathlib import Path
from struct import unpack
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import expect

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
FILL = "card => getComputedStyle(card.querySelector('.pb-outline')).fill"


@pytest.mark.parametrize(
    ("path", "title"),
    [(TREE, "More first lessons booked within a week"), (MAP, "Finding a first lesson")],
)
def test_a_saved_picture_stands_alone(
    path: str, title: str, visit: Visit, address: str, tmp_path: Path
) -> None:
    picture = Picture(visit.go(address + path))
    asked = len(visit.requests)
    with visit.page.expect_download() as saved:
        picture.share("Save as SVG").click()
    assert saved.value.suggested_filename == f"{title}.svg"
    saved.value.save_as(tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    svg = fromstring(text)  # noqa: S314 - our own picture
    assert svg.findtext(f"{SVG}title") == title
    assert not any(
        word in text for word in ("href", "class=", "style=", "var(", "url(", "currentColor")
    )
    cards = picture.figure.locator("a.pb-card")
    drawn = [rect.get("fill") for rect in svg.iter(f"{SVG}path")]
    assert cards.first.evaluate(FILL) in drawn
    with visit.page.expect_download() as saved:
        picture.share("Save as PNG").click()
    assert saved.value.suggested_filename == f"{title}.png"
    saved.value.save_as(tmp_path / "a.png")
    head = (tmp_path / "a.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    size = tuple(2 * float(svg.attrib[side]) for side in ("width", "height"))
    assert unpack(">II", head[16:24]) == size
    assert [each for each in visit.requests[asked:] if not each.startswith("blob:")] == []
    assert visit.complaints == []


def test_the_dark_switch_turns_the_picture_and_what_is_saved(
    visit: Visit, address: str, tmp_path: Path
) -> None:
    picture = Picture(visit.go(address + TREE))
    card = picture.card("which-one-suits")
    light = card.evaluate(FILL)
    visit.page.get_by_role("button", name="Switch to dark").click()
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    dark = card.evaluate(FILL)
    assert dark != light
    with visit.page.expect_download() as saved:
        picture.share("Save as SVG").click()
    saved.value.save_as(tmp_path / "dark.svg")
    text = (tmp_path / "dark.svg").read_text(encoding="utf-8")
    assert dark in text
    assert light not in text
