"""Any string -> Markdown that shows just that string, in any engine and inside HTML attributes."""

import re

SPECIAL = re.compile(r"""[\\`*_{}\[\]<>&|~^$"#]|!$""")
LEADING = re.compile(r"^(?:[-+=!?:%]|\d+(?=[.)]))")
WHITE_SPACE = re.compile(r"\s+")


def to_entities(match: re.Match[str]) -> str:
    """Return each matched sign as an HTML entity."""
    return "".join(f"&#{ord(sign)};" for sign in match.group())


def escape(text: str) -> str:
    """Return `text` on one line with every sign that Markdown or HTML could act on as an entity."""
    line = WHITE_SPACE.sub(" ", text)
    return LEADING.sub(to_entities, SPECIAL.sub(to_entities, line))
