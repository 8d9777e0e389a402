"""The language that the site speaks with its readers.

Gettext's messages, and Babel's names of days and months. As in gettext itself, one language is
spoken at a time: `with speaking(language("de")): …` makes a German site. Checks, rules and the
reference are for contributors, and stay English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from playbook.assets import THEME

FOLDER = THEME / "languages"


@dataclass(frozen=True)
class Language:
    """A language by its code, and the messages in it."""

    code: str = "en"
    messages: NullTranslations = field(default_factory=NullTranslations)


ENGLISH = Language()
SPOKEN: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@cache
def load_language(code: str) -> Language:
    """Return a language that someone has translated the interface to, `de` for `de-AT`.

    Or else English.
    """
    known = {path.stem: path for path in FOLDER.glob("*.po")}
    path = known.get(code) or known.get(code.partition("-")[0])
    return Language(path.stem, load_translations(path)) if path else ENGLISH


def load_translations(path: Path) -> GNUTranslations:
    """Return the messages of a file as gettext reads them.

    What is not translated, or only guessed, stays English.
    """
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English needs no file
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


@contextmanager
def use_language(spoken: Language) -> Iterator[None]:
    """Speak a language for a while."""
    token = SPOKEN.set(spoken)
    try:
        yield
    finally:
        SPOKEN.reset(token)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message that is translated later, where it is shown."""
    return message


def _(message: str, /, **values: Any) -> str:
    """Return a message in the language that is spoken, with its `%(values)s`.

    Nothing for nothing.
    """
    translation = SPOKEN.get().messages.gettext(message) if message else ""
    return translation % values if values else translation


def pgettext(context: str, message: str) -> str:
    """Return a word that means several things, in the meaning that the context names."""
    return SPOKEN.get().messages.pgettext(context, message)


def ngettext(one: str, many: str, number: int, /, **values: Any) -> str:
    """Return a message in the form that its number asks for; `%(number)s` is the number."""
    return choose_form(one, many, number) % {"number": number, **values}


def choose_form(one: str, many: str, number: int) -> str:
    """Return the form of a message that its number asks for, its values not yet in it."""
    return SPOKEN.get().messages.ngettext(one, many, number)


def format_day(day: date) -> str:
    """Return a day as readers see it, such as 18 March 2026."""
    # Translators: How dates are written, in the signs of Unicode's CLDR: 18 March 2026.
    return write_date(day, _("d MMMM y"))


def format_weekday(day: date) -> str:
    """Return a day with its name, such as Wednesday 18 March 2026."""
    # Translators: How dates are written with the day of the week: Wednesday 18 March 2026.
    return write_date(day, _("EEEE d MMMM y"))


def format_month(day: date) -> str:
    """Return a month, such as March 2026."""
    # Translators: How months are written: March 2026.
    return write_date(day, _("MMMM y"))


def format_month_alone(day: date) -> str:
    """Return a month without its year, such as March."""
    return write_date(day, "LLLL")


def format_day_alone(day: date) -> str:
    """Return a day without its year, such as 7 September."""
    # Translators: How dates are written without their year: 18 March.
    return write_date(day, _("d MMMM"))


def write_date(day: date, pattern: str) -> str:
    """Return a day in the signs of Unicode's CLDR."""
    from babel.dates import format_date  # noqa: PLC0415 - `check` writes none

    return format_date(day, pattern, SPOKEN.get().code)
