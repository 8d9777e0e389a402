"""A reference that leads nowhere is answered with what was meant."""

import pytest

from playbook.library.library import Library
from playbook.library.references import Dangling, resolve


def test_of_many_parts_the_nearest_are_named(own_library: Library) -> None:
    entries = own_library.entries
    with pytest.raises(Dangling) as caught:
        resolve("one-interview-this-week#the-scripts", None, entries, ())
    answer = str(caught.value)
    assert "(did you mean 'the-script'?): of its " in answer
    assert "the nearest are 'the-script', " in answer
    assert answer.count("'") == 4 + 2 + 2 * 8


def test_a_step_without_an_id_is_said_to_have_none(own_library: Library) -> None:
    with pytest.raises(Dangling) as caught:
        resolve("one-interview-this-week#rehearse", None, own_library.entries, ())
    assert "has no id there, and can't be linked to: leave '#rehearse' out" in str(caught.value)
    with pytest.raises(Dangling) as caught:
        resolve("one-interview-this-week#zzzz", None, own_library.entries, ())
    assert "has no id" not in str(caught.value)
