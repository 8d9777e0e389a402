"""Pictures kept between builds, by their content and everything that draws it."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from playbook.drawing.drawing import Drawing
from playbook.drawing.layout import ENGINE, Layout, lay_out
from playbook.drawing.svg import draw_svg
from playbook.drawing.thumbnail import draw_thumbnail
from playbook.system.kept_file import read_entry, write_entry


class PictureCache:
    """A folder of pictures.

    An entry that is damaged is made again, a folder that can't be written is done without.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.fault: OSError | None = None
        """Why an entry could not be kept."""

    def draw_picture(self, drawing: Drawing) -> str:
        """Return the drawing as SVG."""
        return self._draw(drawing, "picture", draw_svg)

    def draw_thumbnail(self, drawing: Drawing) -> str:
        """Return the drawing as a small SVG without words."""
        return self._draw(drawing, "thumbnail", draw_thumbnail)

    def _draw(self, drawing: Drawing, form: str, draw: Callable[[Layout], str]) -> str:
        key = f"{fingerprint()}\0{form}\0{drawing!r}"
        return self.get(key, "svg", lambda: draw(lay_out(drawing)).encode()).decode()

    def get(self, key: str, ending: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made for this key, or make it.

        The key says all that decides how it comes out.
        """
        if self.folder is None:
            return make()
        path = self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}.{ending}"
        content = read_entry(path)
        if content is None:
            content = make()
            try:
                write_entry(path, content)
            except OSError as error:
                self.fault = error
        return content


@cache
def fingerprint() -> str:
    """Return what, beside a drawing, decides how it comes out.

    Graphviz's version and our own drawing code.
    """
    text = Path(__file__).parents[1] / "text"
    files = [
        text / "direction.py",
        text / "graphemes.py",
        *sorted(Path(__file__).parent.glob("*.py")),
    ]
    code = b"".join(path.read_bytes() for path in files)
    return f"{ENGINE} {hashlib.sha256(code).hexdigest()}"
