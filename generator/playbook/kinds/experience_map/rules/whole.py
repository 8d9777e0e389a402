"""What the method asks of a map as a whole."""

import re
from collections.abc import Iterator

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.rules.rule import Finding, rule
from playbook.source.problem import Severity
from playbook.text.english import quoted

ENDS = re.compile(
    r"(?i)\b(?:(?:from|when|starting)\b.+\b(?:to|until|till|ending)|between\b.+\band)\b"
)

LATIN = re.compile("[A-Za-z]")
"""What is written in other letters has other words for from and to."""


@rule("EM101", "nobody-drew-it", Severity.ERROR)
def nobody_drew_it(it: ExperienceMap) -> Iterator[Finding]:
    """A map is one person's view or merged from several, and a reader must know which (Torres, ch.
    4).

    Bad:
        drawn_by: designer
        merges: [another-map]
    Good:
        drawn_by: designer
    """
    if it.drawn_by and it.merges:
        yield Finding(
            ("drawn_by",),
            "a merged map belongs to the trio: delete 'drawn_by:', or delete 'merges:'",
        )
    if not it.drawn_by and not it.merges:
        yield Finding(
            (),
            (
                "nobody drew this map: say who with 'drawn_by:', or which maps it merges with "
                "'merges:'"
            ),
        )


@rule("EM102", "scope-without-ends")
def scope_without_ends(it: ExperienceMap) -> Iterator[Finding]:
    """Too narrow a scope misses opportunities, too wide a one has no focus; say where it starts and
    ends (ch. 4).

    Bad:
        scope: Learning music
    Good:
        scope: From deciding to learn to sitting in the first lesson
    """
    scope = it.scope.plain()
    if LATIN.search(scope) and not ENDS.search(scope):
        message = f"{quoted(scope)} does not say where the map starts and ends: write 'From … to …'"
        yield Finding(("scope",), message)


@rule("EM103", "only-the-plain-path")
def only_the_plain_path(it: ExperienceMap) -> Iterator[Finding]:
    """Customers turn back, run into a problem and give up; a map without any of it shows what we hope
    (Torres, ch. 4).

    Bad:
        nodes:
          - {id: asks, title: Asks a friend, next: finds}
          - {id: finds, title: Finds a teacher, next: asks-again}
          - {id: asks-again, title: Asks for an hour}
    Good:
        nodes:
          - {id: asks, title: Asks a friend, next: finds}
          - {id: finds, title: Finds a teacher, next: {to: asks, as: loop, because: no free hour}}
    """
    ways = [link.as_ for node in it.nodes for link in node.next]
    if ways and set(ways) == {"step"}:
        message = (
            "every link is a plain step: add where customers go back, what goes wrong, "
            "where they give up"
        )
        yield Finding(("nodes",), message)


@rule("EM104", "map-nobody-questioned")
def map_nobody_questioned(it: ExperienceMap) -> Iterator[Finding]:
    """A map is a hypothesis for the next interviews; without a question it is taken for the truth
    (ch. 4).

    Bad:
        drawn_by: designer
        nodes: [{title: Asks a friend}, {title: Looks for teachers}]
    Good:
        drawn_by: designer
        nodes: [{title: Asks a friend, evidence: Interview 1}, {title: Looks for teachers}]
    """
    if not it.questions and not any(node.evidence_count for node in it.nodes):
        message = (
            "no interview stands behind any node and no question is open: "
            "add 'evidence:' or 'questions:'"
        )
        yield Finding(("nodes",), message)


RULES = (nobody_drew_it, scope_without_ends, only_the_plain_path, map_nobody_questioned)
