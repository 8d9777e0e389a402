"""The one Jinja environment: strict, and safe for any text whether a template thinks of it or not."""

import html
import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from playbook.assets import THEME
from playbook.clubs.schedule import find_clubs, format_chapters
from playbook.content.handwritten import find_page
from playbook.handouts.print_menu import offers
from playbook.handouts.printing import Print
from playbook.language import _, dated, form, pgettext
from playbook.library.entry import Entry
from playbook.library.interviews import changed, freshness, supports
from playbook.library.library import Library
from playbook.library.pieces import collect
from playbook.library.subpage import SubPage
from playbook.parts.flow import Flow, Scenario
from playbook.parts.simulation import Run, run_scenario
from playbook.parts.term import Term
from playbook.rules.rule import Lookup
from playbook.site.gallery import Covers, Sketch
from playbook.site.glossary import Terms
from playbook.site.markdown import Writer
from playbook.site.social_card import HOME, path_of
from playbook.source.emit import emit_front_matter
from playbook.text.english import capital
from playbook.text.inline import Text

PACKAGE = Path(__file__).parents[1]
Pictures = Mapping[str, Markup]


@pass_context
def to_markdown(context: Context, value: Any) -> Markup:
    """Return what a template prints: our own Markdown as it is, inline Markdown rendered, other text escaped."""
    if isinstance(value, Markup):
        return value
    writer: Writer = context["write"]
    return writer.text(value) if isinstance(value, Text) else writer.literal(str(value))


@pass_context
def message(context: Context, words: str, /, **values: Any) -> Markup:
    """Return one of our messages in the language of the site, as Markdown; what it holds is shown as anywhere else."""
    return filled(context, _(words), values)


@pass_context
def numbered(context: Context, one: str, many: str, number: int, /, **values: Any) -> Markup:
    """Return a message in the form that its number asks for."""
    return filled(context, form(one, many, number), {"number": number, **values})


def filled(context: Context, words: str, values: Mapping[str, Any]) -> Markup:
    """Return a message with its values."""
    said = Markup(words)
    return said % {name: to_markdown(context, value) for name, value in values.items()} if values else said


@pass_context
def front_matter(
    context: Context, title: str, description: str, *hide: str, sort: str = "", boost: float = 1, **more: Any
) -> Markup:
    """Return a page's front matter; titles and descriptions are HTML to the themes that print them.

    `sort` is what a search calls the page, and `boost` how high it ranks there; `more` is said as it is.
    """
    entry: Entry | None = context.get("entry")
    said: dict[str, Any] = {"title": html.escape(title), "description": html.escape(description)}
    if hide:
        said["hide"] = hide
    said["source"] = context["source"] if entry else ""
    if day := entry and changed(entry):
        said["changed"] = [day.isoformat(), dated(day)]
    if context["previews"]:
        said["preview"] = path_of(entry.page if entry else HOME)
    if tags := [_(entry.kind.title), *entry.artifact.tags] if entry else [sort] if sort else []:
        said["tags"] = tags
    if boost != 1:
        said["search"] = {"boost": boost}
    said |= more
    return Markup(emit_front_matter(said))


def named(template: Path) -> str:
    """Return how the environment calls a template in the folder of a kind."""
    return posixpath.relpath(template.as_posix(), PACKAGE.as_posix())


def indent(depth: int) -> Markup:
    """Return the start of a line in a list nested `depth` deep."""
    return Markup("    " * depth)


def simulate(artifact: Any, others: Lookup, flow: Flow) -> list[tuple[Scenario, Run | None]]:
    """Return each scenario of an artifact's flow with how it goes."""
    return [(scenario, run_scenario(flow, scenario, artifact, others)) for scenario in flow.scenarios]


class Pages:
    """Renders pages of one library.

    `sketch` draws the small pictures on cards; with `previews` each page names the picture that stands for it where
    somebody shares it; `printed` are the handouts that pages offer.
    """

    def __init__(
        self,
        library: Library,
        sketch: Sketch | None = None,
        printed: Iterable[Print] = (),
        *,
        previews: bool = False,
    ) -> None:
        self.library = library
        self.offers = offers(printed)
        self.terms = Terms(collect(library, Term))
        self.clubs = find_clubs(library)
        self.covers = Covers(library, self.clubs, sketch)
        self.environment = Environment(
            loader=FileSystemLoader([PACKAGE, THEME / "pages"]),
            autoescape=True,
            finalize=to_markdown,
            keep_trailing_newline=True,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )
        self.environment.filters["capital"] = capital
        self.environment.globals.update(
            _=message, gettext=_, ngettext=numbered, pgettext=pgettext, dated=dated, chapters_told=format_chapters
        )
        self.environment.globals.update(cover=self.covers, front_matter=front_matter, indent=indent)
        self.environment.globals.update(previews=previews, stands=partial(find_page, library.handwritten))

    def render(self, template: str, path: str, **values: Any) -> str:
        """Return the page at `path`, with links relative to it."""
        return self._fill(template, Writer(path, self.library.resolve), **values)

    def render_artifact(self, entry: Entry, pictures: Pictures, subpages: Sequence[SubPage] = ()) -> str:
        """Return an artifact's page; `subpages` are the pages that it has beside this one."""
        name = named(entry.kind.file("page.md.jinja"))
        return self.terms.link(*self._of(entry, entry.page, name, pictures=pictures, subpages=subpages))

    def render_subpage(self, entry: Entry, page: SubPage, pictures: Pictures) -> str:
        """Return a page beside that of an artifact."""
        name = page.template if page.is_shared else named(entry.kind.file(page.template))
        text, write = self._of(entry, page.path, name, pictures=pictures, page=page, **page.values)
        return text if page.is_shared else self.terms.link(text, write)

    def _of(self, entry: Entry, path: str, template: str, **values: Any) -> tuple[str, Writer]:
        write = Writer(path, self.library.resolve, entry)
        shown = {"entry": entry, "it": entry.artifact, "backlinks": self.library.backlinks(entry), "clubs": self.clubs}
        shown["source"] = entry.source.path.relative_to(self.library.content).as_posix()
        shown |= {"supports": supports(self.library, entry), "freshness": freshness(entry, self.library)}
        shown["offers"] = defaultdict(dict, self.offers.get(entry.id, {}))
        shown["simulate"] = partial(simulate, entry.artifact, self.library)
        return self._fill(template, write, **shown, **values), write

    def _fill(self, template: str, write: Writer, **values: Any) -> str:
        return tidy(self.environment.get_template(template).render(write=write, **values))


def tidy(text: str) -> str:
    """Return Markdown without trailing spaces and without more than one blank line in a row."""
    lines: list[str] = []
    for line in (each.rstrip() for each in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
