from hypothesis import given
from hypothesis import strategies as st

from hostile import texts
from playbook.drawing.fit import bound_height, fits_page, height


def test_facts_alone_may_be_too_much_for_a_page() -> None:
    assert fits_page(["Eight people"], [])
    assert not fits_page(["Eight people and all that they bring along"] * 100, [])


@given(text=texts, room=st.integers(10, 300), bold=st.booleans())
def test_the_quick_answer_is_never_too_low(text: str, room: int, *, bold: bool) -> None:
    line = " ".join(text.split())
    assert bound_height(line, room, 9.0, bold=bold) >= height(line, room, 9.0, bold=bold)
