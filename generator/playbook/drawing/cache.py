"""Pictures kept between builds, by the content that they are drawn from and everything that draws it."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from playbook.drawing.drawing import Drawing
from playbook.drawing.layout import ENGINE, Layout, lay_out
from playbook.drawing.svg import draw
from playbook.drawing.thumbnail import thumbnail


class PictureCache:
    """A folder of pictures; an entry that is damaged is made again, a folder that can't be written is done without."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def picture(self, drawing: Drawing) -> str:
        """Return the drawing as SVG."""
        return self._made(drawing, drawing.name, lambda layout: draw(layout, drawing.name))

    def thumbnail(self, drawing: Drawing) -> str:
        """Return the drawing as a small SVG without words."""
        return self._made(drawing, "", thumbnail)

    def _made(self, drawing: Drawing, name: str, make: Callable[[Layout], str]) -> str:
        key = f"{engine()}\0{name}\0{drawing.dot}"
        return self.kept(key, "svg", lambda: make(lay_out(drawing.dot)).encode()).decode()

    def kept(self, key: str, ending: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made for this key, or make it; the key says all that decides how it comes out."""
        if self.folder is None:
            return make()
        path = self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}.{ending}"
        made = sound(path)
        if made is None:
            made = make()
            with contextlib.suppress(OSError):
                keep(path, made)
        return made


@cache
def engine() -> str:
    """Return what, beside the DOT, decides how a picture comes out: Graphviz's version and our own drawing code."""
    text = Path(__file__).parents[1] / "text"
    files = [text / "direction.py", text / "graphemes.py", *sorted(Path(__file__).parent.glob("*.py"))]
    code = b"".join(path.read_bytes() for path in files)
    return f"{ENGINE} {hashlib.sha256(code).hexdigest()}"


def digest(picture: bytes) -> bytes:
    """Return the line that an entry opens with."""
    return hashlib.sha256(picture).hexdigest().encode()


def sound(path: Path) -> bytes | None:
    """Return the picture in an entry, or None when there is none or it is damaged."""
    try:
        said, _, picture = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return picture if said == digest(picture) else None


def keep(path: Path, picture: bytes) -> None:
    """Write an entry whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(digest(picture) + b"\n" + picture)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink()
        raise
