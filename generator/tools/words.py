"""Words that we do without, and sentences that are too long, in all that this repository says.

`make words` lists them: those of content, messages, README and CONTRIBUTING.
"""

import re
import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog

from languages import ROOT, extract_messages
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.voice_on_pages import find_voice_in_markdown, find_voice_on_pages
from playbook.parts.rules.voice import RULES
from playbook.source.problem import Mark, Problem, Severity
from playbook.source.words import locate_words
from playbook.text.english import counted

PAGES = ("README.md", "CONTRIBUTING.md")
MARKUP = re.compile(r"<[^<>]+>|%\(\w+\)s|\{\w*\}")


def find_in_content() -> Iterator[Problem]:
    """Yield what is found in artifacts and handwritten pages."""
    codes = {rule.code: "warning" for rule in RULES}
    library = Library(ROOT / "content", KINDS, codes)
    yield from (problem for problem in library.problems if problem.code in codes)
    yield from find_voice_on_pages(library)


def find_in_pages() -> Iterator[Problem]:
    """Yield what is found in the pages for those who use this or change it."""
    for name in PAGES:
        text = (ROOT / name).read_text(encoding="utf-8")
        for code, start, message in find_voice_in_markdown(text):
            line = text.count("\n", 0, start) + 1
            mark = Mark(line, start - text.rfind("\n", 0, start))
            yield Problem(ROOT / name, mark, code, message, Severity.WARNING)


def find_in_messages(messages: Catalog) -> Iterator[Problem]:
    """Yield what is found in the messages that readers of a site see."""
    for message in messages:
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        path = ROOT / message.locations[0][0] if message.locations else ROOT
        for form in filter(None, forms):
            words = MARKUP.sub("it", form)
            for code, start, fault in find_voice_in_markdown(words):
                text = path.read_text(encoding="utf-8")
                mark = locate_words(text, words[start:]) or Mark()
                yield Problem(path, mark, code, fault, Severity.WARNING)


def list_problems(messages: Catalog) -> list[Problem]:
    """Return what is found in all texts, in the order of the files."""
    return sorted({*find_in_content(), *find_in_pages(), *find_in_messages(messages)})


def main() -> None:
    """List all of them, and fail where there are any."""
    problems = list_problems(extract_messages())
    for problem in problems:
        print(problem)
    print(
        f"{counted(len(problems), 'word or sentence')} to rewrite" if problems else "All is well."
    )
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
