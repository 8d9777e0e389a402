"""What a snapshot is for: a story to remember, and opportunities for the tree."""

from collections.abc import Iterator

from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.model.traverse import find_pieces
from playbook.parts.evidence import Evidenced
from playbook.rules.rule import Finding, Others, rule
from playbook.text.english import quoted


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
            (), "there is no story in it: tell what happened, moment by moment, under 'story:'"
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


RULES = (snapshot_without_a_story, opportunity_that_does_not_know)
