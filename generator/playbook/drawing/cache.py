"""Pictures kept between builds, by the content of their DOT and everything that draws it."""

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

from playbook.drawing.drawing import Drawing
from playbook.drawing.layout import ENGINE, lay_out
from playbook.drawing.svg import draw


class PictureCache:
    """A folder of pictures; an entry that is damaged is made again, a folder that can't be written is done without."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def picture(self, drawing: Drawing) -> str:
        """Return the drawing as SVG."""
        dot = drawing.dot
        if self.folder is None:
            return draw(lay_out(dot), drawing.name)
        key = hashlib.sha256(f"{engine()}\0{drawing.name}\0{dot}".encode()).hexdigest()
        path = self.folder / f"{key}.svg"
        kept = sound(path)
        if kept is None:
            kept = draw(lay_out(dot), drawing.name)
            with contextlib.suppress(OSError):
                keep(path, kept)
        return kept


@cache
def engine() -> str:
    """Return what, beside the DOT, decides how a picture comes out: Graphviz's version and our own drawing code."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return f"{ENGINE} {hashlib.sha256(code).hexdigest()}"


def digest(picture: str) -> str:
    """Return the line that an entry opens with."""
    return hashlib.sha256(picture.encode()).hexdigest()


def sound(path: Path) -> str | None:
    """Return the picture in an entry, or None when there is none or it is damaged."""
    try:
        said, _, picture = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return picture if said == digest(picture) else None


def keep(path: Path, picture: str) -> None:
    """Write an entry whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".new")
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{digest(picture)}\n{picture}")
    Path(draft).replace(path)
