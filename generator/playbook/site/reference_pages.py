"""What a contributor looks up on the site: a page for each kind and for each rule."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from playbook.library.kind import Kind
from playbook.reference.examples import Examples
from playbook.reference.fields import make_tables
from playbook.reference.lessons import Lesson, load_lessons
from playbook.rules.faults import load_faults
from playbook.site.site_file import Origin, SiteFile
from playbook.site.templates import PageRenderer

REFERENCE, RULES = "reference/index.md", "rules/index.md"


def make_reference_files(kinds: tuple[Kind, ...], pages: PageRenderer) -> Iterator[SiteFile]:
    """Yield the page of each kind and of each rule, and the two that list them."""
    kind_pages = [(kind, locate_kind_page(kind.name)) for kind in kinds]
    yield SiteFile(
        REFERENCE,
        partial(pages.render, "reference-index.md.jinja", REFERENCE, kinds=kind_pages, rules=RULES),
    )
    for kind, path in kind_pages:
        yield SiteFile(path, partial(render_kind, kind, path, pages), origin=Origin(path))
    rule_pages = [(lesson, locate_rule_page(code)) for code, lesson in load_lessons(kinds).items()]
    yield SiteFile(RULES, partial(render_rules, rule_pages, len(kinds), pages))
    for lesson, path in rule_pages:
        yield SiteFile(path, partial(render_rule, lesson, path, pages), origin=Origin(path))


def locate_kind_page(name: str) -> str:
    """Return the path of the page that tells how to write a kind."""
    return f"reference/{name}.md"


def locate_rule_page(code: str) -> str:
    """Return the path of a rule's page."""
    return f"rules/{code.lower()}.md"


def render_kind(kind: Kind, path: str, pages: PageRenderer) -> str:
    examples = Examples(kind)
    values = {
        "kind": kind,
        "tables": make_tables(kind, examples),
        "example": to_code(examples.text),
    }
    return pages.render("reference.md.jinja", path, **values)


def render_rules(rule_pages: list[tuple[Lesson, str]], count: int, pages: PageRenderer) -> str:
    """Return the table of all rules; `count` is the number of kinds."""
    faults = list(load_faults().values())
    return pages.render("rules.md.jinja", RULES, lessons=rule_pages, count=count, faults=faults)


def render_rule(lesson: Lesson, path: str, pages: PageRenderer) -> str:
    examples = {
        "bad": to_code(lesson.bad),
        "good": to_code(lesson.good),
        "waiver": to_code(lesson.waiver),
    }
    return pages.render("rule.md.jinja", path, lesson=lesson, **examples)


def to_code(text: str) -> Markup:
    """Return our own example as it stands, for a fenced block."""
    return Markup(text.rstrip())  # noqa: S704 - text of this package, not of a contributor
