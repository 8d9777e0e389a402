"""Whatever script a contributor writes, every sheet is printed."""

import unicodedata

import pytest
from markupsafe import Markup

from handouts.paper import read
from handouts.scripts import read_artifacts
from playbook.drawing.cache import PictureCache
from playbook.handouts.handout import Handout
from playbook.handouts.printing import Print, print_handout
from playbook.library.library import Library
from playbook.library.subpage import make_subpages
from playbook.site.templates import PageRenderer
from playbook.text.direction import is_right_to_left
from playbook.text.inline import Text
from projects import Project

WORDS = {
    "signs": "⚠️ We ❤️ it: ✔️ ➡️ 1️⃣ 👩‍💻 🇩🇪",
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
    "mark-first": "**\u064b** \u20e3 \ufe0f\u0301",
    "private-use": "\ue000\U0010fffd",
}


TOGETHER = (
    *("signs accents hindi", "chinese japanese korean thai", "hebrew", "arabic", "mixed"),
    *("bold-first", "code-first", "long-address", "mark-first private-use"),
)
"""The words of a project. Each script needs a font of its own, among others as well as alone."""
LACKING = "mark-first private-use"
"""Words of which no font has every character."""


@pytest.mark.parametrize("names", TOGETHER)
def test_every_sheet_and_page_of_any_script_is_made_and_can_be_read_back(
    names: str, project: Project
) -> None:
    words = " ".join(WORDS[name] for name in names.split())
    library, handouts = read_artifacts(project, words)
    check_pages_and_drawings(library)
    different = [each for each in handouts if not is_repeated(each)]
    made = print_all(different)
    assert {each.handout.of for each in made} == {"play", "guide", "map", "tree", "snapshot"}
    assert [each.fault for each in made if each.fault] == []
    wanted = [bare(word) for word in Text(words).plain().split()]
    for each in made:
        if each.handout.use in {"poster", "facilitator", "pack"} and names != LACKING:
            shown = bare("".join(page.text for page in read(each.content)))
            assert "□" not in shown, each.path
            assert [word for word in wanted if not is_shown(word, shown)] == [], each.path


@pytest.mark.parametrize("words", [WORDS["arabic"], WORDS["signs"], WORDS["japanese"]])
def test_a_sheet_comes_out_the_same_twice(words: str, project: Project) -> None:
    _, handouts = read_artifacts(project, words)
    few = [each for each in handouts if each.use in {"poster", "facilitator"}]
    first, second = ([each.content for each in print_all(few)] for _ in range(2))
    assert first == second


def print_all(handouts: list[Handout]) -> list[Print]:
    """Print handouts in this thread, whose compiler remembers the templates from one script to the
    next.
    """
    return [print_handout(each, "a4", PictureCache(None)) for each in handouts]


def is_repeated(handout: Handout) -> bool:
    """Whether the same templates set the same words in another handout: what the guide's pack has,
    a second pack, cards turned otherwise.
    """
    if handout.of == "guide":
        return handout.use != "pack"
    return handout.path.endswith(".short") or (handout.use, handout.of) == ("pack", "play")


def check_pages_and_drawings(library: Library) -> None:
    """Whatever the script, each artifact has its page and its drawings."""
    pages = PageRenderer(library)
    for entry in library.entries.values():
        drawings = list(entry.kind.draw(entry.artifact))
        pictures = {each.name: Markup(PictureCache(None).draw_picture(each)) for each in drawings}  # noqa: S704 - our own
        assert "</svg>" in "".join(pictures.values()) or entry.kind.name in {
            "play",
            "reading-guide",
        }
        assert pages.render_artifact(
            entry, pictures, tuple(make_subpages(entry, library))
        ).startswith("---\n")


def bare(text: str) -> str:
    """Return the letters and signs of a text.

    A reader of PDFs may find marks and spaces in any order.
    """
    kept = (
        sign
        for sign in unicodedata.normalize("NFKD", text)
        if unicodedata.category(sign)[0] in "LNS"
    )
    return "".join(kept).casefold()


def is_shown(word: str, shown: str) -> bool:
    """Whether a word stands in what was read from a page; pointed letters come one by one."""
    return word in shown or (is_right_to_left(word) and set(word) <= set(shown))


@pytest.mark.parametrize("words", ["[](https://a.example)", "\u200b", "[[a|\u200d]]", "\u3164"])
def test_words_of_which_nothing_is_seen_are_a_mistake(words: str, project: Project) -> None:
    with pytest.raises(AssertionError, match="nothing of it would be seen: write words"):
        read_artifacts(project, words)
