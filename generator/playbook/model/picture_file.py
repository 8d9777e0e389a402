"""The name of a picture that lies among the content."""

import re

from playbook.model.scalars import FormattedText


class PictureFile(FormattedText):
    """A picture beside the YAML, by its path from there: `ana.png`."""

    form = re.compile(
        r"[^\\:]+\."
        r"(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp]|[Aa][Vv][Ii][Ff]|[Gg][Ii][Ff]|[Ss][Vv][Gg])"
    )
    remedy = (
        "a picture is a PNG, JPEG, WebP, AVIF, GIF or SVG in your content, named by its path "
        "from here, such as 'ana.png'"
    )
