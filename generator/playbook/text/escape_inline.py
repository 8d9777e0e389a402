"""Plain words -> inline Markdown of ours that shows just them."""

import re

from playbook.text.inline import Text

SIGN = re.compile(r"([:\\]+)(?=[*_`\[\]])|([*_`\[\]])")


def escape_inline(words: str) -> str:
    r"""Return a text whose words are these.

    A backslash escapes a sign, but not behind another or a colon: those stand in code then.
    """
    plain = " ".join(words.split())
    if not plain or Text(plain).plain() == plain:
        return plain
    return SIGN.sub(lambda match: f"`{match[1]}`" if match[1] else f"\\{match[2]}", plain)
