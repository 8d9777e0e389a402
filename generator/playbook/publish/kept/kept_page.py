"""A page as MkDocs knows it, whose text is read from what is kept only while it is looked at."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from playbook.publish.kept.page_store import make_key

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

LogLine = tuple[str, int, str]
"""A logger's name, a level and a message."""


@dataclass(frozen=True)
class Learned:
    """What MkDocs has to know of a page that was converted.

    Neither its HTML nor its table of contents, which only who fills in the page reads.
    """

    title: str | None
    meta: dict[str, Any]
    anchors: list[str]
    links: dict[str, dict[str, str]]
    """The anchors on other pages that it links to, and how it does, by the pages' paths."""
    log: list[LogLine]
    is_searched: bool
    """Whether a search reads anything of it."""
    ways: str = ""
    """What stands for the addresses of the files that were looked for."""


@dataclass(frozen=True, kw_only=True)
class Converted(Learned):
    """What MkDocs learns of a page when it turns its Markdown into HTML, but for the HTML."""

    toc: list[Any]
    targets: dict[str, str | None]
    """The address of each file that was looked for; None for one that is not there."""

    @property
    def learned(self) -> Learned:
        """What is not read again."""
        ways = make_key(json.dumps(sorted(self.targets.items())))
        return Learned(
            self.title, self.meta, self.anchors, self.links, self.log, self.is_searched, ways
        )

    @classmethod
    def load(cls, text: bytes) -> Self:
        return cls(**json.loads(text))

    def dump(self) -> bytes | None:
        """Return it as JSON; None where a page says of itself what JSON can't say."""
        try:
            text = json.dumps(vars(self))
        except (TypeError, ValueError):
            return None
        return text.encode() if json.loads(text)["meta"] == self.meta else None


class TargetRecorder:
    """The files of a site for who converts a page, with a note of each that was looked for."""

    def __init__(self, files: "Files") -> None:
        self.files = files
        self.targets: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> "File | None":
        file = self.files.get_file_from_path(path)
        self.targets[path] = describe_target(file)
        return file


def describe_target(file: "File | None") -> str | None:
    """Return what a link to a file depends on."""
    return f"{file.inclusion.name} {file.url}" if file else None


class KeptPage(Page):
    """A page that was converted already.

    `open` reads its HTML and its table of contents, and `close` forgets them again. While it is
    closed it says nothing, so that no plugin of a build does once more what was done.
    """

    learned: Learned
    html: str | None = None
    contents: TableOfContents | None = None
    key = output_key = ""
    """What its conversion and its whole page are kept by."""
    filled: list[LogLine] | None = None
    """What was logged when its template was filled in; None before that, and once repeated."""

    @staticmethod
    def adopt(page: Page, key: str, learned: Learned) -> None:
        """Make one of a page of MkDocs, which the navigation knows already."""
        page.__class__ = KeptPage
        if isinstance(page, KeptPage):
            page.key, page.learned = key, learned

    def read_source(self, config: "MkDocsConfig") -> None:
        del config
        self.markdown, self.meta = "", self.learned.meta

    def render(self, config: "MkDocsConfig", files: "Files") -> None:
        del config
        known = self.learned
        self._title_from_render = known.title
        self.present_anchor_ids = set(known.anchors)
        linked = ((files.src_uris.get(path), links) for path, links in known.links.items())
        self.links_to_anchors = {file: links for file, links in linked if file}
        repeat_log(known.log)

    @property
    def content(self) -> str:
        """Its HTML while it is open, or else nothing."""
        return self.html or ""

    @content.setter
    def content(self, value: str | None) -> None:
        if self.html is not None:
            self.html = value

    @property
    def toc(self) -> TableOfContents:
        """Its table of contents while it is open."""
        return self.contents or get_toc([])

    @toc.setter
    def toc(self, value: TableOfContents) -> None:
        self.contents = value

    def open(self, html: str, toc: list[Any]) -> None:
        self.html = html
        items = [read_anchor(item) for item in toc]
        if items:
            items[0].active = True  # type: ignore[attr-defined] # as MkDocs does
        self.contents = TableOfContents(items)

    def close(self) -> None:
        self.html = self.contents = None


def write_anchor(anchor: AnchorLink) -> list[Any]:
    return [
        anchor.title,
        anchor.id,
        anchor.level,
        [write_anchor(below) for below in anchor.children],
    ]


def read_anchor(item: list[Any]) -> AnchorLink:
    title, id_, level, children = item
    anchor = AnchorLink(title, id_, level)
    anchor.children = [read_anchor(child) for child in children]
    return anchor


class LogKeeper(logging.Handler):
    """Takes down what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LogLine] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def keep_log() -> Iterator[list[LogLine]]:
    """Take down what MkDocs logs meanwhile, instead of showing it."""
    logger, keeper = logging.getLogger("mkdocs"), LogKeeper()
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [keeper], False
    logger.setLevel(logging.INFO)
    try:
        yield keeper.lines
    finally:
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])


def repeat_log(lines: list[LogLine]) -> None:
    """Log what was taken down."""
    for name, level, message in lines:
        logging.getLogger(name).log(level, "%s", message)


def list_links(links: "Mapping[File, dict[str, str]] | None") -> dict[str, dict[str, str]]:
    return {file.src_uri: anchors for file, anchors in (links or {}).items()}
