"""Writes the lists of names and English words anew, from Faker and SCOWL.

SCOWL is Debian's wamerican-small.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from faker.providers import person

from playbook.privacy.spelling import fold
from playbook.privacy.word_sets import FOLDER

SCOWL = Path("/usr/share/dict/american-english-small")
NAMES = re.compile(r"(first|given|middle|last|family)_?names?|(first|last)_romanized_name")


def names_of(locale: str, *sorts: str) -> Iterator[str]:
    """Yield the names of one sort that Faker has for a language."""
    provider = importlib.import_module(f"{person.__name__}.{locale}").Provider
    for attribute in dir(provider):
        is_name = NAMES.match(attribute)
        listed = getattr(provider, attribute)
        if is_name and attribute.startswith(sorts) and isinstance(listed, Iterable):
            for name in listed:
                yield from (name if isinstance(name, tuple) else (name,))


def write_list(name: str, words: Iterable[str]) -> None:
    """Write each word, folded, on a line of its own."""
    parts = {fold(part).strip("-.,'") for word in words for part in re.split(r"[\s/·-]+", word)}
    lines = "\n".join(sorted(parts - {""}))
    (FOLDER / f"{name}.txt").write_text(f"{lines}\n", encoding="utf-8")


def main() -> None:
    """Write all three lists."""
    locales = sorted(module.name for module in pkgutil.iter_modules(person.__path__))
    given = ("first", "given", "middle")
    write_list("given", (name for locale in locales for name in names_of(locale, *given)))
    write_list(
        "family", (name for locale in locales for name in names_of(locale, "last", "family"))
    )
    english = SCOWL.read_text(encoding="utf-8").split()
    write_list("english", (word for word in english if word.isalpha() and word.islower()))


if __name__ == "__main__":
    main()
