"""Where the texts of a document stand, which may hold what looks like a comment."""

import yaml

from playbook.source.composer import LOADER
from playbook.source.node import to_mark
from playbook.source.problem import Mark
from playbook.source.unprintable import replace_unprintable


def find_text_spans(text: str) -> list[tuple[Mark, Mark]]:
    """Return the start and the end of every text in quotes or in a block of lines.

    The document must be readable. A `#` in between begins no remark.
    """
    texts = (
        event
        for event in yaml.parse(replace_unprintable(text), Loader=LOADER)
        if isinstance(event, yaml.ScalarEvent) and event.style
    )
    return [(to_mark(event.start_mark), to_mark(event.end_mark)) for event in texts]
