"""Which item of an outline is the outcome, an opportunity, a solution, an assumption or a test."""

import re
from collections.abc import Iterable
from itertools import pairwise

from playbook.exchange.branches import Branch
from playbook.exchange.outline import Item

LEVELS = ("outcome", "opportunity", "solution", "assumption", "test")
WORDS = {
    "outcome": "outcome outcomes goal objective ziel ergebnis resultado objetivo",
    "opportunity": """opportunity opportunities need needs pain problem pains desire job chance
        bedarf oportunidad oportunidades problema""",
    "solution": """solution solutions idea ideas feature features lösung idee solución solucion
        soluciones""",
    "assumption": """assumption assumptions hypothesis belief risk annahme hypothese supuesto
        hipótesis""",
    "test": "test tests experiment experiments trial prueba experimento",
}
BY_WORD = {word: level for level, words in WORDS.items() for word in words.split()}
PREFIX = re.compile(
    r"(?:\*\*|__)?([^\W\d_]{3,14})(?: \d{1,3})?(?:\*\*|__)?\s*:(?:\*\*|__)?\s+(?=\S)"
)
FIRST_PERSON = re.compile(r"[\"“„'‘]?(?:I|I'm|I’m|I've|I’ve|My|We|Ich|Mir|Yo|No sé|Je|J')\b")  # noqa: RUF001 - as people type
SORTS = ("type", "kind", "level", "class", "group", "card type", "label", "tag", "tags", "category")
"""The facts of an item that may say its level."""
PLAIN_SHAPES = frozenset({"", "text", "card"})


def name_level(words: str) -> str:
    """Return the level that a word stands for; nothing where it stands for none."""
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        if word in BY_WORD:
            return BY_WORD[word]
    return ""


def read_prefix(words: str) -> tuple[str, str]:
    """Return the level that words begin with, such as `Solution: `, and the words without it."""
    match = PREFIX.match(words)
    level = BY_WORD.get(match[1].casefold(), "") if match else ""
    return (level, words[match.end() :]) if match and level else ("", words)


def read_level(item: Item) -> str:
    """Return the level that an item says it has."""
    facts = (
        fact.value
        for key in SORTS
        for fact in item.facts
        if fact.key.casefold() == key and fact.value != "opportunity-tree"
    )
    return (
        name_level(item.sort)
        or read_prefix(item.words)[0]
        or next(filter(None, map(name_level, facts)), "")
    )


def guess_levels(branches: list[Branch]) -> dict[str, str]:
    """Return the level of each item by its key: as the file says, by shape, by words, by depth."""
    levels = {branch.item.key: read_level(branch.item) for branch in branches}
    by_shape = {} if any(levels.values()) else rank_shapes(branches)
    deepest = max((branch.depth for branch in branches), default=0)
    tops = sum(branch.parent is None for branch in branches)
    lowest = {branch.item.key: levels[branch.item.key] for branch in branches}
    for branch in reversed(branches):  # the highest level that is said below an item
        below = [lowest[child.item.key] for child in branch.children]
        lowest[branch.item.key] = levels[branch.item.key] or min(
            filter(None, below), key=LEVELS.index, default=""
        )
    for branch in branches:
        key = branch.item.key
        if levels[key]:
            continue
        above = levels[branch.parent.item.key] if branch.parent else ""
        if branch.parent is None:
            levels[key] = guess_top(branch, tops, lowest)
        elif by_shape:
            levels[key] = by_shape.get(branch.item.sort, above)
        elif lowest[key]:
            levels[key] = step_up(lowest[key], above)
        else:
            levels[key] = guess_by_depth(branch, above, deepest)
    return levels


def guess_top(branch: Branch, tops: int, lowest: dict[str, str]) -> str:
    """Return the level of an item with nothing above it."""
    is_need = bool(FIRST_PERSON.match(branch.item.words))
    if is_need or tops > 1:
        return "solution" if lowest[branch.item.key] == "assumption" else "opportunity"
    return (
        "title"
        if any(lowest[child.item.key] == "outcome" for child in branch.children)
        else ("outcome")
    )


def step_up(below: str, above: str) -> str:
    """Return the level between what stands below an item and what stands above it."""
    level = LEVELS[max(1, LEVELS.index(below) - 1)]
    return above if above in LEVELS and LEVELS.index(above) > LEVELS.index(level) else level


def guess_by_depth(branch: Branch, above: str, deepest: int) -> str:
    """Return a level from the one above; opportunities may stand below each other."""
    if above in {"outcome", "title", ""}:
        return "opportunity"
    room = deepest - branch.depth  # levels that may still follow on the longest way
    may_stay = above == "opportunity" and (
        FIRST_PERSON.match(branch.item.words) or room >= len(LEVELS) - LEVELS.index("solution")
    )
    return "opportunity" if may_stay else LEVELS[min(LEVELS.index(above) + 1, len(LEVELS) - 1)]


def rank_shapes(branches: list[Branch]) -> dict[str, str]:
    """Return the level of each shape, where shapes tell levels apart: each below the one before."""
    depths: dict[str, set[int]] = {}
    for branch in branches:
        if branch.depth:
            depths.setdefault(branch.item.sort, set()).add(branch.depth)
    ranked = sorted(depths, key=lambda shape: min(depths[shape]))
    if len(ranked) < 2 or PLAIN_SHAPES & {*ranked}:  # noqa: PLR2004 - one shape tells nothing apart
        return {}
    if not is_ordered(depths[shape] for shape in ranked):
        return {}
    return dict(zip(ranked, LEVELS[1:], strict=False))


def is_ordered(depths: Iterable[set[int]]) -> bool:
    """Whether what stands higher up never stands below what comes after it."""
    return all(max(upper) < min(lower) for upper, lower in pairwise(depths))
