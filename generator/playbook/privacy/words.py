"""What a word of a text says of the chance that it is a part of a person's name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from playbook.privacy.spelling import fold
from playbook.privacy.word_sets import is_listed, load_word_set

MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u200c\u200d"
)
"""Signs above, below and between letters, which Python counts to no word."""
WORD = re.compile(
    rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*+(?:['\u2019\u02bc\u2010-][^\W\d_](?:[^\W\d_]|[{MARKS}])*+)*+"
)
OWNED = re.compile(r"['\u2019]s$")
JOINT = re.compile(r"['\u2019\u02bc\u2010-]")
ARABIC_ORIGIN = re.compile(r"ال\w{3,}ي")
"""A family name that says where the family is from, as many do, and so does any adjective."""
PREFIXES = ("al", "el", "o", "d", "l", "ال", "و", "ل", "ب", "ה")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, as the lists know it."""

    folded: str
    is_written_as_name: bool
    """Whether it may be a name by its capital letter, or by the lists where a script has none."""
    is_given: bool
    is_family: bool
    is_ordinary: bool
    """Whether it means something else as well."""
    is_particle: bool
    is_institution: bool
    """Whether a name that it follows is no person's, as in `Albert Hall`."""

    @property
    def is_name(self) -> bool:
        """Whether the lists know it as a name."""
        return self.is_given or self.is_family


def is_word(folded: str) -> bool:
    """Whether a word means something else than a person."""
    return is_listed(folded, "english", "never", "institutions", "months")


ENDINGS = ("s", "es", "ed", "ing")
"""What a word's other forms end in, which the list of English words hasn't all."""


def is_other_form(folded: str) -> bool:
    """Whether a word is made of an English one."""
    return any(
        folded.endswith(end) and is_listed(folded.removesuffix(end), "english") for end in ENDINGS
    )


@cache
def load_titles() -> frozenset[str]:
    """Return the ways to address people, folded."""
    return frozenset(map(fold, load_word_set("titles")))


@lru_cache(maxsize=20_000)
def look_up_word(spelling: str) -> Word:
    """Return what the lists say of a word."""
    bare = OWNED.sub("", spelling)
    folded = fold(bare)
    is_unicase = bare[0].upper() == bare[0].lower()
    forms = list_forms(folded)
    is_given = any(is_listed(form, "given", "given-more") for form in forms)
    is_family = any(is_listed(form, "family", "family-more") for form in forms)
    is_origin = is_unicase and ARABIC_ORIGIN.fullmatch(folded) is not None
    is_name = is_given or is_family or is_origin
    is_ordinary = is_word(folded) or all(map(is_word, JOINT.split(folded)))
    is_ordinary = is_ordinary or is_origin or (not is_name and is_other_form(folded))
    is_particle = is_listed(bare.casefold(), "particles")
    is_never = folded in load_titles() or is_listed(folded, "never")
    is_plain = is_never or (is_ordinary and not is_name and not is_particle)
    is_written = not is_plain and (is_name if is_unicase else bare[0].isupper())
    is_institution = is_listed(folded, "institutions")
    return Word(
        folded,
        is_written,
        is_given,
        is_family or is_origin,
        is_ordinary,
        is_particle,
        is_institution,
    )


def list_forms(folded: str) -> list[str]:
    """Return a word, its parts where it is put together, and itself without what stuck to it."""
    forms = [folded]
    if JOINT.search(folded):
        parts = JOINT.split(folded)
        forms += ["".join(parts), *(part for part in parts if part not in PREFIXES)]
    elif folded[0] in "الوبה" and folded[0].upper() == folded[0].lower():
        forms += [folded[len(prefix) :] for prefix in PREFIXES if folded.startswith(prefix)]
    return [form for form in forms if len(form) > 1 or not form.isascii()]
