"""What changed, as a comment on a pull request: GitHub and GitLab draw the same of it."""

from collections.abc import Iterator, Mapping

from playbook.changes.change import ArtifactChange, Changes, Sort
from playbook.library.entry import Entry
from playbook.report.change_items import describe_artifact, get_artifact_side, say_artifact
from playbook.report.change_names import make_states, name_remark
from playbook.report.change_summary import summarize
from playbook.report.changes_mermaid import draw_changes
from playbook.report.field_sentences import States
from playbook.report.markdown_comment import SAFE_ADDRESS, escape_comment, write_comment
from playbook.report.piece_items import Item, list_lines
from playbook.report.spans import Look, Span
from playbook.text.english import counted

MOST = 60_000
"""How many characters a comment may have; GitHub takes a few thousand more."""
RESERVED = 400
"""How many of them are kept for what says that there is more."""
LEAST_SHARE = 1_200
"""How much room an artifact has at least, as long as there is any."""
OPEN = 12
"""So many changes of an artifact are seen at once; more are folded away."""
DEEPEST = 5
FILES = {Sort.ADDED: "Added", Sort.REMOVED: "Removed"}


def report_changes(
    changes: Changes,
    before: Mapping[str, Entry] | None = None,
    after: Mapping[str, Entry] | None = None,
    *,
    link_base: str = "",
    most: int = MOST,
) -> str:
    """Return a comment of at most so many characters; the rest is counted.

    `before` and `after` have the artifacts of both states, for titles and pictures. `link_base` is
    the address of a page that has all of it.
    """
    states = make_states(changes, before or {}, after or {})
    comment = Comment(most - RESERVED - len(link_base))
    comment.add(f"{write_comment(summarize(changes, states))}\n")
    questions = list(list_questions(changes, states))
    if questions:
        comment.add("\n#### What to ask\n\n")
        left = comment.add_lines(questions)
        if left:
            comment.add(f"- … and {left} more\n")
    skipped: list[int] = []
    for place, change in enumerate(changes.artifacts):
        comment.share(len(changes.artifacts) - place)
        left = add_artifact(comment, change, states)
        if left:
            skipped.append(left)
    comment.share(1)
    if changes.files and comment.add("\n#### Other files\n\n"):
        left = comment.add_lines(
            f"- {FILES.get(sort, 'Changed')}: <code>{escape_comment(path)}</code>"
            for sort, path in changes.files
        )
        comment.end_with(f"\n… and {counted(left, 'more file')}\n" if left else "")
    comment.end_with(write_rest(skipped, link_base))
    return comment.text


class Comment:
    """A comment that takes what has room in it."""

    def __init__(self, most: int) -> None:
        self.most = self.limit = most
        self.text = ""

    def share(self, parts: int) -> None:
        """Let what is added next take its share of the room that is left, and what it needs."""
        room = self.most - len(self.text)
        self.limit = min(self.most, len(self.text) + max(LEAST_SHARE, room // parts))

    def add(self, text: str) -> bool:
        """Add a text if it has room; return whether it does."""
        has_room = len(self.text) + len(text) <= self.limit
        if has_room:
            self.text += text
        return has_room

    def add_lines(self, lines: Iterator[str] | list[str]) -> int:
        """Add lines as long as they have room; return how many have not."""
        listed = list(lines)
        for number, line in enumerate(listed):
            if not self.add(f"{line}\n"):
                return len(listed) - number
        return 0

    def end_with(self, text: str) -> None:
        """Add a text in the room that is kept for it."""
        self.text += text


def add_artifact(comment: Comment, change: ArtifactChange, states: States) -> int:
    """Add what changed in an artifact; return how many changes have no room."""
    side = get_artifact_side(change)
    title = write_comment((Span(f"{say_artifact(change)}: "), Span(side.title, Look.NAME)))
    head = f"\n#### {title}\n\n<code>{escape_comment(side.path)}</code>\n"
    if not comment.add(head):
        return len(change.fields) + len(change.pieces) or 1
    items = describe_artifact(change, states)
    total = sum(item.count() for item in items) or 1
    drawn = draw_changes(change, states)
    if drawn:
        comment.add(f"\n{drawn}\n")
    is_folded = total > OPEN
    fold = f"\n<details><summary>{counted(total, 'change')}</summary>\n" if is_folded else ""
    if not comment.add(f"{fold}\n"):
        return total
    left = total if items else 0
    for item in items:
        if comment.add(write_item(item)):
            left -= item.count()
    comment.end_with(f"- … and {counted(left, 'more change')}\n" if left else "")
    comment.end_with("\n</details>\n" if is_folded else "")
    return left


def write_item(item: Item) -> str:
    """Return a change as an item of a list, with what belongs to it below."""
    return "".join(
        f"{'  ' * min(depth, DEEPEST)}- {write_comment(sentence)}\n"
        for depth, _, sentence in list_lines(item)
    )


def list_questions(changes: Changes, states: States) -> Iterator[str]:
    """Yield what a reviewer should ask, what can't be compared, and what is well again."""
    for remark in changes.remarks:
        yield f"- {write_comment((*name_remark(remark, states), Span(remark.message)))}"
    for problem in changes.unread:
        yield f"- Not compared: {escape_comment(str(problem))}"
    for problem in changes.new_problems:
        yield f"- New problem: {escape_comment(str(problem))}"
    for problem in changes.gone_problems:
        yield f"- No longer a problem: {escape_comment(str(problem))}"


def write_rest(skipped: list[int], link_base: str) -> str:
    """Return how much has no room, and where all of it is."""
    link = link_base if SAFE_ADDRESS.fullmatch(link_base) else ""
    if not skipped:
        return f"\n[See it in pictures](<{link}>)\n" if link else ""
    rest = f"and {counted(sum(skipped), 'more change')} in {counted(len(skipped), 'artifact')}"
    return f"\n… [{rest}](<{link}>)\n" if link else f"\n… {rest}\n"
