"""What a team's own files refer to although its settings leave it out: readers miss a link."""

from collections.abc import Iterator

from playbook.config.settings import FILE
from playbook.content.front_matter import find_mark
from playbook.content.page_text import find_references
from playbook.library.library import Library
from playbook.model.ref import Ref
from playbook.model.traverse import find_pieces
from playbook.shelves.adoption import find_adoption
from playbook.source.problem import Problem, Severity
from playbook.text.english import quoted, with_article
from playbook.text.inline import REFERENCE, Referring
from playbook.text.slug import compose


def find_left_out(library: Library) -> Iterator[Problem]:
    """Yield each reference of the team's own to what it left out of a shelf.

    What it adopted refers to what its original does, and needs no advice.
    """
    if not library.shelves.left_out:
        return
    for entry in library.own_entries:
        if entry.id not in library.lacking or find_adoption(entry.source.text):
            continue
        for loc, text in find_pieces(entry.artifact, Referring):
            for ref, words in list_references(text):
                if message := explain_left_out(library, ref, words):
                    mark = entry.source.find_mark(loc)
                    yield Problem(entry.source.path, mark, "REF013", message, Severity.WARNING)
    for page in library.handwritten.values():
        start = len(page.text) - len(page.body)
        for match in find_references(page.body):
            if message := explain_left_out(library, match[1], match[2] or ""):
                mark = find_mark(page.text, start + match.start())
                path = library.content / page.path
                yield Problem(path, mark, "REF013", message, Severity.WARNING)


def list_references(text: Referring) -> list[tuple[str, str | None]]:
    """Return what a text refers to, with the words for each; None where no words are shown."""
    if isinstance(text, Ref):
        return [(text, None)]
    written = {compose(match[1]): match[2] or "" for match in REFERENCE.finditer(text)}
    return [(ref, written.get(ref, "")) for ref in text.references()]


def explain_left_out(library: Library, ref: str, words: str | None) -> str:
    """Return the advice on a reference with its words; nothing where it leads to what is shown."""
    shelves, name = library.shelves, compose(ref).partition("#")[0]
    if name in library.entries or name not in shelves.left_out or name not in shelves.known:
        return ""
    path = shelves.known[name]
    entry, _ = library.steps.read(path, path.parent, library.kinds, ())
    noun = with_article(entry.kind.title.lower() if entry else "page")
    effect = "don't see this" if words is None else f"see {quoted(words or noun)} without a link"
    return (
        f"{quoted(name)} is left out in {FILE.as_posix()}, so readers {effect}: name something "
        "else, or delete it there, under 'leave_out:'"
    )
