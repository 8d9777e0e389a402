"""The draft of a tree from an outline: every item in its order, and nothing lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from playbook.exchange.branches import Branch, grow_branches
from playbook.exchange.draft import Draft, Taken
from playbook.exchange.outline import Finding, Item, Note, Outline
from playbook.exchange.yaml_lines import (
    PLACEHOLDER,
    PLACEHOLDER_TAG,
    is_value,
    list_leftovers,
    name_uniquely,
    write_comments,
    write_title,
    write_value,
)
from playbook.kinds.opportunity_tree.intake.fields import FIELDS, Written
from playbook.kinds.opportunity_tree.intake.levels import LEVELS, guess_levels, read_prefix
from playbook.kinds.opportunity_tree.intake.outcome_lines import OutcomeLines
from playbook.source.emit import emit_text, emit_value
from playbook.text.english import list_choices, quoted, with_article
from playbook.text.slug import make_slug

LISTS = {
    "opportunity": "opportunities",
    "solution": "solutions",
    "assumption": "assumptions",
    "test": "tests",
}
ABOVE = {
    "opportunity": ("tree", "opportunity"),
    "solution": ("opportunity",),
    "assumption": ("solution",),
    "test": ("assumption",),
}
"""What a piece may stand below."""
QUESTIONS = {
    "opportunity": "what would a customer say?",
    "solution": "which solution does this belong to?",
    "assumption": "what must be true, so that this test is worth its time?",
}
"""What is asked where a piece is missing between two others."""


def draft_tree(outline: Outline, name: str) -> Draft:
    """Return the draft of a tree."""
    tops, branches, findings = grow_branches(outline)
    if not branches or any(finding.is_question for finding in findings):
        answer = findings or [Finding(outline.line or 1, "there is nothing in it to import", True)]  # noqa: FBT003 - a question
        return Draft(name, "", findings=tuple(answer))
    return TreeDraft(outline, name, tops, branches, findings).write()


@dataclass
class TreeDraft:
    """A tree on its way to being written."""

    outline: Outline
    name: str
    tops: list[Branch]
    branches: list[Branch]
    findings: list[Finding]
    ids: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    has_target: bool = False

    def write(self) -> Draft:
        """Return the whole draft."""
        self.levels = guess_levels(self.branches)
        heads = [b for b in self.branches if self.levels[b.item.key] == "title"]
        outcomes = [b for b in self.branches if self.levels[b.item.key] == "outcome"]
        if len(outcomes) > 1:
            lines = ", ".join(str(branch.item.line) for branch in outcomes)
            answer = (
                f"there are {len(outcomes)} outcomes, at lines {lines}, and a tree has one: "
                f"import one file for each of {list_choices(b.item.words for b in outcomes)}"
            )
            self.findings.append(Finding(outcomes[1].item.line, answer, is_question=True))
        outcome = outcomes[0] if outcomes else None
        if not outcome:
            answer = "there is no outcome in it: one to fill in was put at the top"
            self.findings.append(Finding(self.outline.line or 1, answer))
        title = self.outline.title or next(
            (
                branch.item.words
                for branch in (*heads, *outcomes, *self.tops[: len(self.tops) == 1])
            ),
            self.name,
        )
        inner = [branch for branch in (*heads, *outcomes[:1]) if branch]
        top = list(self._list_top(inner))
        self._write_head(title, heads, outcome)
        self._write_top(top)
        taken = tuple(
            Taken(branch.item.line, self.levels[branch.item.key], branch.item.words)
            for branch in self.branches
        )
        text = "".join(f"{line}\n" for line in self.lines)
        return Draft(
            title, text, taken, tuple(sorted(self.findings, key=lambda finding: finding.line))
        )

    def _list_top(self, inner: list[Branch]) -> Iterator[Branch]:
        """Yield what stands at the top of the tree: what has a title or an outcome above it."""
        skipped = {id(branch) for branch in inner}
        for branch in self.branches:
            above = branch.parent
            if id(branch) not in skipped and (above is None or id(above) in skipped):
                yield branch

    def _write_head(self, title: str, heads: list[Branch], outcome: Branch | None) -> None:
        _, words = read_prefix(title)
        self.lines += ["kind: opportunity-tree", f"title: {write_value(words or self.name)}"]
        self.lines.append(f"tags: [{PLACEHOLDER_TAG}]    # until nothing says '{PLACEHOLDER}'")
        summary = f"{PLACEHOLDER}: one sentence on what a reader gets from this tree"
        self.lines.append(f"summary: {emit_value(summary)}")
        self.lines += write_comments(self.outline.notes)
        for fact in self.outline.facts:
            self.lines += write_comments([Note(f"{fact.key}: {fact.value}", fact.line)])
        for branch in heads:
            if branch.item.words != title:
                self.lines += write_comments([Note(branch.item.words, branch.item.line)])
            self.lines += write_comments([*list_leftovers(branch.item), *branch.notes])
        lines = OutcomeLines(outcome)
        self.lines += lines.write()
        self.findings += lines.find_contradictions()

    def _write_top(self, top: list[Branch]) -> None:
        """Write the opportunities, then what lacks one; a tree has an opportunity at least."""
        self.lines.append("opportunities:")
        first = len(self.lines)
        self._write_pieces("tree", top, "")
        if len(self.lines) == first:
            self._write_missing("opportunity", "")

    def _write_pieces(self, parent: str, branches: list[Branch], indent: str) -> None:
        """Write what stands below a piece: a list for each level, and what is missing between."""
        for level, key in LISTS.items():
            own = [branch for branch in branches if self.levels[branch.item.key] == level]
            if own and parent in ABOVE[level]:
                if parent != "tree":
                    self.lines.append(f"{indent}{key}:")
                for branch in own:
                    self._write_branch(branch, f"{indent}    ")
            elif own and rank(parent) < rank(level):
                self._write_between(parent, level, own, indent)
            elif own:
                self._write_below(own, indent, parent)
        odd = [b for b in branches if self.levels[b.item.key] not in LISTS]
        self._write_below(odd, indent, parent)

    def _write_branch(self, branch: Branch, indent: str) -> None:
        level = self.levels[branch.item.key]
        item = replace(branch.item, words=read_prefix(branch.item.words)[1])
        slug = make_slug(item.words)
        unique = name_uniquely(slug, self.ids)
        first = len(self.lines)
        if unique != slug or not is_value(item.words):
            self.lines.append(f"{indent}id: {emit_text(unique)}")
        self.lines += write_title(item, indent)
        self.lines[first] = f"{indent[:-2]}- {self.lines[first][len(indent) :]}"
        written: Written = FIELDS[level](item, indent)
        self.lines += [line for line in written.lines if not self._is_second_target(line, item)]
        self.findings += written.findings
        self.lines += write_comments([*list_leftovers(item, written.used), *branch.notes], indent)
        self._write_pieces(level, branch.children, indent)

    def _write_between(self, parent: str, level: str, branches: list[Branch], indent: str) -> None:
        """Write pieces to fill in between a piece and some that can't stand right below it."""
        missing = LEVELS[LEVELS.index(level) - 1]
        for branch in branches:
            answer = (
                f"the {level} {quoted(branch.item.words)} stands without {with_article(missing)}: "
                "one to fill in was put above it"
            )
            self.findings.append(Finding(branch.item.line, answer))
        for between in LEVELS[rank(parent) + 1 : rank(level)]:
            if between != "opportunity":
                self.lines.append(f"{indent}{LISTS[between]}:")
            self._write_missing(between, indent)
            indent = f"{indent}    "
        self._write_pieces(missing, branches, indent)

    def _write_missing(self, level: str, indent: str) -> None:
        title = f"{PLACEHOLDER}: {QUESTIONS[level]}"
        name = name_uniquely(f"{level}-to-fill-in", self.ids)
        self.lines += [f"{indent}  - id: {name}", f"{indent}    title: {emit_value(title)}"]

    def _write_below(self, branches: list[Branch], indent: str, parent: str) -> None:
        """Write, as comments, pieces that can stand nowhere below their parent."""
        for branch in branches:
            level = self.levels[branch.item.key]
            answer = (
                f"the {level} {quoted(branch.item.words)} stands below {with_article(parent)}, "
                f"which can have none: it was kept as a comment"
            )
            self.findings.append(Finding(branch.item.line, answer))
            notes = [Note(branch.item.words, branch.item.line), *list_leftovers(branch.item)]
            self.lines += write_comments([*notes, *branch.notes], indent)
            self._write_below(branch.children, indent, parent)

    def _is_second_target(self, line: str, item: Item) -> bool:
        """Whether a line makes an item the target, and the tree has one: it gets no status."""
        if not line.endswith("status: target"):
            return False
        if self.has_target:
            answer = (
                f"{quoted(item.words)} is a second target, and a tree has one: it was left open"
            )
            self.findings.append(Finding(item.line, answer))
            return True
        self.has_target = True
        return False


def rank(level: str) -> int:
    """Return how far down a level is; a tree itself is where its outcome is."""
    return LEVELS.index(level) if level in LEVELS else 0
