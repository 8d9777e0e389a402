import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from browser.filled import HOSTILE
from hostile import texts
from playbook.config.card_colours import CARD, LEAST, choose_card_colours
from playbook.config.colours import compute_contrast
from playbook.config.identity import Look
from playbook.drawing.cache import PictureCache
from playbook.site import social_card as previews
from playbook.site.social_card import LONGEST, join_lines, make_card, shorten_title

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="pb-outline" d="M1 '
    '1h7v7z"/></svg>'
)
COLD = PictureCache(None)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("picture", ["", SVG], ids=["words", "diagram"])
def test_a_preview_is_as_large_as_networks_want_it_and_the_same_each_time(picture: str) -> None:
    made = make_card("Show your work", "Play", "Our playbook", picture, COLD)
    assert size(made) == (1200, 630)
    assert made == make_card("Show your work", "Play", "Our playbook", picture, COLD)
    assert made != make_card("Show our work", "Play", "Our playbook", picture, COLD)


@pytest.mark.parametrize(
    "title",
    [
        '#panic("x")',
        '#read("/etc/passwd")',
        "$ x $ *b* @a <l> \\ //",
        "w" * 9_000,
        *HOSTILE.values(),
    ],
)
def test_a_title_is_words_and_no_typst(title: str) -> None:
    assert size(make_card(title, title, title, "", COLD)) == (1200, 630)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(title=texts)
def test_any_title_makes_a_preview(title: str) -> None:
    assert size(make_card(title, "Play", title, "", COLD)) == (1200, 630)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Déjà vu — Ωμέγα, Привет", "Déjà vu — Ωμέγα, Привет"),
        ("Play it \U0001f3bb again", "Play it \U0001f3bb again"),
        ("a \u202e reversed\u200b end", "a reversed end"),
        ("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"),
    ],
)
def test_a_title_keeps_all_that_is_seen(title: str, shown: str) -> None:
    assert join_lines(title) == shown


@pytest.mark.parametrize(
    "title",
    ["音楽のレッスン", "درس موسيقى", "音乐课", "음악 수업", "เรียนดนตรี", "संगीत", "❤️ 🎻", "שִׁיר"],
)
def test_a_title_in_any_script_is_drawn(title: str) -> None:
    nothing, box = (make_card(words, "", "", "", COLD) for words in ("", "□" * len(title)))
    assert make_card(title, "", "", "", COLD) not in {nothing, box}


def test_a_long_title_ends_with_a_whole_word_or_character() -> None:
    assert shorten_title("many words " * 20).endswith("words")
    assert shorten_title("क्षि" * 200) == "क्षि" * LONGEST


def test_a_preview_is_kept_and_one_that_is_damaged_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = PictureCache(tmp_path)
    made = make_card("Kept", "Play", "Ours", "", cache)
    (path,) = tmp_path.glob("*.png")
    with monkeypatch.context() as patch:
        patch.setattr(previews, "draw_card", lambda *_: pytest.fail("it was drawn once more"))
        assert make_card("Kept", "Play", "Ours", "", cache) == made
    path.write_bytes(path.read_bytes()[:-1])
    assert make_card("Kept", "Play", "Ours", "", cache) == made


def test_a_card_has_the_colours_that_the_owner_chose() -> None:
    assert choose_card_colours({}, {}) == {**CARD, "ink": "#ffffff"}
    own = choose_card_colours({"brand": "#f5d90a", "opportunity": "#b01c8a"}, {"accent": "#3b0f52"})
    assert (own["brand"], own["accent"], own["ink"]) == ("#f5d90a", "#3b0f52", "#101512")
    assert not {own["opportunity"], own["opportunity-ground"], own["target"]} & {*CARD.values()}
    ours = make_card("Show your work", "Play", "Our playbook", "", COLD)
    assert (
        make_card("Show your work", "Play", "Our playbook", "", COLD, look=Look(card=own)) != ours
    )


def test_a_cards_words_can_be_read_whatever_brand_the_owner_chose() -> None:
    for brand in ("#000000", "#808080", "#ffffff"):
        colours = choose_card_colours({"brand": brand, "accent": brand}, {})
        assert compute_contrast(colours["accent"], brand) >= LEAST
        assert compute_contrast(colours["ink"], brand) >= LEAST
