"""Rule docstrings -> the text of `explain` and of the site's rule pages."""

import inspect
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from playbook.library.kind import Kind
from playbook.privacy.history import GIT_REMEMBERS, is_private
from playbook.rules.faults import Fault
from playbook.rules.rule import Rule
from playbook.source.problem import Severity
from playbook.text.english import capitalize

SECTIONS = re.compile(r"(?P<why>.+?)\n+Bad:\n(?P<bad>.+?)\n+Good:\n(?P<good>.+)", re.DOTALL)


@dataclass(frozen=True)
class Lesson:
    """What a rule teaches: why it exists, with a bad and a good example in YAML."""

    rule: Rule
    kinds: tuple[Kind, ...]
    why: str
    bad: str
    good: str

    @property
    def title(self) -> str:
        """The rule's code and name, and how much it matters."""
        return f"{self.rule.code} {self.rule.name} ({self.weight})"

    @property
    def words(self) -> str:
        """Its name as words."""
        return capitalize(self.rule.name.replace("-", " "))

    @property
    def weight(self) -> str:
        """How much it matters, and whether it is off at first."""
        weight = "error" if self.rule.severity is Severity.ERROR else "advice"
        return f"{weight}, off" if self.rule.is_optional else weight

    @property
    def other_weight(self) -> str:
        """What a site writes to have it another way than it is."""
        return str(self.rule.severity) if self.rule.is_optional else "off"

    @property
    def waiver(self) -> str:
        """The comment that waives the rule in one place."""
        return f"# playbook: allow {self.rule.code} because …"


def load_lessons(kinds: Iterable[Kind]) -> dict[str, Lesson]:
    """Return every rule's lesson by its code, in the order of the kinds."""
    owners: dict[str, tuple[Rule, list[Kind]]] = {}
    for kind in kinds:
        for rule in kind.rules:
            owners.setdefault(rule.code, (rule, []))[1].append(kind)
    return {code: parse_lesson(rule, tuple(owning)) for code, (rule, owning) in owners.items()}


@cache
def parse_lesson(rule: Rule, kinds: tuple[Kind, ...]) -> Lesson:
    """Return what the rule's docstring says; a docstring of another form raises ValueError."""
    match = SECTIONS.fullmatch(inspect.getdoc(rule.check) or "")
    if match is None:
        raise ValueError(f"the docstring of {rule.code} must say why, then 'Bad:' and 'Good:'")
    why = " ".join(match["why"].split())
    return Lesson(rule, kinds, why, textwrap.dedent(match["bad"]), textwrap.dedent(match["good"]))


def explain_rule(lesson: Lesson) -> str:
    """Return the lesson as plain text for a terminal."""
    others = "error, or off" if lesson.rule.is_optional else "warning, or error"
    places = ", ".join(kind.name for kind in lesson.kinds)
    return "\n".join(
        [
            lesson.title,
            f"in {places}",
            *format_paragraphs(lesson.why, lesson.bad, lesson.good),
            *list_aftermath(lesson.rule.code),
            "",
            "To waive it in one place, write above it, or at the end of its line:",
            f"    {lesson.waiver}",
            "To change how much it matters, write in site_config/site.yml:",
            f"    extra: {{rules: {{{lesson.rule.code}: {lesson.other_weight}}}}}   # or {others}",
        ]
    )


def list_aftermath(code: str) -> list[str]:
    """Return the lines on what is still to be done once a file is put right.

    Most rules need none.
    """
    return ["", textwrap.fill(f"{capitalize(GIT_REMEMBERS)}.", 100)] if is_private(code) else []


def explain_fault(fault: Fault) -> str:
    """Return why a fault matters as plain text for a terminal."""
    return "\n".join(
        [
            f"{fault.code} {fault.name}",
            *format_paragraphs(fault.why, fault.bad, fault.good),
            "",
            "It can't be waived: what it is about would be lost, or would break the site.",
        ]
    )


def format_paragraphs(why: str, bad: str, good: str) -> list[str]:
    """Return the lines of a reason, and of its examples where there are any."""
    lines = ["", textwrap.fill(why, 100)]
    for title, example in (("Bad:", bad), ("Good:", good)):
        if example:
            lines += ["", title, textwrap.indent(example, "    ")]
    return lines
