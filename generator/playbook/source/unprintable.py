"""Control characters, which YAML does not allow and nobody sees."""

import re
from collections.abc import Iterator

from playbook.source.problem import Mark, Mistake

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def find_unprintable(text: str) -> Iterator[Mistake]:
    """Yield each control character of a text."""
    for sign in UNPRINTABLE.finditer(text):
        start = sign.start()
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield report_unprintable(sign[0], Mark(line, column))


def report_unprintable(sign: str, mark: Mark) -> Mistake:
    """Return the answer to a control character."""
    message = f"there is a control character here, U+{ord(sign):04X}: delete it"
    return Mistake(mark, "SRC012", message)


def replace_unprintable(text: str) -> str:
    """Return a text with a space for each sign that ends a file in YAML; places stay."""
    return UNPRINTABLE.sub(" ", text)
