"""What a glossary says."""

import unicodedata

from pydantic import Field

from playbook.language import ngettext
from playbook.library.kind import Artifact
from playbook.parts.term import Term
from playbook.text.inline import Text

NO_LETTER = "#"


class Glossary(Artifact):
    """Terms and what they mean here."""

    tells_of_customers = False

    terms: tuple[Term, ...] = Field(min_length=1)
    """The terms; the page shows them in alphabetical order."""

    @property
    def by_letter(self) -> dict[str, list[tuple[Text, Term]]]:
        """The terms under their first letters, and each other word for one that has another."""
        words = [
            (find_letter(word), word, term)
            for term in self.terms
            for word in (term.title, *term.also)
            if word is term.title or find_letter(word) != find_letter(term.title)
        ]
        letters: dict[str, list[tuple[Text, Term]]] = {}
        for letter, word, term in sorted(words, key=lambda it: (it[0], it[1].plain().casefold())):
            letters.setdefault(letter, []).append((word, term))
        return letters

    @property
    def cover(self) -> tuple[str, str]:
        """How many terms it holds."""
        return ("A–Z", ngettext("%(number)s term", "%(number)s terms", len(self.terms)))  # noqa: RUF001 - a span takes an en dash


def find_letter(word: Text) -> str:
    """Return the capital that a word stands under, or one sign for all that have none."""
    first = unicodedata.normalize("NFD", word.plain())[:1].upper()
    return first if first.isalpha() and first != first.lower() else NO_LETTER
