"""Blank drawings to fill in by hand, by the name that an exercise gives."""

from collections.abc import Callable
from dataclasses import dataclass

from playbook.handouts.canvases.assumptions import assumption_map
from playbook.handouts.canvases.experience import experience_map
from playbook.handouts.canvases.snapshot import interview_snapshot
from playbook.handouts.canvases.tree import opportunity_tree
from playbook.language import N_


@dataclass(frozen=True)
class BlankDrawing:
    """What it is called, what a screen reader reads out of it, and what draws it."""

    title: str
    alt: str
    draw: Callable[[], str]


CANVASES = {
    "experience-map": BlankDrawing(
        N_("Your experience map"),
        N_(
            "A blank experience map: two rows of five moments to fill in, each with room for a mood"
        ),
        experience_map,
    ),
    "opportunity-tree": BlankDrawing(
        N_("Your opportunity solution tree"),
        N_(
            "A blank opportunity solution tree: an outcome, three opportunities with two below "
            "each, three solutions"
        ),
        opportunity_tree,
    ),
    "interview-snapshot": BlankDrawing(
        N_("Your interview snapshot"),
        N_(
            "A blank interview snapshot: who, quick facts, a quote, the story, "
            "opportunities and insights"
        ),
        interview_snapshot,
    ),
    "assumption-map": BlankDrawing(
        N_("Your assumption map"),
        N_(
            "A blank assumption map: the higher, the more depends on it; "
            "the further right, the less we know"
        ),
        assumption_map,
    ),
}
