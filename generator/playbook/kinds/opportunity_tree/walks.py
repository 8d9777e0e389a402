"""A walk through a tree for each audience, as deep as that audience looks."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from playbook.config.audiences import Audience
from playbook.kinds.opportunity_tree import counts
from playbook.kinds.opportunity_tree.changes import list_changes
from playbook.kinds.opportunity_tree.update import write_update
from playbook.kinds.opportunity_tree.walk_questions import ADVICE, STEPS
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.subpage import SubPage
from playbook.text.inline import Text

ON_THE_SHEET = {"headline": 3, "reasons": 5, "evidence": 8}
"""How many changes fit on the one-page update."""

TOLD = {
    "headline": {"Decided"},
    "reasons": {"Decided", "Tested"},
    "evidence": {"Decided", "Tested", "Heard"},
}
"""Which changes an audience hears of."""


def make_walk_pages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the pages."""

    def say(text: Text) -> str:
        """Return a text's words alone, a reference by the title that it leads to."""
        tokens = text.tokens()
        words = [
            token.meta["words"] or Text(library.resolve(entry, token.content).title).plain()
            if token.type == "reference"
            else token.content
            for token in tokens
        ]
        return " ".join("".join(words).split())

    def fill(audience: Audience) -> dict[str, Any]:
        recent, whole = ON_THE_SHEET[audience.depth], list_changes(entry, library)
        news = [change for change in whole if change.sort in TOLD[audience.depth]]
        return {
            "advice": _(ADVICE[audience.can]),
            "audience": audience,
            "earlier": news[recent:],
            "news": news[:recent],
            "steps": STEPS,
            "tally": counts,
            "update": list(write_update(entry.artifact, say)),
        }

    for audience in library.audiences:
        yield SubPage(
            path=f"{entry.kind.folder}/{entry.id}/for-{audience.id}.md",
            template="walk.md.jinja",
            title=_("For %(who)s", who=audience.who),
            fill=partial(fill, audience),
        )
