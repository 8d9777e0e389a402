"""What a snapshot is for: a story to remember, and opportunities for the tree."""

from collections.abc import Iterator

from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.model.traverse import find_pieces
from playbook.parts.evidence import Evidenced
from playbook.rules.rule import Finding, Others, rule
from playbook.source.document import Loc
from playbook.text.english import quoted
from playbook.text.inline import Text
from playbook.text.slug import fold, split_words

FEWEST_WORDS = 4
"""From here on, the same words are hardly chance."""


@rule("IS201", "snapshot-without-a-story")
def snapshot_without_a_story(it: InterviewSnapshot) -> Iterator[Finding]:
    """Opinions fade and mislead; what happened once, told in order, is what an interview is for
    (ch. 5).

    Bad:
        quote: I would use it every day
    Good:
        story: [{title: Asks in the choir who teaches, next: waits}, {id: waits, title: Waits for an answer}]
    """
    if not it.story:
        yield Finding(
            (), "the snapshot has no story: tell what happened, moment by moment, under 'story:'"
        )


@rule("IS202", "opportunity-that-does-not-know")
def opportunity_that_does_not_know(it: InterviewSnapshot, others: Others) -> Iterator[Finding]:
    """Evidence counts where it is cited: an opportunity on the tree names the snapshots that it was
    heard in.

    Bad:
        opportunities: [{title: They all sound the same, at: tree#nobody-told-us}]
    Good:
        opportunities: [{title: They all sound the same, at: tree#all-alike}]
    """
    for index, heard in enumerate(it.opportunities):
        name, _, part = (heard.at or "").partition("#")
        pieces = (
            [piece for _, piece in find_pieces(others(name), Evidenced) if piece.id == part]
            if others(name)
            else []
        )
        cited = [others(ref) for piece in pieces for ref in piece.heard_in]
        is_sure = None not in cited  # what leads nowhere may be this one, and is a problem there
        if pieces and is_sure and not any(snapshot is it for snapshot in cited):
            message = (
                f"{quoted(heard.at)} does not cite this snapshot: name it there under "
                "'heard_in:', or take 'at:' out"
            )
            yield Finding(("opportunities", index, "at"), message)


@rule("IS203", "words-of-an-internal-interview")
def words_of_an_internal_interview(it: InterviewSnapshot, others: Others) -> Iterator[Finding]:
    """An interview that stays internal still counts, but nobody quotes it in public. This looks for
    four or more words of the quote or the story, in a row, in everything public that cites the snapshot.

    Bad:
        visibility: internal
        quote: Twelve years, and then one wet Tuesday  # a public map says so, too
    Good:
        visibility: internal
        quote: My last lesson was in school  # a public map says it in words of its own
    """
    if it.visibility == "public":
        return
    public = [
        (others.id_of(one), reduce_to_words(text))
        for one in others.naming(it)
        if one.visibility == "public"
        for _, text in find_pieces(one, Text)
    ]
    for loc, text in list_told(it):
        words = reduce_to_words(text)
        places = [name for name, wording in public if words in wording]
        if len(words.split()) >= FEWEST_WORDS and places:
            message = (
                f"{quoted(text.plain())} also appears in '{places[0]}', which is public: "
                "say it there in words of your own, or ask the person"
            )
            yield Finding(loc, message)


def list_told(it: InterviewSnapshot) -> Iterator[tuple[Loc, Text]]:
    """Yield the texts that are as the person told it."""
    if it.quote:
        yield ("quote",), it.quote
    for index, moment in enumerate(it.story):
        for key in ("title", "doing", "thinking"):
            if text := getattr(moment, key):
                yield ("story", index, key), text


def reduce_to_words(text: Text) -> str:
    """Return the words of a text in one case, with a space on either side."""
    return f" {' '.join(split_words(fold(text.plain())))} "


RULES = (
    snapshot_without_a_story,
    opportunity_that_does_not_know,
    words_of_an_internal_interview,
)
