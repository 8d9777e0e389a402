"""A file's name that is no id is answered with one, and with how to rename the file."""

import pytest

from playbook.library.loader import explain_name_fault


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("-wall", "call it 'wall.yml' with 'git mv -- -wall.yml wall.yml' in its folder"),
        ("-two words", "call it 'two-words.yml'"),
        ("Wall", "call it 'wall.yml'"),
    ],
)
def test_a_name_that_is_no_id_is_answered_with_one(name: str, answer: str) -> None:
    message = explain_name_fault(name)
    assert answer in message
    assert ("git mv" in message) == (name == "-wall")


def test_a_name_that_is_an_id_is_fine() -> None:
    assert explain_name_fault("6-walls") == ""
