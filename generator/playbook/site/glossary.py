"""Links from a page to the glossary, where it first uses a term."""

import re
from collections.abc import Iterator

from playbook.library.pieces import IndexedPiece
from playbook.parts.term import Term
from playbook.site.escape import escape
from playbook.site.markdown import Writer

# What isn't running text: front matter, code, pictures, links, headings, a table's head, bold
# words, labels, any tag.
LEFT_ALONE = re.compile(
    r"\A---\n.*?\n---\n"
    r"|```.*?```"
    r"|<(?P<tag>figure|a|button|cite|code|label|summary)\b.*?</(?P=tag)>"
    r'|<span class="pb-(?:fact|kind|minutes|origin|unseen)".*?</span>'
    r'|<p class="pb-(?:kind|summary)".*?</p>'
    r"|^\#[^\n]*$"
    r"|^\|[^\n]*\n\| ---[^\n]*$"
    r"|\*\*[^\n]*?\*\*"
    r"|\[[^\]\n]*\]\([^)\n]*\)"
    r"|<[^>]*>",
    re.DOTALL | re.MULTILINE,
)

# A whole word: no part of another, of an entity or of a name such as a_b; and not behind '!', which
# makes an image.
WHOLE = r"(?<![\w#!])(?<!&\#95;)(?:%s)(?!\w|&\#95;)"


class Terms:
    """The terms of all glossaries, ready to be found in a page."""

    def __init__(self, terms: list[IndexedPiece[Term]]) -> None:
        own = {
            form for term in terms if term.entry.shelf is None for form in list_forms(term.piece)
        }
        forms = {
            form: term
            for term in terms
            for form in list_forms(term.piece)
            if term.entry.shelf is None or own.isdisjoint((form, form.lower()))
        }
        longest = sorted(forms, key=lambda form: (-len(form), form))
        by_start: dict[str, list[str]] = {}
        for form in longest:
            by_start.setdefault(form[:1].lower(), []).append(form)
        self.terms = [forms[form] for alike in by_start.values() for form in alike]
        alternatives = "|".join(map(make_patterns, by_start, by_start.values()))
        self.pattern = re.compile(WHOLE % alternatives) if longest else None

    def link(self, markdown: str, write: Writer) -> str:
        """Return a page with a link at the first use of each term that it doesn't define itself."""
        if self.pattern is None:
            return markdown
        used: set[str] = set()

        def linked(match: re.Match[str]) -> str:
            term = self.terms[(match.lastindex or 0) - 1]
            if term.key in used or term.entry is write.entry:
                return match.group()
            used.add(term.key)
            return f"[{match.group()}]({write.to(term.entry.page, term.piece.id)})"

        done = 0
        pieces: list[str] = []
        for match in LEFT_ALONE.finditer(markdown):
            pieces += [self.pattern.sub(linked, markdown[done : match.start()]), match.group()]
            done = match.end()
        return "".join([*pieces, self.pattern.sub(linked, markdown[done:])])


def list_forms(term: Term) -> Iterator[str]:
    """Yield the forms in which a page may use a term."""
    for name in (term.title, *term.also):
        words = name.plain()
        yield escape(words)
        yield escape(f"x{words}x")[1:-1]  # inside a line fewer signs are escaped than at its ends


def make_patterns(start: str, forms: list[str]) -> str:
    """Return the groups of forms that start alike, tried only where a word starts like them."""
    return f"(?={make_caseless(start)})(?:{'|'.join(map(make_pattern, forms))})"


def make_caseless(text: str) -> str:
    return f"(?i:{re.escape(text)})"


def make_pattern(form: str) -> str:
    """Return a group for a form.

    With capitals it is an abbreviation or a name, else case does not matter.
    """
    some = f"{re.escape(form)}s?"
    return f"({some})" if form != form.lower() else f"((?i:{some}))"
