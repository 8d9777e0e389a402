"""A file of the site, made when its content is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playbook.language import SPOKEN, Language, use_language


def find_nothing() -> str:
    return ""


@dataclass(frozen=True)
class Origin:
    """What files are made from together: the artifacts that are read for them, and the rest."""

    name: str
    reads: frozenset[str] = frozenset()
    """Those artifacts of which that is known beforehand."""
    find_rest: Callable[[], str] = find_nothing
    """Finds what stands for the rest, but for what decides all files of a site."""


@dataclass(frozen=True)
class SiteFile:
    """A file to be.

    Its path from the site's root, what makes its content, and the YAML it comes from.
    """

    path: str
    make: Callable[[], str | bytes]
    source: Path | None = None
    language: Language = field(default_factory=SPOKEN.get)
    """The language that is spoken while it is made."""
    title: str = ""
    """What the page is called, where that is known before it is made."""
    origin: Origin | None = None
    """What it is made from, where that is known without making it."""

    @classmethod
    def with_content(cls, path: str, content: str | bytes) -> "SiteFile":
        """Return a file whose content there is already."""
        return cls(path, lambda: content)

    @cached_property
    def content(self) -> str | bytes:
        """Its text or its bytes, made once."""
        return self.make_content()

    def make_content(self) -> str | bytes:
        """Return its text or its bytes, made for the asking."""
        with use_language(self.language):
            return self.make()
