"""Where text stands in a YAML file, so that a `#` in a text is not taken for a comment."""

import yaml

from playbook.source.composer import LOADER
from playbook.source.node import place
from playbook.source.problem import Mark


def spans(text: str) -> list[tuple[Mark, Mark]]:
    """Return the start and the end of every text in quotes or in a block of lines; the document must be readable."""
    texts = (event for event in yaml.parse(text, Loader=LOADER) if isinstance(event, yaml.ScalarEvent) and event.style)
    return [(place(event.start_mark), place(event.end_mark)) for event in texts]
