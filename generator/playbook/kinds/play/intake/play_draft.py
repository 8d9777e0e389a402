"""The draft of a play from a method card: its steps in their order, and nothing lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from playbook.exchange.draft import Draft, Taken
from playbook.exchange.outline import Fact, Finding, Item, Note, Outline
from playbook.exchange.yaml_lines import (
    PLACEHOLDER,
    PLACEHOLDER_TAG,
    is_value,
    list_leftovers,
    write_comments,
    write_title,
    write_value,
)
from playbook.source.emit import emit_value

NAMES = {
    "summary": ("what", "summary", "description", "tagline"),
    "purpose": ("why", "purpose", "goal", "objective"),
    "when": ("when", "when to use", "use when"),
    "people": ("people", "participants", "who"),
    "materials": ("materials", "supplies", "tools"),
}
TIMES = ("timerequired", "time required", "time", "duration", "time_required", "minutes")
MISSING = {
    "summary": "one sentence on what a team has after it",
    "purpose": "what it is for",
}
UNITS = {"h": 60, "d": 480, "m": 1}
SPAN = re.compile(
    r"(\d{1,3}(?:[.,]\d)?)\s*(?:(?:-|–|—|to)\s*(\d{1,3}(?:[.,]\d)?))?\s*"  # noqa: RUF001 - dashes as people type them
    r"(h|hrs?|hours?|m|mins?|minutes?|d|days?)\b",
    re.IGNORECASE,
)
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SPELLED = re.compile(rf"\b({'|'.join(WORDS)})(?= (?:hours?|minutes?|days?)\b)", re.IGNORECASE)
MOST = 9999


def read_minutes(words: str) -> list[tuple[int, int]]:
    """Return every time that words name, from the least to the most, in minutes."""
    figures = SPELLED.sub(lambda word: str(WORDS.index(word[1].casefold()) + 1), words)
    spans: list[tuple[int, int]] = []
    for match in SPAN.finditer(figures):
        unit = UNITS[match[3][0].casefold()]
        ends = [round(float(n.replace(",", ".")) * unit) for n in match.groups()[:2] if n]
        if min(ends) > 0 and max(ends) <= MOST:
            spans.append((min(ends), max(ends)))
    return spans


def format_minutes(span: tuple[int, int]) -> str:
    """Return a time as a play writes it."""
    least, most = span
    return str(least) if least == most else f"{least}-{most}"


def draft_play(outline: Outline, name: str) -> Draft:
    """Return the draft of a play."""
    if not outline.items:
        answer = "it has no steps: number what to do, one step a line"
        return Draft(name, "", findings=(Finding(outline.line or 1, answer, is_question=True),))
    return PlayDraft(outline, name).write()


@dataclass
class PlayDraft:
    """A play on its way to being written."""

    outline: Outline
    name: str
    findings: list[Finding] = field(default_factory=list)
    used: list[Fact] = field(default_factory=list)

    def write(self) -> Draft:
        """Return the whole draft."""
        title = self.outline.title or self.name
        lines = [
            "kind: play",
            f"title: {write_value(title if is_value(title) else self.name)}",
            *([] if is_value(title) else write_comments([Note(title, self.outline.line)])),
            f"tags: [{PLACEHOLDER_TAG}]    # until nothing says '{PLACEHOLDER}'",
            *self._write_facts(),
            *self._write_time(),
            *self._write_rest(),
            "steps:",
            *self._write_steps(),
        ]
        taken = tuple(Taken(item.line, "step", item.words) for item in self.outline.items)
        text = "".join(f"{line}\n" for line in lines)
        return Draft(title, text, taken, tuple(self.findings))

    def _find(self, names: tuple[str, ...]) -> Fact | None:
        return next((f for f in self.outline.facts if f.key.casefold() in names), None)

    def _write_facts(self) -> Iterator[str]:
        for key, names in NAMES.items():
            fact = self._find(names)
            if fact and is_value(fact.value):
                yield f"{key}: {write_value(fact.value)}"
                self.used.append(fact)
            elif key in MISSING:
                yield f"{key}: {emit_value(f'{PLACEHOLDER}: {MISSING[key]}')}"

    def _write_time(self) -> Iterator[str]:
        """Yield the time of the card, and compare it with the times of its steps."""
        fact = self._find(TIMES)
        spans = read_minutes(fact.value) if fact else []
        per_step = [read_minutes(item.words) for item in self.outline.items]
        whole = [span for times in per_step for span in times]
        if spans:
            span = (sum(least for least, _ in spans), sum(most for _, most in spans))
        else:
            span = (sum(least for least, _ in whole), sum(most for _, most in whole))
        if not 0 < span[0] <= span[1] <= MOST:
            yield "time: 60    # nobody has said: how long it takes, in minutes"
            return
        yield f"time: {format_minutes(span)}"
        self._compare_times(span, per_step)

    def _compare_times(self, whole: tuple[int, int], steps: list[list[tuple[int, int]]]) -> None:
        """Note a step that names the whole time, and steps that together take another time."""
        later = [span for times in steps[1:] for span in times]
        if steps[0] and later and steps[0][0][0] > sum(most for _, most in later):
            answer = (
                f"this step says {format_minutes(steps[0][0])} minutes, and the steps after it add "
                f"up to {sum(most for _, most in later)}: if it means the whole session, it has no "
                "minutes of its own"
            )
            self.findings.append(Finding(self.outline.items[0].line, answer))
            total = sum(most for _, most in later)
        else:
            total = sum(most for times in steps for _, most in times)
        if total and not whole[0] <= total <= whole[1]:
            answer = (
                f"the steps add up to {total} minutes, and the whole is {format_minutes(whole)}"
            )
            self.findings.append(Finding(self.outline.line or 1, answer))

    def _write_rest(self) -> Iterator[str]:
        facts = [
            Note(f"{fact.key}: {fact.value}", fact.line)
            for fact in self.outline.facts
            if fact not in self.used
        ]
        yield from write_comments(sorted([*facts, *self.outline.notes], key=lambda note: note.line))

    def _write_steps(self) -> Iterator[str]:
        is_long = bool(self.findings) and self.findings[0].line == self.outline.items[0].line
        for number, item in enumerate(self.outline.items):
            title, *title_comments = write_title(item, "    ")
            yield f"  - {title.lstrip()}"
            yield from title_comments
            times = read_minutes(item.words)
            if len(times) == 1 and not (is_long and not number):
                yield f"    minutes: {format_minutes(times[0])}"
            yield from self._write_notes(item)

    def _write_notes(self, item: Item) -> Iterator[str]:
        yield from write_comments(list_leftovers(item), "    ")
