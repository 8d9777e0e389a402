"""The one Jinja environment.

Strict, and safe for any text whether a template thinks of it or not.
"""

import html
import posixpath
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from playbook.assets import THEME
from playbook.clubs.schedule import format_chapters
from playbook.language import _, choose_form, format_day, pgettext
from playbook.library.interviews import find_last_change
from playbook.site.social_card import HOME, locate_card
from playbook.site.template_cache import TemplateCache
from playbook.source.emit import emit_front_matter
from playbook.text.english import capitalize
from playbook.text.inline import Text

if TYPE_CHECKING:
    from playbook.library.entry import Entry
    from playbook.site.markdown import Writer

PACKAGE = Path(__file__).parents[1]
EVIDENCE = 0.7
"""How high what tells of customers ranks beside what a team can do."""


@cache
def load_environment() -> Environment:
    """Return the environment of every page; what belongs to one library is passed to `render`."""
    environment = Environment(
        loader=FileSystemLoader([PACKAGE, THEME / "pages"]),
        bytecode_cache=TemplateCache(Path(__file__).read_text(encoding="utf-8")),
        autoescape=True,
        finalize=to_markdown,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["capital"] = capitalize
    environment.globals.update(
        _=translate, gettext=_, ngettext=translate_number, pgettext=pgettext, dated=format_day
    )
    environment.globals.update(
        chapters_told=format_chapters, front_matter=write_front_matter, indent=indent_item
    )
    return environment


def template_name(path: Path) -> str:
    """Return how the environment calls a template in the folder of a kind."""
    return posixpath.relpath(path.as_posix(), PACKAGE.as_posix())


@pass_context
def to_markdown(context: Context, value: Any) -> Markup:
    """Return what a template prints.

    Our own Markdown as it is, inline Markdown rendered, other text escaped.
    """
    if isinstance(value, Markup):
        return value
    writer: Writer = context["write"]
    return writer.text(value) if isinstance(value, Text) else writer.literal(str(value))


@pass_context
def translate(context: Context, words: str, /, **values: Any) -> Markup:
    """Return one of our messages in the language of the site, as Markdown.

    What it holds is shown as anywhere else.
    """
    return fill_message(context, _(words), values)


@pass_context
def translate_number(
    context: Context, one: str, many: str, number: int, /, **values: Any
) -> Markup:
    """Return a message in the form that its number asks for."""
    return fill_message(context, choose_form(one, many, number), {"number": number, **values})


def fill_message(context: Context, words: str, values: Mapping[str, Any]) -> Markup:
    markdown = Markup(words)
    return (
        markdown % {name: to_markdown(context, value) for name, value in values.items()}
        if values
        else markdown
    )


@pass_context
def write_front_matter(
    context: Context,
    title: str,
    description: str,
    *hide: str,
    sort: str = "",
    boost: float = 1,
    **more: Any,
) -> Markup:
    """Return a page's front matter; titles and descriptions are HTML to the themes that print them.

    `sort` is what a search calls the page, and `boost` how high it ranks there; `more` is said as
    it is.
    """
    entry: Entry | None = context.get("entry")
    if entry and boost == 1 and entry.artifact.tells_of_customers:
        boost = EVIDENCE
    meta: dict[str, Any] = {"title": html.escape(title), "description": html.escape(description)}
    if hide:
        meta["hide"] = hide
    meta["source"] = context["source"] if entry else ""
    if entry and entry.shelf:
        meta["origin"] = entry.shelf.release
        meta["id"] = entry.id
    if day := entry and find_last_change(entry):
        meta["changed"] = [day.isoformat(), format_day(day)]
    if context["previews"]:
        meta["preview"] = locate_card(entry.page if entry else HOME)
    if entry:
        meta["tags"] = [_(entry.kind.title), *entry.artifact.tags]
    elif sort:
        meta["tags"] = [sort]
    if boost != 1:
        meta["search"] = {"boost": boost}
    meta |= more
    return Markup(emit_front_matter(meta))


def indent_item(depth: int) -> Markup:
    """Return the start of a line in a list nested `depth` deep."""
    return Markup("    " * depth)
