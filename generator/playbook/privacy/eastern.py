"""Full names in Chinese, Japanese and Korean, which stand among other words without a space."""

import re
from collections.abc import Iterator
from functools import cache

from playbook.privacy.word_sets import is_listed, load_word_set

HAN = re.compile(
    r"[\u3005\u3040-\u30ff\u3400-\u9fff]{2,}+(?:[ "
    r"\u3000・][\u3005\u3040-\u30ff\u3400-\u9fff]{1,3}+)?"
)
ADDRESSED = {
    2: re.compile(r"([\u3400-\u9fff\u30a1-\u30ff]{1,3}?) ?(?:さん|様|氏|君|くん|ちゃん)"),
    1: re.compile(r"([\u3400-\u9fff]{1,2}?)(?:先生|女士|小姐)"),
}
"""A given name between a family name of so many signs and how people are addressed."""
HAN_SIGN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff]")
HANGUL = re.compile(r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{3,6}+")
HAN_CUE = re.compile(
    r" ?(?:先生|女士|小姐|老师|老師|经理|さん|様|氏|くん|ちゃん|说|說|告诉|告訴|打)"
)
HANGUL_CUE = re.compile(r" ?(?:씨|님)")
ENDINGS = frozenset(
    (
        "",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "와",
        "과",
        "도",
        "에게",
        "한테",
        "씨",
        "님",
        "씨가",
        "씨는",
        "님이",
        "님은",
        "이가",
        "이는",
    )
)
PLAIN = frozenset(
    "和那相来於于由时時但想留直解都支全单公国成平常明文一不有在是的单向从能可以及并即"
)
"""Family names that are ordinary words far more often."""
SURE = 3
"""How many signs a name has, at the least, that is no other word."""


def find_eastern(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each name starts and ends, and whether it is one beyond doubt."""
    if text.isascii():
        return
    for run in HAN.finditer(text):
        yield from find_han(text, run.start(), run.end())
    for run in HANGUL.finditer(text):
        if name := find_hangul(run[0]):
            end = run.start() + len(name)
            is_sure = name[1:] not in load_word_set("never") or bool(HANGUL_CUE.match(text, end))
            if is_sure:
                yield run.start(), end, True


def find_han(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield each name in a run of Chinese or Japanese signs."""
    at = start
    while at < end:
        length, is_sure = read_han_name(text, at, end)
        if length:
            yield at, at + length, is_sure
        at += length or 1


def read_han_name(text: str, at: int, end: int) -> tuple[int, bool]:
    """Return the length of the name that starts here, 0 for none, and whether it is certain."""
    if text[at] not in list_first_signs("family"):
        return 0, False
    for family in (2, 1):
        name = text[at : at + family]
        if at + family >= end or name in PLAIN or name not in load_word_set("family"):
            continue
        start = at + family + (text[at + family] in " \u3000・")
        if titled := ADDRESSED[family].match(text, start):
            return titled.end(1) - at, True
        if text[start : start + 1] not in list_first_signs("given"):
            continue
        for length in (3, 2, 1):
            word = text[start : start + length]
            if start + length <= end and is_listed(word, "given", "given-more"):
                is_long = family + length >= SURE and word not in load_word_set("never")
                if is_long or HAN_CUE.match(text, start + length):
                    return start + length - at, is_long
    return 0, False


@cache
def list_first_signs(name: str) -> frozenset[str]:
    """Return the signs that the Chinese and Japanese names of a list start with."""
    return frozenset(
        word[0]
        for listed in (name, f"{name}-more")
        for word in load_word_set(listed)
        if HAN_SIGN.match(word)
    )


def find_hangul(word: str) -> str:
    """Return the name that a Korean word starts with; nothing if none does."""
    known = (
        word[0] in load_word_set("family")
        and word[1:3] in load_word_set("given")
        and word[3:] in ENDINGS
    )
    return word[:3] if known else ""
