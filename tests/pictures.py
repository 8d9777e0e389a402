"""Pictures that somebody else drew."""

from base64 import b64decode

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}<path d="M0 0h8v8z"/></svg>'
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


MORE_THAN_DRAWN = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onload="alert(1)"/>',
    "page": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>',
    "picture elsewhere": '<image href="https://example.org/a.png"/>',
    "link": '<use href="https://example.org/a.svg#b"/>',
    "old link": '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="//example.org/a.svg"/>',
    "style": "<style>@import 'https://example.org/a.css';</style>",
    "paint elsewhere": '<rect fill="URL( https://example.org/a.svg#b)"/>',
    "animation": '<set attributeName="href" to="javascript:alert(1)"/>',
}
