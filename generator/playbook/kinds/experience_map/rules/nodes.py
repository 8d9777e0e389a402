"""What the method asks of each node."""

from collections import Counter
from collections.abc import Iterator

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import find_word
from playbook.text.english import quoted


@rule("EM301", "screen-not-customer")
def screen_not_customer(it: ExperienceMap) -> Iterator[Finding]:
    """Draw the customer's experience and not your product's screens; most of it happens away from
    them (ch. 4).

    Bad:
        nodes: [{title: Opens the home page}]
    Good:
        nodes: [{title: Looks for teachers within reach}]
    """
    for index, node in enumerate(it.nodes):
        if word := find_word(node.title.plain(), "screens"):
            message = (
                f"{quoted(node.title.plain())} is about a screen ('{word}'): "
                "say what the customer is trying to do"
            )
            yield Finding(("nodes", index, "title"), message)


@rule("EM302", "feeling-without-evidence")
def feeling_without_evidence(it: ExperienceMap) -> Iterator[Finding]:
    """In a shared map, a feeling that nobody told us about is ours; ask for the story, or leave it
    out (ch. 4, 5).

    Bad:
        drawn_by:
        merges: [designer, engineer]
        nodes: [{title: Hears nothing for days, feeling: snubbed, mood: -2}]
    Good:
        drawn_by:
        merges: [designer, engineer]
        nodes: [{title: Hears nothing for days, feeling: snubbed, mood: -2, evidence: Interview 6}]
    """
    if not it.merges:
        return
    for index, node in enumerate(it.nodes):
        if node.feeling and not node.evidence_count:
            message = (
                f"nobody told us that customers feel {quoted(node.feeling.plain())} here: "
                "add 'evidence:', or delete it"
            )
            yield Finding(("nodes", index, "feeling"), message)


@rule("EM303", "moment-told-twice")
def moment_told_twice(it: ExperienceMap) -> Iterator[Finding]:
    """When maps are merged, similar nodes become one; the same moment told twice splits what we know
    about it (Torres, ch. 4).

    Bad:
        nodes: [{id: a, title: Asks a friend}, {id: b, title: Asks a friend}]
    Good:
        nodes: [{title: Asks a friend}, {title: Asks in the choir}]
    """
    titles = [node.title.plain().casefold() for node in it.nodes]
    counts, seen = Counter(titles), set[str]()
    for index, (node, title) in enumerate(zip(it.nodes, titles, strict=True)):
        if counts[title] > 1 and title in seen:
            message = (
                f"{quoted(node.title.plain())} is told twice: merge the two nodes, "
                "or say how they differ"
            )
            yield Finding(("nodes", index, "title"), message)
        seen.add(title)


RULES = (screen_not_customer, feeling_without_evidence, moment_told_twice)
