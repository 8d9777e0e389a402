"""Any title -> an id.

Letters, digits and marks of every script, in one spelling, joined by single hyphens.
"""

import hashlib
import re
import unicodedata

MOST_BYTES = 180
PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*+")
"""The longest id, in UTF-8: with what our own files add to it, it still is the name of a file."""
JOINED = str.maketrans("", "", "'’׳״")  # noqa: RUF001 - apostrophes, and what Hebrew writes for them
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]"
)
"""What shows nothing by itself, such as joiners and the selectors behind an emoji; a space without
width is a space."""
ORDINARY = {"\N{ARMENIAN SMALL LIGATURE ECH YIWN}"}
"""What is called a ligature, and is a letter like any other to those who write it."""
DOTTED = re.compile("i\u0307+")


def make_slug(title: str) -> str:
    """Return a title's words, folded and joined by hyphens.

    Without a letter or digit, the names of its signs. What is too long for a file's name is cut,
    and ends in a digest of the whole.
    """
    words = split_words(fold(title).translate(JOINED)) or split_words(fold(name_signs(title)))
    whole = "-".join(words) or "part"
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    start = whole.encode()[: MOST_BYTES - len(digest) - 1].decode(errors="ignore")
    return f"{start.strip('-')}-{digest}"


def is_slug(text: str) -> bool:
    """Whether a text is an id as it stands."""
    if PLAIN.fullmatch(text) and len(text) <= MOST_BYTES:  # as most are
        return True
    return bool(text) and make_slug(text) == text


def compose(text: str) -> str:
    """Return a text in the one spelling of what looks the same.

    Some systems write 'é' as one sign, others as two.
    """
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return a text in the one spelling of all that differ in capitals, width or composition alone.

    A Turkish 'İ' becomes a plain 'i'.
    """
    while (folded := fold_once(text)) != text:
        text = folded
    return text


def fold_once(text: str) -> str:
    """Return a text folded; what folding brings together may have to be folded once more."""
    if text.isascii():
        return text.lower()
    simple = compose("".join(map(simplify, UNSEEN.sub("", text))))
    return compose(DOTTED.sub("i", simple.lower()))


def simplify(sign: str) -> str:
    """Return a sign without what only a typesetter cares for.

    Its width, its place in a word, its being a ligature. A letter of a script without capitals
    stays what people type, although Unicode takes some apart, such as 'ำ'.
    """
    if sign in ORDINARY or (
        unicodedata.category(sign) == "Lo"
        and unicodedata.decomposition(sign).startswith("<compat>")
    ):
        return sign
    return unicodedata.normalize("NFKD", sign)


def split_words(text: str) -> list[str]:
    """Return the runs of letters, digits and the marks that belong to them."""
    words = "".join(sign if sign.isalnum() or is_mark(sign) else " " for sign in text).split()
    return [word[start:] for word in words if (start := find_first_letter(word)) < len(word)]


def find_first_letter(word: str) -> int:
    """Return where a word's first letter or digit stands.

    A mark in front of it would join the sign before the id.
    """
    return next((index for index, sign in enumerate(word) if not is_mark(sign)), len(word))


def is_mark(sign: str) -> bool:
    """Whether a sign is part of the letter before it, such as a vowel of Hindi."""
    return unicodedata.category(sign) in {"Mn", "Mc"}


def name_signs(signs: str) -> str:
    """Return the names that Unicode has for signs, such as 'party popper'."""
    seen = "".join(UNSEEN.sub("", signs).split())
    return " ".join(unicodedata.name(sign, f"u{ord(sign):x}").replace("-", " ") for sign in seen)
