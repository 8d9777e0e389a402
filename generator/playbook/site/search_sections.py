"""A page's HTML -> its sections as a search knows them.

A section shows its sentences. Cells of tables, words of drawings and facts at a glance are found,
and not shown.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {"p", "li", "pre", "dt", "dd", "figcaption", "summary"}
LOOSE = {"table", "svg"}
CELLS = {"td", "th", "text", "title", "desc", "div", "br", "option", "label"}
LOOSE_CLASSES = {"pb-facts", "pb-run"}
SKIPPED = {"nav", "script", "style", "button", "template", "select", "object"}
SKIPPED_CLASSES = {"headerlink", "pb-kind", "pb-tags", "pb-ways", "pb-minutes", "pb-handouts"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
EXCLUDE = "data-search-exclude"
ENDS = (".", "?", "!", "…", ":", "。", "？", "！")  # noqa: RUF001 - of Chinese and Japanese sentences


@dataclass
class Section:
    """A heading, and what stands below it up to the next."""

    id: str = ""
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    kind: str = ""

    @property
    def sentences(self) -> str:
        """Its sentences, as one text."""
        spaced = (f"{block} " if block.endswith(ENDS) else f"{block} · " for block in self.blocks)
        return "".join(spaced).removesuffix(" · ").rstrip()


class SectionReader(HTMLParser):
    """Reads a page; what a page says before its first heading belongs to that."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section()]
        self.skipping: list[str] = []
        self.loose: list[str] = []
        self.open: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what is skipped, or what is read."""
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if self.skipping:
            if tag == self.skipping[0]:
                self.skipping.append(tag)
        elif tag in SKIPPED or EXCLUDE in values or not SKIPPED_CLASSES.isdisjoint(classes):
            if tag not in VOID:
                self.skipping.append(tag)
        elif tag in HEADINGS and values.get("id"):
            self.begin_section(tag, values["id"] or "")
        else:
            self.begin_block(tag, classes)

    def begin_section(self, tag: str, anchor: str) -> None:
        """Begin a section at its heading."""
        if self.sections[-1].id or tag != "h1":
            self.sections.append(Section())
        self.sections[-1].id = anchor
        self.open.append([])

    def begin_block(self, tag: str, classes: list[str]) -> None:
        """Begin a block; inside a table or a drawing there are only words."""
        if self.loose and tag == self.loose[0]:
            self.loose.append(tag)
        elif not self.loose and (tag in LOOSE or not LOOSE_CLASSES.isdisjoint(classes)):
            self.loose.append(tag)
            self.open.append([])
        elif tag in BLOCKS and not self.loose:
            self.open.append([])
        elif tag in CELLS or tag in BLOCKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if self.skipping:
            if tag == self.skipping[0]:
                self.skipping.pop()
        elif tag in HEADINGS:
            if self.open:
                self.sections[-1].title = self.close_block()
        elif self.loose and tag == self.loose[0]:
            self.loose.pop()
            if not self.loose:
                self.sections[-1].loose.append(self.close_block())
        elif tag in BLOCKS and not self.loose:
            if self.open and (text := self.close_block()):
                self.sections[-1].blocks.append(text)
        elif tag in CELLS or tag in BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        """Keep words; those in no block are only found."""
        if not self.skipping:
            (self.open[-1] if self.open else self.sections[-1].loose).append(data)

    def close_block(self) -> str:
        """Return what the innermost block says."""
        return " ".join("".join(self.open.pop()).split())


def read_sections(html: str) -> list[Section]:
    """Return the sections of a page, the first of which is its top."""
    reader = SectionReader()
    reader.feed(html)
    reader.close()
    top = reader.sections[0]
    top.id = ""
    return reader.sections
