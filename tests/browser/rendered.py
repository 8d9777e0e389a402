"""What a reader sees of a text that somebody wrote."""

from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.text.inline import Text


def render_words(library: Library, entry: Entry, text: Text) -> str:
    """Return the words of a text in an artifact.

    A reference without any shows its target's title.
    """
    words: list[str] = []
    for token in text.tokens():
        if token.type == "reference" and not token.meta["words"]:
            words.append(Text(library.resolve(entry, token.content).title).plain())
        else:
            words.append(token.meta.get("words") or token.content)
    return " ".join("".join(words).split())
