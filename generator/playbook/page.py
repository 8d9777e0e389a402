"""The one Jinja environment: strict, and safe for any text whether a template thinks of it or not."""

import html
import json
import posixpath
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from playbook.clubs import clubs, told
from playbook.collected import collect
from playbook.entry import Entry
from playbook.further import Further
from playbook.glossary import Terms
from playbook.interviews import freshness, supports
from playbook.library import Library
from playbook.markdown import Writer
from playbook.parts.flow import Flow, Scenario
from playbook.parts.simulation import Run, run
from playbook.parts.term import Term
from playbook.rule import Lookup
from playbook.text import Text
from playbook.theme import THEME
from playbook.wording import counted, dated

PACKAGE = Path(__file__).parent
Pictures = Mapping[str, Markup]


@pass_context
def shown(context: Context, value: Any) -> Markup:
    """Return what a template prints: our own Markdown as it is, inline Markdown rendered, other text escaped."""
    if isinstance(value, Markup):
        return value
    writer: Writer = context["write"]
    return writer.text(value) if isinstance(value, Text) else writer.literal(str(value))


def front_matter(title: str, description: str, *hide: str) -> Markup:
    """Return a page's front matter; titles and descriptions are HTML to the themes that print them."""
    said: dict[str, Any] = {"title": html.escape(title), "description": html.escape(description)}
    if hide:
        said["hide"] = hide
    lines = "\n".join(f"{key}: {json.dumps(each, ensure_ascii=False)}" for key, each in said.items())
    return Markup("---\n%s\n---\n") % Markup(lines)


def indent(depth: int) -> Markup:
    """Return the start of a line in a list nested `depth` deep."""
    return Markup("    " * depth)


def simulate(artifact: Any, others: Lookup, flow: Flow) -> list[tuple[Scenario, Run | None]]:
    """Return each scenario of an artifact's flow with how it goes."""
    return [(scenario, run(flow, scenario, artifact, others)) for scenario in flow.scenarios]


class Pages:
    """Renders pages of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.terms = Terms(collect(library, Term))
        self.clubs = clubs(library)
        self.environment = Environment(
            loader=FileSystemLoader([PACKAGE, THEME / "pages"]),
            autoescape=True,
            finalize=shown,
            keep_trailing_newline=True,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )
        self.environment.globals.update(
            chapters_told=told, counted=counted, dated=dated, front_matter=front_matter, indent=indent
        )

    def render(self, template: str, path: str, **values: Any) -> str:
        """Return the page at `path`, with links relative to it."""
        return self._fill(template, Writer(path, self.library.resolve), **values)

    def artifact(self, entry: Entry, pictures: Pictures, further: Sequence[Further] = ()) -> str:
        """Return an artifact's page; `further` are the pages that it has beside this one."""
        return self._of(entry, entry.page, entry.kind.template(), pictures=pictures, further=further)

    def further(self, entry: Entry, page: Further, pictures: Pictures) -> str:
        """Return a further page of an artifact."""
        template = entry.kind.template(page.template)
        return self._of(entry, page.path, template, pictures=pictures, page=page, **page.values)

    def _of(self, entry: Entry, path: str, template: Path, **values: Any) -> str:
        write = Writer(path, self.library.resolve, entry)
        shown = {"entry": entry, "it": entry.artifact, "backlinks": self.library.backlinks(entry), "clubs": self.clubs}
        shown |= {"supports": supports(self.library, entry), "freshness": freshness(entry, self.library)}
        shown["simulate"] = partial(simulate, entry.artifact, self.library)
        name = posixpath.relpath(template.as_posix(), PACKAGE.as_posix())
        return self.terms.link(self._fill(name, write, **shown, **values), write)

    def _fill(self, template: str, write: Writer, **values: Any) -> str:
        return tidy(self.environment.get_template(template).render(write=write, **values))


def tidy(text: str) -> str:
    """Return Markdown without trailing spaces and without more than one blank line in a row."""
    lines: list[str] = []
    for line in (each.rstrip() for each in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
