"""The small pieces of a spoken sentence."""

from collections.abc import Callable

from playbook.language import _
from playbook.text.inline import Text

Say = Callable[[Text], str]
"""Returns a text as plain words."""
ENDS = (".", "!", "?", "…")


def join_words(words: list[str]) -> str:
    """Return words as a list in a sentence."""
    *most, last = words
    return _("%(words)s and %(last)s", words=", ".join(most), last=last) if most else last


def strip_full_stop(words: str) -> str:
    """Return a sentence to go on after."""
    return words.rstrip(". ") or words


def add_full_stop(words: str) -> str:
    """Return a sentence with its full stop."""
    return words if words.endswith(ENDS) else f"{words}."


def quote_words(words: str, end: str = ".") -> str:
    """Return someone's words in quotation marks, a full stop inside."""
    return _("“%(words)s”", words=words if words.endswith(ENDS) else f"{words}{end}")
