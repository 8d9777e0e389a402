"""Plain text whose indentation, by tabs, spaces or both, says what stands below what."""

from playbook.exchange.markdown import MarkdownReader
from playbook.exchange.outline import Finding, Outline, Reading

TAB = 4


def read_indented(text: str) -> Reading:
    """Read each line as an item, below the last one that is indented less."""
    reader = IndentedReader(1)
    lines = text.split("\n")
    starts = {line[: len(line) - len(line.lstrip())] for line in lines if line.strip()}
    if any("\t" in start for start in starts) and any(" " in start for start in starts):
        number = next(n for n, line in enumerate(lines, 1) if line.startswith("\t"))
        answer = f"tabs and spaces both indent lines here: a tab was taken for {TAB} spaces"
        reader.findings.append(Finding(number, answer))
    reading = reader.read(text)
    (outline,) = reading.outlines or (Outline(()),)
    return Reading((outline,), reading.findings)


class IndentedReader(MarkdownReader):
    """Reads a line without a bullet as if it had one."""

    def _read_line(self, line: str, number: int, following: str) -> None:
        if line.strip():
            indent = len(line) - len(line.lstrip())
            words = line.strip()
            deeper = len(following) - len(following.lstrip()) > indent
            if deeper or not self._add_fact(words, number):
                self._add((1, indent), words, number)
