"""All that changed -> a page of HTML that stands alone: its style and its script are in it."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from playbook.assets import THEME
from playbook.changes.change import Changes, Sort
from playbook.changes_page.sections import MOST_PICTURES, count_looks, find_anchor, make_sections
from playbook.config.identity import Look as SiteLook
from playbook.library.entry import Entry
from playbook.report.change_names import make_states, name_remark
from playbook.report.change_summary import summarize
from playbook.report.piece_items import Item
from playbook.report.spans import (
    Look,
    Sentence,
    Span,
    capitalize_sentence,
    join_details,
    keep_on_line,
)
from playbook.source.problem import Problem
from playbook.system.terminal import escape_controls

FOLDER = THEME / "changes"
SHEETS = (THEME / "styles" / "picture.css", FOLDER / "changes.css")
MOST_PROBLEMS, MOST_PARTS = 5, 8
"""So many problems, and parts of something new, are seen at once; more are folded away."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIGNS = {
    Look.PLAIN: Markup("{}"),
    Look.NAME: Markup('<span class="name">“<bdi>{}</bdi>”</span>'),
    Look.CODE: Markup("<code><bdi>{}</bdi></code>"),
    Look.GONE: Markup('<del><span class="unseen">removed: </span>{}</del>'),
    Look.NEW: Markup('<ins><span class="unseen">added: </span>{}</ins>'),
}
FILES = {Sort.ADDED: ("new", "New"), Sort.REMOVED: ("gone", "Gone")}
WORDS = {"new": "new", "gone": "gone", "changed": "changed", "here": "moved"}


def write_page(
    changes: Changes,
    before: Mapping[str, Entry],
    after: Mapping[str, Entry],
    labels: tuple[str, str] = ("", ""),
    look: SiteLook | None = None,
) -> str:
    """Return the page; `labels` are what readers call the two states."""
    states = make_states(changes, before, after)
    sections = list(make_sections(changes.artifacts, states))
    style, script = make_style(look or SiteLook()), read_script()
    questions = [
        (
            write_html(capitalize_sentence((*name_remark(remark, states), Span(remark.message)))),
            find_anchor(sections, remark.artifact, remark.piece),
        )
        for remark in changes.remarks
    ]
    return (
        load_environment()
        .get_template("page.html.jinja")
        .render(
            summary=write_html(summarize(changes, states)),
            labels=[escape_controls(keep_on_line(label)) for label in labels],
            sections=sections,
            questions=questions,
            changes=changes,
            files=[
                (*FILES.get(sort, ("changed", "Changed")), path) for sort, path in changes.files
            ],
            most_problems=MOST_PROBLEMS,
            most_parts=MOST_PARTS,
            most_pictures=MOST_PICTURES,
            style=Markup(style),  # noqa: S704 - ours, with colours that were checked
            script=Markup(script),  # noqa: S704 - ours
            policy="; ".join(
                [
                    "default-src 'none'",
                    f"script-src '{hash_text(script)}'",
                    f"style-src '{hash_text(style)}'",
                    "base-uri 'none'",
                    "form-action 'none'",
                ]
            ),
        )
    )


@cache
def load_environment() -> Environment:
    """Return what reads the template; all that it prints is escaped."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "html": write_html,
        "plain": lambda text: escape_controls(keep_on_line(str(text))),
        "parts": split_item,
        "groups": group_problems,
        "looks": lambda section: [(WORDS[look], number) for look, number in count_looks(section)],
    }
    return environment


def split_item(item: Item) -> tuple[Sentence, list[Sentence]]:
    """Return a change as its first line and those below; a single detail is on the first."""
    head, details = join_details(item.head, item.details)
    return capitalize_sentence(head), [capitalize_sentence(detail) for detail in details]


def write_html(sentence: Sentence) -> Markup:
    """Return a sentence as HTML; spaces stay outside of what is marked."""
    return Markup("").join(map(write_span, sentence))


def write_span(span: Span) -> Markup:
    """Return a stretch of a sentence as HTML, in which nothing acts."""
    text = escape_controls(keep_on_line(span.text))
    words = text.strip(" ")
    if not words:
        return escape(text)
    start, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return escape(start) + SIGNS[span.look].format(words) + escape(end)


def group_problems(problems: Iterable[Problem]) -> list[tuple[Problem, list[str]]]:
    """Return each problem once, with all the places that have it."""
    groups: dict[tuple[str, str], tuple[Problem, list[str]]] = {}
    for problem in problems:
        _, places = groups.setdefault((problem.code, problem.message), (problem, []))
        places.append(write_place(problem))
    return [*groups.values()]


def write_place(problem: Problem) -> str:
    """Return where a problem is."""
    path = escape_controls(problem.path.as_posix())
    return f"{path}:{problem.mark.line}:{problem.mark.column}"


def make_style(look: SiteLook) -> str:
    """Return the style of the page, in the colours of the site."""
    light, dark = (
        "\n".join(f"  --pb-{name}: {value};" for name, value in colours.items())
        for colours in (look.light, look.dark)
    )
    schemes = (
        f":root {{\n{light}\n}}\n@media screen and (prefers-color-scheme: dark) {{\n"
        f":root {{\n{dark}\n}}\n}}\n"
    )
    sheets = (sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    return COMMENT.sub("", "\n".join((schemes, *sheets)))


@cache
def read_script() -> str:
    """Return the script of the page."""
    return (FOLDER / "changes.js").read_text(encoding="utf-8")


def hash_text(text: str) -> str:
    """Return what a policy calls a style or a script that stands in the page."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
