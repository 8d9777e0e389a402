"""The word lists are in order, and a word matches as a whole word only."""

import re

import pytest

from playbook.rules.word_lists import FOLDER, find_opening_word, find_word, load_words

LISTS = sorted(FOLDER.glob("*.txt"))
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


def entries(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


every_list = pytest.mark.parametrize("name", [path.stem for path in LISTS])


@every_list
def test_a_list_is_sorted_and_says_nothing_twice(name: str) -> None:
    listed = entries(name)
    assert len(listed) > 1
    assert listed == sorted(listed, key=str.casefold)
    assert len({each.casefold() for each in listed}) == len(listed)


@every_list
def test_a_list_is_in_lower_case_but_for_abbreviations(name: str) -> None:
    assert [
        each
        for each in entries(name)
        if ABBREVIATION.sub("", each) != ABBREVIATION.sub("", each).lower()
    ] == []
    assert [each for each in entries(name) if not re.fullmatch(r"[\w'-]+(?: [\w'-]+)*", each)] == []


@every_list
def test_a_list_says_first_what_it_is_for(name: str) -> None:
    first = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"# .+\.", first)


@every_list
def test_each_word_of_a_list_is_found(name: str) -> None:
    assert set(load_words(name)) == set(entries(name))
    assert [
        each for each in entries(name) if find_word(f"Here, {each}: there.", name) != each
    ] == []
    assert [
        each for each in entries(name) if find_opening_word(f"{each} and more", name) != each
    ] == []


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("I want an app for it", "solutions", "app"),
        ("I want an App", "solutions", "App"),
        ("I want an app's help", "solutions", "app"),
        ("(app)", "solutions", "app"),
        ("I happen to apply", "solutions", ""),
        ("an in-app message", "solutions", ""),
        ("an app-like thing", "solutions", ""),
        ("an app_store", "solutions", ""),
        ("There is no API", "solutions", "API"),
        ("There is no api", "solutions", ""),
        ("Ai Weiwei", "solutions", ""),
        ("a push message", "solutions", "push message"),
        ("push a message", "solutions", ""),
        ("a search box", "solutions", "search box"),
        ("A 404", "screens", "404"),
        ("In 4040 days", "screens", ""),
        ("Adults don't mind", "negations", "don't"),
        ("Adults don\u2019t mind", "negations", "don't"),
        ("Adults cannot", "negations", "cannot"),
        ("Adults note a knot", "negations", ""),
        ("Nobody knows", "negations", "Nobody"),
        ("no one knows", "negations", "no one"),
        ("", "negations", ""),
    ],
)
def test_a_word_is_found_as_a_whole_word_and_as_it_is_written(
    text: str, name: str, word: str
) -> None:
    assert find_word(text, name) == word


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Do you draw?", "yes-no", "Do"),
        ("DO you draw?", "yes-no", "DO"),
        ("What do you draw?", "yes-no", ""),
        ("Done drawing, what then?", "yes-no", ""),
        ("Do-it-yourself, or what?", "yes-no", ""),
        ("\u201cDo you draw?\u201d", "yes-no", "Do"),
        ('"Do" or don\'t?', "yes-no", "Do"),
        ("**Do** you draw?", "yes-no", "Do"),
        ("Isn\u2019t it?", "yes-no", "Isn't"),
        ("Don\u2019t debate", "bans", "Don't"),
        ("Donate it", "bans", ""),
        ("Roll out the map", "outputs", "Roll out"),
        ("Roll it out", "outputs", ""),
        ("", "outputs", ""),
    ],
)
def test_a_text_opens_with_a_word_only_at_its_start(text: str, name: str, word: str) -> None:
    assert find_opening_word(text, name) == word
