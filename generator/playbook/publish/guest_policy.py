"""A page of ours in someone's site -> the page with a policy under which their scripts still run.

Whatever YAML says, nothing in it becomes a script: all that their template loads or writes is
named, and nothing else runs. Their pictures, fonts and styles are none of its business.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape, unescape
from urllib.parse import urlsplit

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
SOURCE = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
ADDRESS = re.compile(r"""https://[a-z0-9][a-z0-9.-]*(?::\d+)?""", re.IGNORECASE)
CONFIG = re.compile(r'(<script id="?__config"?[^>]*>)(.*?)(</script>)', re.DOTALL)
INSTANT = "navigation.instant"


def guard_page(output: str, content: str) -> str:
    """Return a page with our policy; `content` is what its Markdown became."""
    output = CONFIG.sub(leave_at_once, output, count=1)
    written = {normalize(text) for _, text in SCRIPT.findall(content)}
    allowed = {"'self'", *list_sources(output, written)}
    policy = f"script-src {' '.join(sorted(allowed))}; object-src 'none'; base-uri 'self'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    return re.sub(r"(?i)<head\b[^>]*>", lambda match: f"{match[0]}\n    {meta}", output, count=1)


def list_sources(output: str, written: set[str]) -> Iterator[str]:
    """Yield what stands for each script of a page but those that were `written` in its content."""
    for attributes, text in SCRIPT.findall(output):
        source = SOURCE.search(attributes)
        if source:
            parts = urlsplit(unescape(next(filter(None, source.groups()), "")))
            if parts.netloc:
                yield f"{parts.scheme or 'https'}://{parts.netloc}"
        elif text.strip() and normalize(text) not in written:
            yield f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
            yield from (address.lower() for address in ADDRESS.findall(text))


def normalize(text: str) -> str:
    return " ".join(text.split())


def leave_at_once(match: re.Match[str]) -> str:
    """Return Material's settings without its way to change a page's content alone.

    Our policy and our styles would stay on the next page.
    """
    try:
        settings = json.loads(match[2])
        settings["features"] = [
            name for name in settings["features"] if not name.startswith(INSTANT)
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return match[0]
    text = json.dumps(settings).replace("<", "\\u003c") if INSTANT in match[2] else match[2]
    return f"{match[1]}{text}{match[3]}"
