"""A number of people is read as facilitators write it, and in no other form."""

import pytest
from pydantic import BaseModel, ValidationError

from playbook.model.scalars import People


class Room(BaseModel):
    people: People


@pytest.mark.parametrize(
    ("written", "fewest", "most", "words"),
    [
        ("3", 3, 3, "3"),
        ("2-8", 2, 8, "2–8"),  # noqa: RUF001 - a range takes an en dash
        ("4-4", 4, 4, "4–4"),  # noqa: RUF001
        ("3+", 3, None, "3 or more"),
        ("12-120", 12, 120, "12–120"),  # noqa: RUF001
        (" 999+ ", 999, None, "999 or more"),
    ],
)
def test_a_number_of_people_knows_its_bounds_and_its_words(
    written: str, fewest: int, most: int | None, words: str
) -> None:
    people = Room.model_validate({"people": written}).people
    assert (people.fewest, people.most, people.words) == (fewest, most, words)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0",
        "0-3",
        "03",
        "1000",
        "3-",
        "-3",
        "+3",
        "3++",
        "2-8+",
        "2+-8",
        "2 - 8",
        "2–8",  # noqa: RUF001
        "3 people",
        "three",
        "٣",
    ],
)
def test_another_form_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match=r"like '3', '2-8' or '3\+'|at least 1 character"):
        Room.model_validate({"people": written})


@pytest.mark.parametrize("written", ["8-2", "120-12", "10-9"])
def test_a_range_that_runs_backwards_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="from the fewest to the most, such as '2-8'"):
        Room.model_validate({"people": written})
