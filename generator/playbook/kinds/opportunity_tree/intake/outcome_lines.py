"""The outcome of a draft, and where the words of its source contradict its numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.exchange.branches import Branch
from playbook.exchange.days import read_day
from playbook.exchange.outline import Fact, Finding, Item, Note
from playbook.exchange.yaml_lines import (
    PLACEHOLDER,
    is_value,
    list_leftovers,
    write_comments,
    write_title,
    write_value,
)
from playbook.kinds.opportunity_tree.intake.levels import read_prefix
from playbook.kinds.opportunity_tree.outcome import split_number
from playbook.source.emit import emit_value
from playbook.text.english import quoted

NAMES = {
    "metric": ("metric", "kpi", "measure"),
    "from": ("start", "from", "baseline", "was"),
    "to": ("target", "to", "goal"),
}
NOW = ("current", "now")
TYPES = ("business", "product", "traction")
SPAN = re.compile(r"(\d[\d.,]*\s*%?)\s*(?:->|→|–>|to|auf|bis)\s*(\d[\d.,]*\s*%?)")  # noqa: RUF001 - as people type
NO_TYPE = "    # nobody has said: business, product or traction"


@dataclass(frozen=True)
class OutcomeLines:
    """The outcome, where the file has one."""

    branch: Branch | None

    @property
    def item(self) -> Item:
        """The item that says it; an empty one where none does."""
        return self.branch.item if self.branch else Item("", "")

    def write(self) -> Iterator[str]:
        """Yield its lines."""
        yield "outcome:"
        if not self.branch:
            yield f"  title: {emit_value(f'{PLACEHOLDER}: the change that the team is after')}"
            yield f"  type: product{NO_TYPE}"
            return
        words = read_prefix(self.item.words)[1]
        yield from write_title(Item(self.item.key, words, self.item.line), "  ")
        used: list[Note | Fact | str] = []
        own_type = self.item.find_fact("type")
        if own_type and own_type.value.casefold() in TYPES:
            yield f"  type: {own_type.value.casefold()}"
            used.append(own_type)
        else:
            yield f"  type: product{NO_TYPE}"
        for key, names in NAMES.items():
            fact = self.item.find_fact(*names)
            if fact and is_value(fact.value):
                yield f"  {key}: {write_value(fact.value)}"
                used.append(fact)
        due = self.item.find_fact("by", "due", "deadline", "date")
        day = read_day(due.value) if due else read_day(self.item.words)
        if day:
            yield f"  by: {day}"
            used += [due] if due and due.value == str(day) else []
        yield from write_comments([*list_leftovers(self.item, used), *self.branch.notes], "  ")

    def find_contradictions(self) -> Iterator[Finding]:
        """Yield where the title and the facts disagree, and whether the goal is met already."""
        start, goal, now = (
            self.item.find_fact(*NAMES["from"]),
            self.item.find_fact(*NAMES["to"]),
            self.item.find_fact(*NOW),
        )
        span = SPAN.search(self.item.words)
        for words, fact in zip(span.groups() if span else (), (start, goal), strict=False):
            if fact and split_number(words)[0] != split_number(fact.value)[0]:
                answer = (
                    f"'{fact.key}' is {quoted(fact.value)} here, and {quoted(words)} in the title "
                    f"at line {self.item.line}: both were kept, so decide which one holds"
                )
                yield Finding(fact.line, answer)
        numbers = [split_number(fact.value)[0] for fact in (start, goal, now) if fact]
        if len(numbers) == len((start, goal, now)) and None not in numbers:
            first, last, reached = (number or 0.0 for number in numbers)
            if (reached - last) * (last - first) >= 0 and now:
                answer = f"the goal is met already: '{now.key}' is {quoted(now.value)}"
                yield Finding(now.line, answer)
