"""Whatever script a contributor writes, every sheet is printed."""

import pytest

from conftest import Project
from handouts.scripts import read_artifacts
from playbook.drawing.cache import PictureCache
from playbook.handouts.printer import prints

WORDS = {
    "heart": "We ❤️ it",
    "warning": "⚠️ I lose my way",
    "signs": "✔️ ➡️ 1️⃣ 👩‍💻 🇩🇪",
    "accents": "e\u0301 q\u0301 x\u0302\u0323 日\u0301",
    "arabic": "مَرْحَبًا بِالعَالَم",
    "hebrew": "שָׁלוֹם עֲלֵיכֶם",
    "hindi": "मुझे बिल नहीं मिल रहा, क्षत्रिय",
    "chinese": "我找不到发票",
    "japanese": "請求書が見つからない",
    "korean": "청구서를 찾을 수 없다",
    "thai": "หาใบแจ้งหนี้ไม่พบ",
    "mixed": "Ask דוד about 3 things (مرحبا) now",
    "bold-first": "**Alone** write",
    "code-first": "`x` **b**_a_",
    "long-address": f"[x](https://a.example/{'y' * 9_000})",
    "private-use": "\ue000\U0010fffd",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_sheet_of_any_script_is_printed(words: str, project: Project) -> None:
    _, handouts = read_artifacts(project, words)
    made = list(prints(handouts, PictureCache(None), ("a4",)))
    assert {each.handout.of for each in made} == {"play", "guide", "map", "tree", "snapshot"}
    assert [each.fault for each in made if each.fault] == []


@pytest.mark.parametrize("words", ["[](https://a.example)", "\u200b", "[[a|\u200d]]", "\u3164"])
def test_words_of_which_nothing_is_seen_are_a_mistake(words: str, project: Project) -> None:
    with pytest.raises(AssertionError, match="nothing of it would be seen: write words"):
        read_artifacts(project, words)
