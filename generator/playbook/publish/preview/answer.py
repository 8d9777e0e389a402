"""What a browser is answered."""

import hashlib
import mimetypes
from dataclasses import dataclass
from html import escape
from typing import Self

LOST, SCRIPTS = "404.html", "text/javascript"
PAGE = "text/html; charset=utf-8"
BARE = "<!doctype html><title>{title}</title><body><h1>{title}</h1><p>{reason}</p></body>"


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
