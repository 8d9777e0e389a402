"""What the method asks of a map as a whole."""

import re
from collections.abc import Iterator
from typing import Any

from playbook.kinds.experience_map.merging.similarity import reduce_to_words
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.model.traverse import Walked, find_pieces, remember
from playbook.parts.evidence import Evidenced
from playbook.parts.rules.question import INVITATION
from playbook.rules.rule import Finding, Others, rule
from playbook.rules.word_lists import find_opening_word
from playbook.source.problem import Severity
from playbook.text.english import quoted
from playbook.text.inline import Text

ENDS = re.compile(
    r"(?i)\b(?:(?:from|when|starting)\b.+\b(?:to|until|till|ending)|between\b.+\band)\b"
)

FEWEST_WORDS = 4
"""From here on, the same words are hardly chance."""

LATIN = re.compile("[A-Za-z]")
ENGLISH = re.compile(r"(?i)\b(?:the|and|with|who|what|when|how|they|their|from|that|which)\b")
"""Words that English has and its neighbours have not; those have their own for from and to."""

ONE_TIME = re.compile(
    r"(?i)\b(?:last|latest|first|yesterday|ago|that (?:day|evening|morning|night|time|week))\b"
)
"""What turns the question to something that happened once."""


@rule("EM101", "nobody-drew-it", Severity.ERROR)
def nobody_drew_it(it: ExperienceMap) -> Iterator[Finding]:
    """A map is one person's view or merged from several, and a reader must know which (Torres, ch.
    4).

    Bad:
        drawn_by: designer
        merges: [another-map]
    Good:
        drawn_by: designer
    """
    if it.drawn_by and it.merges:
        yield Finding(
            ("drawn_by",),
            "a merged map belongs to the trio: delete 'drawn_by:', or delete 'merges:'",
        )
    if not it.drawn_by and not it.merges:
        yield Finding(
            (),
            (
                "nobody drew this map: say who with 'drawn_by:', or which maps it merges with "
                "'merges:'"
            ),
        )


@rule("EM102", "scope-without-ends")
def scope_without_ends(it: ExperienceMap) -> Iterator[Finding]:
    """A scope that is too narrow misses opportunities, and one that is too wide has no focus; say where
    it starts and ends (ch. 4).

    Bad:
        scope: Learning music
    Good:
        scope: From deciding to learn to sitting in the first lesson
    """
    scope = it.scope.plain()
    if LATIN.search(scope) and not ENDS.search(scope) and is_english(it):
        message = f"{quoted(scope)} does not say where the map starts and ends: write 'From … to …'"
        yield Finding(("scope",), message)


def is_english(it: ExperienceMap) -> bool:
    """Whether a map has a word that only English has."""
    texts = (it.title, it.summary, it.scope, *(node.title for node in it.nodes))
    return any(ENGLISH.search(text.plain()) for text in texts)


@rule("EM103", "only-the-plain-path")
def only_the_plain_path(it: ExperienceMap) -> Iterator[Finding]:
    """Customers turn back, run into a problem and give up; a map without any of it shows what we hope
    (Torres, ch. 4).

    Bad:
        nodes:
          - {id: asks, title: Asks a friend, next: finds}
          - {id: finds, title: Finds a teacher, next: asks-again}
          - {id: asks-again, title: Asks for an hour}
    Good:
        nodes:
          - {id: asks, title: Asks a friend, next: finds}
          - {id: finds, title: Finds a teacher, next: {to: asks, as: loop, because: no free hour}}
    """
    ways = [link.as_ for node in it.nodes for link in node.next]
    if ways and set(ways) == {"step"}:
        message = (
            "every link is a plain step: add where customers go back, what goes wrong, "
            "where they give up"
        )
        yield Finding(("nodes",), message)


@rule("EM104", "map-nobody-questioned")
def map_nobody_questioned(it: ExperienceMap) -> Iterator[Finding]:
    """A map is a hypothesis for the next interviews; without a question it is taken for the truth
    (ch. 4).

    Bad:
        drawn_by: designer
        nodes: [{title: Asks a friend}, {title: Looks for teachers}]
    Good:
        drawn_by: designer
        nodes: [{title: Asks a friend, evidence: Interview 1}, {title: Looks for teachers}]
    """
    if not it.questions and not any(node.evidence_count for node in it.nodes):
        message = (
            "no interview stands behind any node and no question is open: "
            "add 'evidence:' or 'questions:'"
        )
        yield Finding(("nodes",), message)


@rule("EM105", "guess-copied-from-an-interview", wants_all=True)
def guess_copied_from_an_interview(it: ExperienceMap, others: Others) -> Iterator[Finding]:
    """Each of the trio draws what they believe, alone, so that interviews can prove it wrong (ch. 4). This
    finds a text of four words or more that appears word for word in a snapshot.

    Bad:
        drawn_by: designer
        outcome: tree
        nodes: [{title: Looks for teachers, thinking: Nobody in my town teaches the cello}]
    Good:
        drawn_by: designer
        outcome: tree
        nodes: [{title: Looks for teachers, thinking: There must be one close by}]
    """
    if it.is_shared:
        return
    heard = {
        words: snapshot
        for snapshot in find_snapshots(it, others)
        for words in remember(snapshot, list_texts_in_words)
    }
    for index, node in enumerate(it.nodes):
        for key in ("title", "doing", "thinking"):
            text = getattr(node, key)
            words = reduce_to_words(text.plain()) if text else ""
            if len(words.split()) >= FEWEST_WORDS and words in heard:
                message = (
                    f"{quoted(text.plain())} is word for word what the interview "
                    f"'{others.id_of(heard[words])}' says, and a map drawn alone shows what its author believed "
                    "before any interview: write that, or leave it out"
                )
                yield Finding(("nodes", index, key), message)


def list_texts_in_words(snapshot: Walked) -> list[str]:
    """Return the words alone of all that a snapshot says."""
    return [reduce_to_words(text.plain()) for _, text in find_pieces(snapshot, Text)]


def find_snapshots(it: ExperienceMap, others: Others) -> list[Any]:
    """Return the interviews around a map: those it cites, and those of its outcome's tree."""
    trees = [tree for tree in [it.outcome and others(it.outcome)] if tree]
    around = [piece for one in (it, *trees) for piece in [*others.naming(one)]]
    cited = [
        others(ref)
        for one in (it, *trees, *around)
        for _, piece in find_pieces(one, Evidenced)
        for ref in piece.heard_in
    ]
    snapshots = [one for one in (*around, *cited) if one and hasattr(one, "interviewed_by")]
    return list({id(one): one for one in snapshots}.values())


@rule("EM106", "question-without-a-story")
def question_without_a_story(it: ExperienceMap) -> Iterator[Finding]:
    """Asked who, which or why, people say what they believe about themselves; asked about one particular
    time, they say what happened (ch. 5). A question with 'last', 'first' or 'ago' in it is about one time.

    Bad:
        questions: [Why do you put it off?]
    Good:
        questions: [Tell me about the evening when you stopped looking.]
    """
    for index, one in enumerate(it.questions):
        ask = one.ask.plain()
        word = find_opening_word(ask, "facts")
        if word and not INVITATION.match(ask) and not ONE_TIME.search(ask):
            message = (
                f"{quoted(ask)} asks for a fact or a reason ('{word} …'): ask about one particular "
                "time instead, such as 'Tell me about the last time …'"
            )
            yield Finding(("questions", index, "ask"), message)


RULES = (
    nobody_drew_it,
    scope_without_ends,
    only_the_plain_path,
    map_nobody_questioned,
    guess_copied_from_an_interview,
    question_without_a_story,
)
