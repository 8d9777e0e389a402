"""An outline in which each item has one parent at most, so that a tree can hold it."""

from dataclasses import dataclass, field

from playbook.exchange.outline import Finding, Item, Note, Outline
from playbook.text.english import quoted

DEEPEST = 40
MOST_ITEMS = 5_000


@dataclass
class Branch:
    """An item with what stands below it."""

    item: Item
    depth: int = 0
    parent: "Branch | None" = None
    children: list["Branch"] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """The words on the way to it, and what also leads here from elsewhere."""


def grow_branches(outline: Outline) -> tuple[list[Branch], list[Branch], list[Finding]]:
    """Return the branches at the top, all of them from the top down, and what had to be decided."""
    size = len(outline.items)
    if size > MOST_ITEMS:
        answer = (
            f"it has {size:,} items, and one tree takes {MOST_ITEMS:,} at most: import a branch at "
            "a time"
        )
        return [], [], [Finding(outline.line or 1, answer, is_question=True)]
    branches = {item.key: Branch(item) for item in outline.items}
    findings: list[Finding] = []
    for edge in outline.edges:
        tail, head = branches[edge.tail], branches[edge.head]
        if edge.words:
            head.notes.append(Note(edge.words, edge.line))
        if head.parent is None and not closes_loop(tail, head):
            head.parent = tail
            tail.children.append(head)
        elif head.parent is tail:
            findings.append(Finding(edge.line, f"{name(tail)} leads to {name(head)} twice"))
        elif head.parent is None:
            answer = (
                f"{name(tail)} leads back to {name(head)}, and a tree has no loops: take this line "
                "out, or import it as a map with '--as experience-map'"
            )
            findings.append(Finding(edge.line, answer, is_question=True))
        else:
            findings.append(report_second_parent(tail, head, edge.line))
    tops = [branch for branch in branches.values() if branch.parent is None]
    ordered: list[Branch] = []
    waiting = tops[::-1]
    while waiting:
        branch = waiting.pop()
        branch.depth = branch.parent.depth + 1 if branch.parent else 0
        ordered.append(branch)
        waiting += branch.children[::-1]
    deep = next((branch for branch in ordered if branch.depth > DEEPEST), None)
    if deep:
        answer = f"{name(deep)} is {deep.depth} levels deep, and nobody reads more than {DEEPEST}"
        findings.append(Finding(deep.item.line, answer, is_question=True))
    return tops, ordered, findings


def closes_loop(tail: Branch, head: Branch) -> bool:
    """Whether an item already stands below the one that it would lead to."""
    above: Branch | None = tail
    while above is not None:
        if above is head:
            return True
        above = above.parent
    return False


def report_second_parent(tail: Branch, head: Branch, line: int) -> Finding:
    """Return what was done about an item below two others, and leave a note at the second."""
    assert head.parent is not None  # noqa: S101 - only such an item has a second one
    first = head.parent
    tail.notes.append(Note(f"also below this: {head.item.words}", line))
    answer = (
        f"{name(head)} stands below {name(first)} and {name(tail)}, and a tree has one parent for "
        f"each: it was put below {name(first)}, with a comment at the other. If both share it, "
        "keep that; if each needs its own, such as a test of its own, write it there as well"
    )
    return Finding(line, answer)


def name(branch: Branch) -> str:
    """Return an item's words as a message quotes them."""
    return quoted(branch.item.words)


def has_loop(outline: Outline) -> bool:
    """Whether an edge leads back to where it came from: what no end is left over from."""
    waiting = {item.key: len(outline.tails.get(item.key, [])) for item in outline.items}
    free = [key for key, count in waiting.items() if not count]
    passed = 0
    while free:
        passed += 1
        for edge in outline.heads.get(free.pop(), []):
            waiting[edge.head] -= 1
            if not waiting[edge.head]:
                free.append(edge.head)
    return passed < len(outline.items)
