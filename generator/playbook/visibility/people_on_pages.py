"""A page written by hand -> what leads to a person in it.

Advice, since the page may be about someone else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from playbook.library.library import Library
from playbook.privacy.addresses import find_in_addresses, find_joined
from playbook.privacy.code_names import suggest_code_name
from playbook.privacy.contacts import find_accounts, find_mail
from playbook.privacy.names import find_names
from playbook.privacy.phones import find_phones
from playbook.privacy.trace import Trace
from playbook.privacy.word_sets import load_word_set
from playbook.source.problem import Mark, Problem, Severity

WAIVER = re.compile(r"<!-- *playbook: *allow +(IS\d{3}) +because +[^\s>-][^\n>]{0,200}-->")
AUTHOR = re.compile(r"^[ \t]*authors?[ \t]*:.*$", re.MULTILINE)
NAMES = {
    "IS101": "mail-address-of-a-customer",
    "IS102": "phone-number-of-a-customer",
    "IS104": "possible-name-of-a-customer",
    "IS105": "account-of-a-customer",
}


def find_on_pages(library: Library) -> Iterator[Problem]:
    """Yield each trace of a person on handwritten pages, with the settings' weight."""
    for page in library.handwritten.values():
        lines = [0, *(line_break.end() for line_break in re.finditer("\n", page.text))]
        waived = set(WAIVER.findall(page.text))
        for code, trace, fault in find_traces(page.path, page.text):
            weight = library.weights.get(code, str(Severity.WARNING))
            if code not in waived and weight != "off":
                line = bisect_right(lines, trace.start)
                mark = Mark(line, trace.start - lines[line - 1] + 1)
                message = f"{fault}, or waive it with '<!-- playbook: allow {code} because … -->'"
                severity = Severity[weight.upper()]
                yield Problem(
                    library.content / page.path, mark, code, message, severity, NAMES[code]
                )


def find_traces(path: str, text: str) -> Iterator[tuple[str, Trace, str]]:
    """Yield each trace with its code and what to do about it."""
    words = AUTHOR.sub(lambda line: " " * len(line[0]), text)
    for trace in drop_repeats(find_mail(words)):
        if trace.words.partition("@")[0].casefold() not in load_word_set("mailboxes"):
            yield (
                "IS101",
                trace,
                f"'{trace.words}' is an email address: if it is a customer's, take it out",
            )
    for trace in drop_repeats(find_phones(words)):
        yield (
            "IS102",
            trace,
            f"'{trace.words}' looks like a phone number: if it is a customer's, take it out",
        )
    for trace in drop_repeats(find_accounts(words)):
        yield (
            "IS105",
            trace,
            (
                f"'{trace.words}' is one person's account or profile: if it is a customer's, "
                "take it out"
            ),
        )
    for name in drop_repeats(
        [*(name for name in find_names(words) if name.is_sure), *find_in_addresses(words)]
    ):
        code_name = suggest_code_name(name.words)
        yield (
            "IS104",
            name,
            (
                f"'{name.words}' is a full name: if it is a customer's, write a code name such as "
                f"'{code_name}'"
            ),
        )
    for trace in find_joined(path):
        code_name = suggest_code_name(trace.words).lower()
        fault = (
            f"'{trace.words}' names a person: if it is a customer, rename the file, "
            f"for example to '{code_name}.md'"
        )
        yield "IS104", Trace(trace.words, 0), fault


def drop_repeats(traces: Iterable[Trace]) -> Iterable[Trace]:
    """Return the traces, only the first of those with the same words."""
    return {trace.words: trace for trace in reversed(list(traces))}.values()
