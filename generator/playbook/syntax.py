"""YAML's syntax errors in the words of a person, with the usual cause."""

import yaml

from playbook.problem import Mark

CAUSES = {
    "mapping values are not allowed": "a second ': ' in one line, or a line indented too far: put the text in quotes",
    "found character '\\t'": "a tab: indent with spaces",
    "that cannot start any token": "a tab or a sign that YAML keeps for itself: indent with spaces, put text in quotes",
    "while scanning a quoted scalar": "a quotation mark is opened here and never closed: close it",
    "could not find expected ':'": "this line names no value: write 'key: value', or indent it under its key",
    "did not find expected key": "this line does not fit its surroundings: check its indent, and quotes before it",
    "did not find expected '-' indicator": "this line does not fit the list it stands in: check its indent",
    "did not find expected ',' or": "a bracket is opened and never closed: close it, or write one item a line",
    "block sequence entries are not allowed": "a '- ' where no list can start: put the list on lines of its own",
    "did not find expected <document start>": "text after the document's end: check the indent of this line",
    "found undefined": "a word with '!' or '%' in front means something to YAML: put the text in quotes",
    "while scanning an alias": "'*' in front of a word means something to YAML: put the text in quotes",
    "while scanning an anchor": "'&' in front of a word means something to YAML: put the text in quotes",
    "while scanning a directive": "'%' at a line's start means something to YAML: put the text in quotes",
    "found unknown escape character": "a '\\' inside double quotes means something to YAML: use single quotes",
}


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[Mark, str]:
    """Return where a syntax error stands and what to do about it."""
    said = f"{error.context or ''} {error.problem or ''}"
    opened = any(sign in said for sign in ("quoted scalar", "flow", "simple key")) and "escape" not in said
    at = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    mark = Mark(at.line + 1, at.column + 1) if at else Mark()
    lines = text.splitlines()
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if line[: mark.column].strip(" ") == "\t" * line.count("\t") != "":
        said = "found character '\\t'"
    cause = next((words for sign, words in CAUSES.items() if sign in said), said.strip())
    return mark, f"this is not YAML: {cause}"
