"""A person's name -> a code name.

The same for the same name, in every file and on every machine.
"""

from hashlib import sha256

from playbook.privacy.spelling import fold
from playbook.privacy.word_sets import load_word_set


def suggest_code_name(words: str) -> str:
    """Return a first name from anywhere, for anyone, that gives nothing of the name away."""
    parts = fold(words).replace("-", " ").split()
    names = sorted(load_word_set("code-names") - set(parts))
    digest = sha256(" ".join(parts).encode()).digest()
    return names[int.from_bytes(digest[:8]) % len(names)].capitalize()
