import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import texts
from playbook.drawing.cache import PictureCache
from playbook.drawing.dot import write_dot
from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.drawing.layout import lay_out
from playbook.drawing.outlines import OUTLINES, draw_rounded
from playbook.drawing.svg import draw_svg

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "a", "path", "text", "tspan")}
PLENTY = 20_000


def picture(drawing: Drawing) -> Element:
    return fromstring(draw_svg(lay_out(drawing)))  # noqa: S314 - our own picture


def lines_in(element: Element) -> list[str]:
    return ["".join("".join(text.itertext()).split()) for text in element.iter(f"{SVG}text")]


def example(title: str = "Looks around") -> Drawing:
    drawing = Drawing("map", "What happens", "Two moments.")
    drawing.cards = [
        Card(
            id="one",
            title=title,
            eyebrow="Start",
            note="Hm",
            anchor="one",
            href="#told_one",
            legend="Moment",
        ),
        Card(id="two", title="The end", icon="cross", legend="Way out", outline="chamfer"),
    ]
    drawing.links = [Connector(tail="one", head="two", words="because", legend="Leads on")]
    return drawing


@settings(deadline=None)
@given(words=st.lists(texts, min_size=5, max_size=5))
def test_any_words_come_through_dot_and_layout_as_words_and_nothing_else(words: list[str]) -> None:
    eyebrow, title, note, other, legend = words
    drawing = Drawing("map", title, note)
    drawing.cards = [
        Card(
            id="node",
            title=title,
            eyebrow=eyebrow,
            note=note,
            legend=legend,
            href="#told_node",
            width=PLENTY,
        ),
        Card(id="digraph", title=other, hangs_from="node", indent=14, width=PLENTY),
    ]
    drawing.links = [Connector(tail="node", head="digraph", words="so", legend=f"{legend}, too")]
    svg = picture(drawing)
    assert {element.tag for element in svg.iter()} <= ELEMENTS
    assert [svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")] == [
        " ".join(each.split()) for each in (title, note)
    ]
    told = ". ".join(each.rstrip(".") for each in (eyebrow, title, note))
    assert [card.attrib["aria-label"] for card in svg.iter(f"{SVG}a")] == [" ".join(told.split())]
    written = ["so", eyebrow, title, note, other, legend, f"{legend}, too"]
    assert lines_in(svg) == ["".join(each.split()) for each in written]


@settings(deadline=None)
@given(title=texts, because=texts)
def test_words_without_room_are_wrapped_and_cut_with_an_ellipsis(title: str, because: str) -> None:
    drawing = Drawing("map", "What happens", "Two moments.")
    drawing.cards = [Card(id="one", title=title), Card(id="two", title="The end")]
    drawing.links = [Connector(tail="one", head="two", words=because)]
    said, shown, _ = lines_in(picture(drawing))
    for drawn, whole in ((said, "".join(because.split())), (shown, "".join(title.split()))):
        assert drawn == whole or (drawn.endswith("…") and whole.startswith(drawn[:-1]))


@settings(deadline=None, max_examples=25)
@given(title=texts)
def test_the_same_drawing_gives_the_same_bytes(title: str) -> None:
    assert write_dot(example(title)) == write_dot(example(title))
    assert draw_svg(lay_out(example(title))) == draw_svg(lay_out(example(title)))


def test_links_between_the_same_two_cards_keep_their_own_words_and_looks() -> None:
    drawing = example()
    drawing.links = [
        Connector(tail="one", head="two", words="first"),
        Connector(tail="one", head="two", words="second", look="error"),
        Connector(tail="two", head="one", words="third", look="loop", back=True),
        Connector(tail="two", head="two", words="fourth", look="loop"),
        Connector(tail="one", head="two", words="unseen", hidden=True),
    ]
    svg = picture(drawing)
    assert sorted(lines_in(svg)[:4]) == ["first", "fourth", "second", "third"]
    looks = [link.attrib["class"] for link in svg.iterfind(f"{SVG}g[@class='pb-lines']/{SVG}g")]
    assert sorted(looks) == ["pb-link error", "pb-link loop", "pb-link loop", "pb-link step"]


def test_every_card_lies_inside_the_picture() -> None:
    drawing = example()
    drawing.cards += [Card(id=name, title=name, outline=name) for name in OUTLINES]  # type: ignore[arg-type]
    drawing.links += [Connector(tail="two", head=name, arrow=False) for name in OUTLINES]
    svg = picture(drawing)
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    for card in lay_out(drawing).cards:
        assert left <= card.left <= card.left + card.width <= left + width
        assert top <= card.top <= card.top + card.height <= top + height
    ids = re.findall(r' id="([^"]+)"', draw_svg(lay_out(drawing)))
    assert sorted(ids) == ["map_about", "map_title", "one"]


SIZES = {"sample in a legend": (28, 16), "one line": (210, 40), "five lines": (200, 180)}


def corners(path: str) -> list[tuple[float, float]]:
    """Return the points between which an outline is drawn."""
    x = y = 0.0
    points = []
    for sign, rest in re.findall(r"([MLHVa])([^MLHVaz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", rest)]
        match sign:
            case "H":
                x = numbers[0]
            case "V":
                y = numbers[0]
            case "a":
                x, y = x + numbers[-2], y + numbers[-1]
            case _:
                x, y = numbers
        points.append((x, y))
    return points


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", OUTLINES)
def test_an_outline_fills_its_box_and_stays_in_it(name: str, size: tuple[float, float]) -> None:
    across, down = zip(*corners(OUTLINES[name](*size)), strict=True)
    assert (min(across), max(across), min(down), max(down)) == pytest.approx(
        (0, size[0], 0, size[1]), abs=0.1
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_two_outlines_are_the_same(size: tuple[float, float]) -> None:
    assert len({outline(*size) for outline in OUTLINES.values()}) == len(OUTLINES)


def test_a_hexagon_has_its_points_left_and_right_at_half_its_height() -> None:
    points = corners(OUTLINES["hexagon"](210, 60))
    assert [point for point in points if point[0] in {0, 210}] == [(210, 30), (0, 30)]
    assert len(points) == 6


def test_bars_run_down_both_sides_from_top_to_bottom() -> None:
    frame, left, right = OUTLINES["bars"](210, 60).replace("z", "").split("M")[1:]
    assert corners(f"M{left}") == [(6, 0), (6, 60)]
    assert corners(f"M{right}") == [(204, 0), (204, 60)]
    assert corners(f"M{frame}") == corners(draw_rounded(210, 60, 3))


def test_a_link_is_found_by_its_name() -> None:
    drawing = example()
    drawing.links = [
        Connector(tail="one", head="two", words="yes", name="one.0"),
        Connector(tail="one", head="two", words="no", name="one.1"),
        Connector(tail="two", head="one", look="loop", name="two.0"),
        Connector(tail="two", head="two", look="loop"),
        Connector(tail="one", head="two", name="one.2", hidden=True),
    ]
    links = picture(drawing).iterfind(f"{SVG}g[@class='pb-lines']/{SVG}g")
    assert sorted(link.get("data-way", "none") for link in links) == [
        "none",
        "one.0",
        "one.1",
        "two.0",
    ]


def test_the_lines_say_which_cards_they_join() -> None:
    drawing = example()
    drawing.cards += [
        Card(id="three", title="Below", hangs_from="two", indent=14),
        Card(id="four", title="Beside"),
    ]
    drawing.links = [
        Connector(tail="one", head="two", main=True),
        Connector(tail="two", head="one", look="loop", back=True),
        Connector(tail="one", head="four", arrow=False),
    ]
    svg = picture(drawing)
    lines = [each for each in svg.iter() if "data-from" in each.attrib]
    joined = {
        (each.attrib["data-from"], each.attrib["data-to"], "data-main" in each.attrib)
        for each in lines
    }
    assert joined == {
        ("one", "two", True),
        ("two", "one", False),
        ("one", "four", False),
        ("two", "three", False),
    }
    cards = [each.attrib["data-card"] for each in svg.iter() if "data-card" in each.attrib]
    assert cards == ["one", "two", "three", "four"]


@pytest.mark.parametrize("across", [True, False], ids=["across", "down"])
def test_a_drawing_runs_across_or_down(across: bool) -> None:  # noqa: FBT001 - the two cases
    drawing = example()
    drawing.across = across
    one, two = lay_out(drawing).cards
    assert (two.left > one.left + one.width, two.top > one.top + one.height) == (across, not across)


def only_entry(folder: Path) -> Path:
    (entry,) = (path for path in folder.iterdir() if path.name != ".gitignore")
    return entry


def test_a_kept_picture_is_taken_from_its_folder(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "deep" / "folder")
    made = cache.draw_picture(example())
    entry = only_entry(tmp_path / "deep" / "folder")
    kept = entry.stat().st_mtime_ns
    assert cache.draw_picture(example()) == made == PictureCache(None).draw_picture(example())
    assert only_entry(entry.parent).stat().st_mtime_ns == kept
    assert cache.draw_picture(example("Another title")) != made
    assert len(list(entry.parent.glob("*.svg"))) == 2


def changed(one: Any) -> Iterator[Any]:
    """Yield a part of a drawing, once for each of its fields, with that field changed."""
    for each in fields(one):
        value = getattr(one, each.name)
        if isinstance(value, bool):
            yield replace(one, **{each.name: not value})
        elif isinstance(value, int):
            yield replace(one, **{each.name: value + 1})
        elif isinstance(value, str) and each.name not in {"tail", "head", "outline"}:
            yield replace(one, **{each.name: f"{value}x"})


def test_a_picture_is_kept_by_all_that_decides_it(tmp_path: Path) -> None:
    drawing = Drawing("map", "What happens", "One moment.")
    card, link = (
        Card(id="one", title="Looks around"),
        Connector(tail="one", head="one", hidden=True),
    )
    others = [replace(drawing, gap=(0.1, 0.2)), *changed(drawing)]
    cards = [card, replace(card, outline="pill"), *changed(card)]
    links = [[link], [], *([other] for other in changed(link))]
    drawings = [replace(other, cards=[card]) for other in others]
    drawings += [replace(drawing, cards=[one]) for one in cards]
    drawings += [replace(drawing, cards=[card], links=several) for several in links]
    cache = PictureCache(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("playbook.drawing.cache.lay_out", lambda drawing: drawing)
        patch.setattr("playbook.drawing.cache.draw_svg", repr)
        for each in drawings:
            cache.draw_picture(each)
    unlike = len({repr(each) for each in drawings})
    assert (
        len(list(tmp_path.glob("*.svg"))) == unlike == len(drawings) - 1
    )  # without links, and the card as it was


@pytest.mark.parametrize("damage", ["cut", "altered", "empty", "not UTF-8", "line ends"])
def test_a_damaged_entry_is_made_again(damage: str, tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    made = cache.draw_picture(example())
    entry = only_entry(tmp_path)
    sound = entry.read_bytes()
    harm = {
        "cut": sound[:-10],
        "altered": sound.replace(b"because", b"becausE"),
        "empty": b"",
        "not UTF-8": b"\xff" + sound,
        "line ends": sound + b"\n",
    }
    assert harm[damage] != sound
    entry.write_bytes(harm[damage])
    assert cache.draw_picture(example()) == made
    assert only_entry(tmp_path).read_bytes() == sound


@pytest.mark.parametrize("below", ["", "folder"])
def test_a_folder_that_cannot_be_written_is_done_without(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = PictureCache(tmp_path / "file" / below)
    assert cache.draw_picture(example()) == PictureCache(None).draw_picture(example())
    assert only_entry(tmp_path).read_text(encoding="utf-8") == "in the way"
