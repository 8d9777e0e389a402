"""What sounds like a book or a translation is found, and a sentence ends where it ends."""

import pytest

from playbook.rules.voice import INSTEAD, MOST_WORDS, find_long_sentences, find_ruled_out

LONG = " ".join(["Word", *["word"] * MOST_WORDS])


@pytest.mark.parametrize("word", INSTEAD)
def test_each_word_is_found_and_none_is_put_in_its_place(word: str) -> None:
    assert [found[0] for found in find_ruled_out(f"Here, {word}: there.")] == [word]
    assert list(find_ruled_out(INSTEAD[word])) == []


@pytest.mark.parametrize(
    "text",
    [
        'They said "whoever" and “somebody, there is trouble”.',
        "Mendable, troubleshoot, wishful, of whichever",
        "What tells them apart for a customer?",
    ],
)
def test_what_others_say_and_other_words_are_left_alone(text: str) -> None:
    assert list(find_ruled_out(text)) == []


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (LONG, [0]),
        (f"One. {LONG}! Two?", [5]),
        (f"See (ch. 4) {LONG[:60]}, e.g. {LONG[:60]}.", [0]),
        (f"“One.” {LONG[:-5]}", []),
        (" ".join(["One two three."] * 20), []),
        ("看" * 60, [0]),
        (("看" * 20 + "。") * 4, []),
    ],
)
def test_a_sentence_is_counted_from_its_start_to_its_end(text: str, starts: list[int]) -> None:
    assert [sentence.start for sentence in find_long_sentences(text)] == starts
