"""What a browser is answered."""

import hashlib
import mimetypes
from dataclasses import dataclass
from html import escape
from typing import Self

LOST, SCRIPTS = "404.html", "text/javascript"
PAGE = "text/html; charset=utf-8"
BARE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
  :root {{ color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif; }}
  body {{ margin: 12vh auto; max-width: 38rem; padding: 0 1.25rem; overflow-wrap: anywhere; }}
  h1 {{ font-size: 1.8rem; line-height: 1.2; }}
</style>
<body>
<h1>{title}</h1>
<p>{reason}</p>
<p>As soon as that is fixed, this page appears by itself.</p>
</body>
</html>
"""
"""A page that needs nothing of the site's theme."""


@dataclass(frozen=True)
class Answer:
    """What a browser is answered; `shown` differs for pages that look different."""

    status: int
    media_type: str
    content: bytes
    shown: str = ""
    location: str = ""

    @classmethod
    def of(cls, status: int, path: str, content: bytes, stamp: str) -> Self:
        """Return a file; the stamp stands for what decides how any page looks."""
        media_type = SCRIPTS if path.endswith(".js") else mimetypes.guess_type(path)[0]
        if media_type != "text/html":
            return cls(status, media_type or "application/octet-stream", content)
        digest = hashlib.sha256(content + stamp.encode()).hexdigest()
        return cls(status, PAGE, content, digest)

    @classmethod
    def bare(cls, status: int, title: str, reason: str, stamp: str) -> Self:
        """Return a page that says why there is no other."""
        text = BARE.format(title=escape(title), reason=escape(reason))
        return cls.of(status, LOST, text.encode(), stamp)

    @classmethod
    def redirect(cls, location: str) -> Self:
        return cls(302, PAGE, b"", location=location)
