"""What the method asks of an experience map."""

from collections.abc import Iterator

from playbook.kind import Finding, rule
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.problem import Severity


@rule("EM001", "only-the-plain-path")
def only_the_plain_path(it: ExperienceMap) -> Iterator[Finding]:
    """Customers turn back, run into trouble and give up; a map without any of it shows our wish (Torres, ch. 4)."""
    ways = [link.as_ for node in it.nodes for link in node.next]
    if ways and set(ways) == {"step"}:
        yield Finding(
            ("nodes",), "every link is a plain step: add where customers go back, what goes wrong, where they give up"
        )


@rule("EM002", "nobody-drew-it", Severity.ERROR)
def nobody_drew_it(it: ExperienceMap) -> Iterator[Finding]:
    """A map is one person's view or merged from several; a reader must know which (Torres, ch. 4)."""
    if it.drawn_by and it.merges:
        yield Finding(("drawn_by",), "a merged map belongs to the trio: delete 'drawn_by:', or delete 'merges:'")
    if not it.drawn_by and not it.merges:
        yield Finding((), "nobody drew this map: say who with 'drawn_by:', or which maps it merges with 'merges:'")


RULES = (only_the_plain_path, nobody_drew_it)
