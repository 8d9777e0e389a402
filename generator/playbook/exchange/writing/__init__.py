"""Writes an outline in the forms of other tools; every text in it is a stranger's."""

from collections.abc import Callable
from dataclasses import dataclass

from playbook.exchange.outline import Outline
from playbook.exchange.writing.canvas import write_canvas
from playbook.exchange.writing.markdown import write_markdown
from playbook.exchange.writing.mermaid import write_mermaid
from playbook.exchange.writing.opml import write_opml
from playbook.exchange.writing.table import write_table


@dataclass(frozen=True)
class Form:
    """A form that other tools read."""

    ending: str
    """How its files end, without the dot."""
    write: Callable[[Outline], str]
    is_picture: bool = False
    """Whether it holds boxes and arrows alone, and no facts beside them."""


FORMS = {
    "markdown": Form("md", write_markdown),
    "mermaid": Form("mmd", write_mermaid, is_picture=True),
    "opml": Form("opml", write_opml),
    "csv": Form("csv", write_table),
    "canvas": Form("canvas", write_canvas),
}
