"""What we ship and what explains it sounds like a colleague: `make words` finds nothing."""

from languages import TEMPLATE, read
from words import list_problems


def test_no_text_has_a_ruled_out_word_or_a_long_sentence() -> None:
    messages = read(TEMPLATE)  # test_language.py compares it with the sources
    assert [str(problem) for problem in list_problems(messages)] == []
