"""Any title gives an id that is a fixed point, one spelling of a name, and the name of a file."""

import json
import re
import sys
import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
import regex
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from playbook.model.scalars import IN_EDITORS, Slug
from playbook.text.english import did_you_mean
from playbook.text.slug import MOST_BYTES, compose, fold, is_slug, make_slug

TITLES = {
    "Ask around": "ask-around",
    "Don't look back": "dont-look-back",
    "C++ & C#": "c-c",
    "9–10 a.m.": "9-10-a-m",  # noqa: RUF001 - a span takes an en dash
    "Fragt Freunde, größer": "fragt-freunde-größer",
    "Køb en cykel": "køb-en-cykel",
    "STRAẞE": "straße",
    "Łódź": "łódź",
    "İstanbul": "istanbul",
    "ISTANBUL": "istanbul",
    "ΣΊΣΥΦΟΣ": "σίσυφος",
    "Спрашивает друзей": "спрашивает-друзей",
    "請求書が見つからない": "請求書が見つからない",
    "청구서를 못 찾아요": "청구서를-못-찾아요",
    "ＡＢＣ１２": "abc12",  # noqa: RUF001 - wide letters, as Japanese keyboards write them
    "ﾃｽﾄ": "テスト",
    "مرحبا بكم": "مرحبا-بكم",
    "مي\N{ZERO WIDTH NON-JOINER}خواهم": "ميخواهم",
    "צה״ל שָׁלוֹם": "צהל-שָׁלוֹם",
    "हिन्दी में पूछें": "हिन्दी-में-पूछें",
    "ถามเพื่อนที่นี่": "ถามเพื่อนที่นี่",
    "น้ำ": "น้ำ",
    "ຄຳ": "ຄຳ",
    "ㅋㅋ": "ㅋㅋ",
    "Եւ և": "եւ-և",
    "Ꭰ ꭰ": "ꭰ-ꭰ",  # noqa: RUF001 - Cherokee has capitals
    "ﬁnd Ⅳ": "find-iv",
    "⚙️ Set it up": "set-it-up",
    "1️⃣ One": "1-one",
    "🎉": "party-popper",
    "👩\N{ZERO WIDTH JOINER}💻": "woman-personal-computer",
    "…?": "horizontal-ellipsis-question-mark",
    "\N{COMBINING ACUTE ACCENT}": "combining-acute-accent",
    "\ue000": "ue000",
    "": "part",
}
NOT_IDS = [
    "",
    "Ask",
    "ask around",
    "ask--around",
    "-ask",
    "ask-",
    "ask_around",
    "Größe",
    "ﬁnd",
    "a\N{SOFT HYPHEN}b",
    "🎉",
]
anything = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
titles = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


class Piece(BaseModel):
    id: Slug


@pytest.mark.parametrize(("title", "wanted"), TITLES.items())
def test_a_title_gives_an_id_with_its_letters(title: str, wanted: str) -> None:
    assert make_slug(title) == compose(wanted)


def old(title: str) -> str:
    """Return the id that a title in ASCII always had: addresses are public."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "")))


@anything
@given(title=st.text(st.characters(max_codepoint=127), max_size=MOST_BYTES).filter(old))
def test_a_title_in_ascii_keeps_its_id(title: str) -> None:
    assert make_slug(title) == old(title)


@anything
@example(title="a " * MOST_BYTES)
@example(title=f"aa {'a ' * MOST_BYTES}")
@given(title=titles | st.lists(titles, max_size=20).map(" ".join))
def test_an_id_is_a_fixed_point_and_survives_where_it_goes(title: str, tmp_path: Path) -> None:
    name = make_slug(title)
    assert name
    assert make_slug(name) == name == fold(name)
    assert is_slug(name)
    assert Piece(id=name).id == name
    assert Piece(id=unicodedata.normalize("NFD", name)).id == name
    assert regex.fullmatch(IN_EDITORS, name)
    assert len(name.encode()) <= MOST_BYTES
    assert not re.search(r"[\s/\\:*?\"'<>|#%&\[\](){}.,_]", name)
    assert unquote(urlsplit(f"https://playbook.test/{quote(name)}/#{quote(name)}").fragment) == name
    assert json.loads(json.dumps(name)) == name
    path = tmp_path / f"worksheet-{name}.letter.pdf"
    path.touch()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    path.unlink()


def test_each_sign_there_is_gives_an_id() -> None:
    signs = (chr(number) for number in range(sys.maxunicode + 1))
    made = {
        sign: make_slug(sign)
        for sign in signs
        if unicodedata.category(sign) not in {"Cs", "Cn", "Co"}
    }
    assert [sign for sign, name in made.items() if make_slug(name) != name] == []
    editor = regex.compile(IN_EDITORS)
    assert [sign for sign, name in made.items() if not editor.fullmatch(name)] == []


@anything
@given(text=titles)
def test_what_editors_refuse_is_no_id(text: str) -> None:
    if is_slug(compose(text)):
        assert regex.fullmatch(IN_EDITORS, text)


def test_ids_of_long_titles_differ_and_are_cut_between_letters() -> None:
    long = ["請求書" * 200 + end for end in ("一", "二")]
    names = [make_slug(each) for each in long]
    assert len(set(names)) == 2
    assert all(MOST_BYTES - 4 < len(each.encode()) <= MOST_BYTES for each in names)


@pytest.mark.parametrize("written", NOT_IDS)
def test_another_form_is_refused_with_the_id_to_write(written: str) -> None:
    with pytest.raises(ValidationError, match=f"write '{make_slug(written)}'|at least 1 character"):
        Piece(id=written)


def test_what_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(ValidationError, match=rf"{MOST_BYTES} bytes at most: write 'a+-\w{{8}}'"):
        Piece(id="a" * (MOST_BYTES + 1))


@pytest.mark.parametrize(
    ("word", "meant"), [("ASK-AROUND", "ask-around"), ("Grösse", "größe"), ("請求", "請求書")]
)
def test_what_was_meant_is_found_whatever_its_case(word: str, meant: str) -> None:
    assert did_you_mean(word, ["other", meant, "else"]) == f" (did you mean '{meant}'?)"
