"""What a contributor looks up on the site: a page for each kind and for each rule."""

from collections.abc import Iterator

from markupsafe import Markup

from playbook.library.kind import Kind
from playbook.reference.examples import Examples
from playbook.reference.fields import tables
from playbook.reference.lessons import lessons
from playbook.rules.faults import load_faults
from playbook.site.templates import Pages

REFERENCE, RULES = "reference/index.md", "rules/index.md"


def guidebook(kinds: tuple[Kind, ...], pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    paths = [(kind, f"reference/{kind.name}.md") for kind in kinds]
    yield REFERENCE, pages.render("reference-index.md.jinja", REFERENCE, kinds=paths, rules=RULES)
    for kind, path in paths:
        examples = Examples(kind)
        shown = {"kind": kind, "tables": tables(kind, examples), "example": code(examples.text)}
        yield path, pages.render("reference.md.jinja", path, **shown)
    taught = [(each, f"rules/{name.lower()}.md") for name, each in lessons(kinds).items()]
    faults = list(load_faults().values())
    yield RULES, pages.render("rules.md.jinja", RULES, lessons=taught, count=len(kinds), faults=faults)
    for each, path in taught:
        shown = {"bad": code(each.bad), "good": code(each.good), "waiver": code(each.waiver)}
        yield path, pages.render("rule.md.jinja", path, lesson=each, **shown)


def code(text: str) -> Markup:
    """Return our own example as it stands, for a fenced block."""
    return Markup(text.rstrip())  # noqa: S704 - text of this package, not of a contributor
