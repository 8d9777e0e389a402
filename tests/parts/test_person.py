"""The mark of a person: drawn from nothing but the name, the same on every machine."""

import pytest

from playbook.parts.person import LOOKS, Person
from playbook.text.inline import Text


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("Ana", "A"),
        ("  *ana* maria", "A"),
        ("Customer 7", "C7"),
        ("Customer 2026", "C"),
        ("7", "7"),
        ("'t Hooft", "T"),
        ("éva", "É"),
        ("ანა", "ა"),
        ("नीता", "नी"),
        ("李明", "李"),
        ("🎻", "🎻"),
        ("…", "…"),
    ],
)
def test_the_initial_is_the_first_letter_of_a_name(name: str, initial: str) -> None:
    assert Person(name=Text(name)).initial == initial


def test_a_name_always_has_the_same_look() -> None:
    names = ("Ana", "Carlos", "Dora", "Henk", "Mei", "李明")
    assert [Person(name=Text(name)).look for name in names] == [3, 4, 6, 5, 4, 5]
    assert {Person(name=Text(str(number))).look for number in range(99)} == {*range(1, LOOKS + 1)}
