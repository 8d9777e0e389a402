"""Links from a page to the glossary, where it first uses a term."""

import re
from collections.abc import Iterator

from playbook.library.pieces import IndexedPiece
from playbook.parts.term import Term
from playbook.site.escape import escape
from playbook.site.markdown import Writer

# What isn't running text: front matter, code, pictures, links, headings, a table's head, bold words, labels, any tag.
LEFT_ALONE = re.compile(
    r"\A---\n.*?\n---\n"
    r"|```.*?```"
    r"|<(?P<tag>figure|a|button|cite|code|label|summary)\b.*?</(?P=tag)>"
    r'|<span class="pb-(?:fact|kind|minutes|unseen)".*?</span>'
    r'|<p class="pb-(?:kind|summary)".*?</p>'
    r"|^\#[^\n]*$"
    r"|^\|[^\n]*\n\| ---[^\n]*$"
    r"|\*\*[^\n]*?\*\*"
    r"|\[[^\]\n]*\]\([^)\n]*\)"
    r"|<[^>]*>",
    re.DOTALL | re.MULTILINE,
)

# A whole word: no part of another, of an entity or of a name such as a_b; and not behind '!', which makes an image.
WHOLE = r"(?<![\w#!])(?<!&\#95;)(?:%s)(?!\w|&\#95;)"


class Terms:
    """The terms of all glossaries, ready to be found in a page."""

    def __init__(self, told: list[IndexedPiece[Term]]) -> None:
        forms = {form: each for each in told for form in forms_of(each.piece)}
        longest = sorted(forms, key=lambda form: (-len(form), form))
        self.told = [forms[form] for form in longest]
        self.pattern = re.compile(WHOLE % "|".join(map(alternative, longest))) if longest else None

    def link(self, markdown: str, write: Writer) -> str:
        """Return a page with a link at the first use of each term but those that the page itself defines."""
        if self.pattern is None:
            return markdown
        used: set[str] = set()

        def linked(match: re.Match[str]) -> str:
            told = self.told[(match.lastindex or 0) - 1]
            if told.key in used or told.entry is write.entry:
                return match.group()
            used.add(told.key)
            return f"[{match.group()}]({write.to(told.entry.page, told.piece.id)})"

        done = 0
        pieces: list[str] = []
        for match in LEFT_ALONE.finditer(markdown):
            pieces += [self.pattern.sub(linked, markdown[done : match.start()]), match.group()]
            done = match.end()
        return "".join([*pieces, self.pattern.sub(linked, markdown[done:])])


def forms_of(term: Term) -> Iterator[str]:
    """Yield the forms in which a page may use a term."""
    for each in (term.title, *term.also):
        said = each.plain()
        yield escape(said)
        yield escape(f"x{said}x")[1:-1]  # inside a line fewer signs are escaped than at its ends


def alternative(form: str) -> str:
    """Return a group for a form: with capitals it is an abbreviation or a name, else case does not matter."""
    some = f"{re.escape(form)}s?"
    return f"({some})" if form != form.lower() else f"((?i:{some}))"
