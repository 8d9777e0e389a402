"""A page written by hand -> what VO001 and VO002 find in it, where a site switches them on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from playbook.library.library import Library
from playbook.parts.rules.voice import RULES, describe_long_sentence, describe_word
from playbook.rules.voice import find_long_sentences, find_ruled_out
from playbook.source.problem import Mark, Problem, Severity

WAIVER = re.compile(r"<!-- *playbook: *allow +(VO\d{3}) +because +[^\s>-][^\n>]{0,200}-->")
NO_PROSE = re.compile(
    r"\A---\n.*?\n---$|^(?P<fence>```|~~~).*?^(?P=fence)|<!--.*?-->|(?P<code>`[^`\n]+`)|<[^<>\n]+>|"
    r"(?<=\])\([^()\n]*\)|\[\[[^\[\]|\n]*\||^\[[^\]\n]+\]: .*$",
    re.DOTALL | re.MULTILINE,
)
"""Front matter, code, remarks, tags and addresses."""
BLOCK_END = re.compile(r"(?:\n[ \t]*)+\n|\n(?=[ \t]*(?:[-*+#>|]|\d+\.)[ \t])|\|")
Fault = tuple[str, int, str]
"""The code of a rule, where in the text, and a message."""


def find_voice_on_pages(library: Library) -> Iterator[Problem]:
    """Yield what a site's rules of voice find on its handwritten pages."""
    weights = {rule: library.weights.get(rule.code, rule.weight) for rule in RULES}
    if set(weights.values()) == {"off"}:
        return
    names = {rule.code: (rule.name, weight) for rule, weight in weights.items() if weight != "off"}
    for page in library.handwritten.values():
        for code, start, message in find_voice_in_markdown(page.text):
            if code in names:
                name, weight = names[code]
                line = page.text.count("\n", 0, start) + 1
                mark = Mark(line, start - page.text.rfind("\n", 0, start))
                severity = Severity[weight.upper()]
                yield Problem(library.content / page.path, mark, code, message, severity, name)


def blank(match: re.Match[str]) -> str:
    """Return as many signs that say nothing; code is one word, which may begin a sentence."""
    return re.sub(r"[^\n]", "X" if match["code"] else " ", match[0])


def find_voice_in_markdown(text: str) -> Iterator[Fault]:
    """Yield each fault in the prose of a page, but for what the page waives."""
    waived = set(WAIVER.findall(text))
    prose = NO_PROSE.sub(blank, text)
    ends = [(match.start(), match.end()) for match in BLOCK_END.finditer(prose)]
    starts = [0, *(end for _, end in ends)]
    for start, end in zip(starts, [*(begin for begin, _ in ends), len(prose)], strict=True):
        block = prose[start:end]
        for word in find_ruled_out(block):
            if "VO001" not in waived:
                yield "VO001", start + word.start(), describe_word(word[0])
        for one in find_long_sentences(block):
            if "VO002" not in waived:
                begin = start + one.start
                written = replace(one, words=text[begin : begin + len(one.words)])
                yield "VO002", begin, describe_long_sentence(written)
