"""A picture lies whole over its sheets, and is cut where nothing stands."""

from itertools import combinations, pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from playbook.handouts.tiling import EDGE, FOOT, HEAD, OVERLAP, Picture, fit_tiles, lay_over

A4, A3 = (210.0, 297.0), (297.0, 420.0)


def picture_of(columns: int, rows: int) -> Picture:
    """Return a picture of boxes in a grid."""
    boxes = [
        (60.0 * x, 40.0 * y, 60.0 * x + 50, 40.0 * y + 30)
        for x in range(columns)
        for y in range(rows)
    ]
    lines = [(c, b + 14, c + 10, b + 16) for _, b, c, _ in boxes]
    return Picture((60.0 * columns, 40.0 * rows), boxes, 10.0, lines=lines)


def lies_in(box: tuple[float, ...], tile: tuple[float, ...]) -> bool:
    starts, ends = zip(tile[:2], box[:2], strict=True), zip(box[2:], tile[2:], strict=True)
    return all(one <= other + 0.01 for one, other in (*starts, *ends))


def cover(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return the area that two boxes have in common."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, tall)


def stagger(columns: int, rows: int) -> Picture:
    """Return a picture of tall boxes, but for a low first row, every other row further along."""
    edges = [0.0, *(100.0 + 150 * y for y in range(rows))]
    boxes = [
        (60.0 * x + 30 * (y % 2), top, 60.0 * x + 30 * (y % 2) + 50, bottom - 10)
        for x in range(columns)
        for y, (top, bottom) in enumerate(pairwise(edges))
    ]
    return Picture((60.0 * columns + 30, edges[-1]), boxes, 10.0)


def turn(picture: Picture) -> Picture:
    """Return a picture whose columns are the rows of another."""
    (wide, tall), boxes = picture.size, [(b, a, d, c) for a, b, c, d in picture.boxes]
    return Picture((tall, wide), boxes, picture.letters)


def check_tiles(picture: Picture, least: float) -> None:
    """See that sheets are small enough and hold all of a picture, each box whole on one."""
    way = fit_tiles(picture, A4, least)
    wide, tall = reversed(A4) if way.turned else A4
    for left, top, right, bottom in way.tiles:
        assert right - left <= wide - 2 * EDGE - OVERLAP + 0.01
        room = tall - 2 * EDGE - FOOT - OVERLAP - (HEAD if top == 0 else 0)
        assert bottom - top <= room + 0.01
    assert sum(cover(one, other) for one, other in combinations(way.tiles, 2)) < 0.01
    for line in picture.lines:
        left, top, right, bottom = (side * way.scale for side in line)
        held = sum(cover(tile, (left, top, right, bottom)) for tile in way.tiles)
        assert abs(held - (right - left) * (bottom - top)) < 0.01
    boxes = [tuple(side * way.scale for side in box) for box in picture.boxes]
    assert [box for box in boxes if not any(lies_in(box, tile) for tile in way.tiles)] == []
    assert way.cuts == 0
    assert way.scale * picture.letters >= least


@settings(max_examples=12, deadline=None)
@example(1, 16, 8.0)
@example(16, 1, 10.0)
@given(st.integers(1, 16), st.integers(1, 16), st.sampled_from([8.0, 10.0]))
def test_a_picture_lies_whole_over_its_sheets_and_no_box_is_cut(
    columns: int, rows: int, least: float
) -> None:
    check_tiles(picture_of(columns, rows), least)


def test_staggered_boxes_are_cut_apart_along_their_rows_or_their_columns() -> None:
    """One order of cuts leaves all of them whole, and the other cannot."""
    for columns, rows in ((7, 2), (7, 3), (10, 4)):
        check_tiles(stagger(columns, rows), 10.0)
        check_tiles(turn(stagger(columns, rows)), 10.0)


def test_a_picture_that_fits_is_on_one_sheet_and_a_larger_one_on_a_larger() -> None:
    small, large = picture_of(3, 4), picture_of(5, 6)
    assert (lay_over(small, (A4,), 8).paper, len(lay_over(small, (A4,), 8).tiles)) == (A4, 1)
    assert lay_over(large, (A4, A3), 8).paper == A3
    assert len(lay_over(large, (A4,), 8).tiles) > 1


def test_a_sheet_without_anything_on_it_is_left_out() -> None:
    """A long row, and far below it one box at its end."""
    row = [(60.0 * x, 0.0, 60.0 * x + 50, 30.0) for x in range(20)]
    last = (1150.0, 600.0, 1200.0, 630.0)
    for picture in (
        Picture((1200.0, 640.0), [*row, last], 10.0),
        Picture((1200.0, 640.0), row, 10.0, lines=[last]),
    ):
        way = fit_tiles(picture, A4, 10.0)
        marks = [
            tuple(side * way.scale for side in box) for box in (*picture.boxes, *picture.lines)
        ]
        assert [tile for tile in way.tiles if not any(cover(tile, box) for box in marks)] == []
        assert all(any(lies_in(box, tile) for tile in way.tiles) for box in marks)


def test_a_long_row_lies_over_small_sheets_and_a_large_picture_over_large_ones() -> None:
    papers = ((297.0, 420.0), (420.0, 594.0), (594.0, 841.0), (841.0, 1189.0))
    row, all_over = (
        lay_over(picture_of(90, 2), papers, 10.0),
        lay_over(picture_of(40, 40), papers, 10.0),
    )
    assert (row.paper, all_over.paper) == (papers[0], papers[-1])
    assert row.cuts == all_over.cuts == 0
    assert min(row.scale, all_over.scale) >= 1
