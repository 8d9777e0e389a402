"""OPML, as outliners and mind maps export it; no entity is expanded, and nothing is fetched."""

import re
from xml.parsers.expat import ExpatError, ParserCreate

from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading

WORDS = ("text", "title")
NOTES = ("_note", "note", "_description", "description")
STATUSES = ("_status", "status")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_opml(text: str) -> Reading:
    """Read one outline; a file that declares entities or a document type is refused."""
    reader = OpmlReader()
    try:
        reader.parse(text)
    except ExpatError as error:
        answer = f"this is no XML that can be read ({error}): export it once more"
        return Reading(findings=(Finding(error.lineno, answer, is_question=True),))
    except RefusedError as refused:
        return Reading(findings=(refused.finding,))
    outline = Outline(
        tuple(reader.items),
        tuple(reader.edges),
        reader.title,
        "outline",
        facts=tuple(reader.facts),
        notes=tuple(reader.notes),
    )
    return Reading((outline,))


class RefusedError(Exception):
    """What no honest export has, with the answer to it."""

    def __init__(self, line: int) -> None:
        super().__init__()
        answer = "it has a DOCTYPE, which can hide text and which no OPML needs: take it out"
        self.finding = Finding(line, answer, is_question=True)


class OpmlReader:
    """Takes an outline from the elements of a file as they come."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.edges: list[Edge] = []
        self.facts: list[Fact] = []
        self.notes: list[Note] = []
        self.title = ""
        self.above: list[str] = []
        self.element = ""
        self.words = ""
        self.offset = 0
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add_words
        self.parser.CommentHandler = self._add_comment

    def parse(self, text: str) -> None:
        """Go through a text, which is decoded already, whatever its first line says."""
        declaration = DECLARATION.match(text)
        start = declaration.end() if declaration else 0
        self.offset = text.count("\n", 0, start)
        self.parser.Parse(text[start:].lstrip("\ufeff"), True)  # noqa: FBT003 - its own signature

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self.parser.CurrentLineNumber + self.offset

    def _refuse(self, *_of_doctype: object) -> None:
        raise RefusedError(self.line)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        self.element = name
        if name != "outline":
            extra = attributes.items() if name != "opml" else ()
            self.notes += [Note(f"{key}: {value}", self.line) for key, value in extra]
            return
        key = str(len(self.items) + 1)
        used = next((name for name in WORDS if attributes.get(name, "").strip()), "")
        words, status = attributes.get(used, ""), ""
        notes: list[Note] = []
        facts: list[Fact] = []
        for attribute, value in attributes.items():
            if attribute == used or not value.strip() or (attribute in WORDS and value == words):
                continue
            if attribute in NOTES:
                notes.append(Note(value, self.line))
            elif attribute in STATUSES:
                status = "" if value == "unchecked" else value
            elif attribute in {"_complete", "complete"}:
                status = "done" if value == "true" else status
            else:
                facts.append(Fact(attribute.lstrip("_"), value, self.line))
        item = Item(key, words, self.line, status=status, facts=tuple(facts), notes=tuple(notes))
        self.items.append(item)
        if self.above:
            self.edges.append(Edge(self.above[-1], key, self.line))
        self.above.append(key)

    def _end(self, name: str) -> None:
        self._flush()
        if name == "outline":
            self.above.pop()
        self.element = ""

    def _add_words(self, words: str) -> None:
        self.words += words

    def _add_comment(self, words: str) -> None:
        self.notes.append(Note(words, self.line))

    def _flush(self) -> None:
        """Keep the words of an element once it is over."""
        words, self.words = self.words.strip(), ""
        if words and self.element == "title" and not self.title:
            self.title = words
        elif words:
            self.facts.append(Fact(self.element or "text", words, self.line))
