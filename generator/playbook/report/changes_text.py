"""What changed, in words for a terminal."""

from collections.abc import Iterator, Mapping

from playbook.changes.change import Changes, Sort
from playbook.library.entry import Entry
from playbook.report.change_items import describe_artifact, get_artifact_side, say_artifact
from playbook.report.change_names import make_states, name_remark
from playbook.report.change_summary import summarize
from playbook.report.field_sentences import States
from playbook.report.piece_items import Item, list_lines
from playbook.report.spans import Look, Sentence, Span, keep_on_line
from playbook.report.text import BLUE, BOLD, PLAIN, RED
from playbook.system.terminal import escape_controls

GREEN = "\x1b[32m"
SIGNS = {
    Look.NAME: ("“", "”"),
    Look.CODE: ("'", "'"),
    Look.GONE: ("[-", "-]"),
    Look.NEW: ("{+", "+}"),
}
COLOURS = {Look.GONE: RED, Look.NEW: GREEN, Look.NAME: BOLD}
ITEM_COLOURS = {"+": GREEN, "-": RED, "~": BLUE}
FILE_SIGNS = {Sort.ADDED: "+", Sort.REMOVED: "-"}


def report_changes(
    changes: Changes,
    before: Mapping[str, Entry] | None = None,
    after: Mapping[str, Entry] | None = None,
    *,
    colour: bool = False,
) -> str:
    """Return what changed; `before` and `after` have the artifacts of both states, for titles."""
    writer = Writer(colour=colour)
    states = make_states(changes, before or {}, after or {})
    blocks = [[writer.write(summarize(changes, states))]]
    blocks.append(list(writer.list_questions(changes, states)))
    for change in changes.artifacts:
        side = get_artifact_side(change)
        title = writer.write((Span(f"{say_artifact(change)} "), Span(side.title, Look.NAME)))
        lines = [f"{title}  {escape_controls(side.path)}"]
        for item in describe_artifact(change, states):
            lines += writer.write_item(item)
        blocks.append(lines)
    if changes.files:
        files = [
            f"  {FILE_SIGNS.get(sort, '~')} {escape_controls(path)}" for sort, path in changes.files
        ]
        blocks.append(["Other files", *files])
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


class Writer:
    """Writes sentences for a terminal; signs say what colours say."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def write(self, sentence: Sentence) -> str:
        """Return a sentence on one line."""
        return "".join(map(self.write_span, sentence))

    def write_span(self, span: Span) -> str:
        """Return a stretch between its signs; spaces stay outside of them."""
        text = escape_controls(keep_on_line(span.text))
        words = text.strip(" ")
        opening, closing = SIGNS.get(span.look, ("", ""))
        if not words:
            return text
        start, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        return f"{start}{self.tint(f'{opening}{words}{closing}', COLOURS.get(span.look))}{end}"

    def tint(self, text: str, colour: str | None) -> str:
        """Return a text in a colour, where there are any."""
        return f"{colour}{text}{PLAIN}" if self.colour and colour else text

    def write_item(self, item: Item) -> Iterator[str]:
        """Yield a change, with what belongs to it below."""
        for depth, sign, sentence in list_lines(item):
            mark = self.tint(sign, ITEM_COLOURS[sign]) if sign else " "
            yield f"{'  ' * (depth + 1)}{mark} {self.write(sentence)}"

    def list_questions(self, changes: Changes, states: States) -> Iterator[str]:
        """Yield what a reviewer should ask, and what can't be compared."""
        if changes.remarks or changes.new_problems or changes.unread:
            yield self.tint("What to ask", BOLD)
        for remark in changes.remarks:
            about = (*name_remark(remark, states), Span(remark.message))
            yield f"  ? {self.write(about)}"
        for problem in changes.new_problems:
            yield f"  ! {problem}"
        for problem in changes.unread:
            yield f"  ! not compared: {problem}"
        for problem in changes.gone_problems:
            yield f"  ✓ no longer: {problem}"
