"""How a word is compared with the lists: without case and accents, as many people write it."""

import unicodedata


def fold(word: str) -> str:
    """Return a word in small letters, without the accents of Latin, Greek and Cyrillic ones."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    bare = "".join(sign for sign in parts if not "\u0300" <= sign <= "\u036f")
    return unicodedata.normalize("NFC", bare).casefold().translate(LETTERS)


LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""What no accent can be taken from."""
