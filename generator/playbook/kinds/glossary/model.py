"""What a glossary says."""

from pydantic import Field

from playbook.language import ngettext
from playbook.library.kind import Artifact
from playbook.parts.term import Term


class Glossary(Artifact):
    """Terms and what they mean here."""

    tells_of_customers = False

    terms: tuple[Term, ...] = Field(min_length=1)
    """The terms; the page shows them in alphabetical order."""

    @property
    def in_order(self) -> list[Term]:
        """The terms as a dictionary has them."""
        return sorted(self.terms, key=lambda term: term.title.plain().casefold())

    @property
    def cover(self) -> tuple[str, str]:
        """How many terms it holds."""
        return ("A–Z", ngettext("%(number)s term", "%(number)s terms", len(self.terms)))  # noqa: RUF001 - a span takes an en dash
