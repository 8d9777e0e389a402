"""What an opportunity solution tree says."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from playbook.kinds.opportunity_tree.outcome import Outcome
from playbook.kinds.opportunity_tree.solution import (
    EVIDENCE_LABELS,
    IMPORTANCE_LABELS,
    Assumption,
    Solution,
    Trial,
    sort_trials,
)
from playbook.language import N_, _, format_day, ngettext, pgettext
from playbook.library.kind import Artifact
from playbook.model.part import Part
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import Day
from playbook.parts.evidence import Evidenced
from playbook.parts.question import Question
from playbook.text.inline import Text

MOST_DRAWN = 40

FACTOR_LABELS = {
    "size": N_("Size"),
    "market": N_("Market"),
    "company": N_("Company"),
    "customer": N_("Customer"),
}


class MapRef(Ref):
    """The id of an experience map."""

    kinds = ("experience-map",)


class PieceRef(PartRef):
    """The id of a piece of the same tree."""

    words = ("opportunity", "solution", "assumption", "assumption test")


class Factors(Part):
    """What speaks for an opportunity and against it, as words and without scores (Torres, chapter 7)."""  # noqa: E501 - shown as it stands

    size: Text | None = None
    """How many customers it touches, and how often."""
    market: Text | None = None
    """What solving it does to our place in the market."""
    company: Text | None = None
    """How it fits our strategy and our strengths."""
    customer: Text | None = None
    """How much it matters to those who have it."""

    @property
    def labelled(self) -> list[tuple[str, Text]]:
        """What is said of it, each with the name of its factor as readers see it."""
        texts = [(label, getattr(self, name)) for name, label in FACTOR_LABELS.items()]
        return [(_(label), text) for label, text in texts if text]


class Opportunity(Evidenced):
    """A need, pain point or desire, in the customer's words."""

    word = N_("opportunity")

    title: Text
    """What a customer would say."""
    status: Literal["target", "exploring", "parked", "addressed", "open"] = "open"
    """Where the team stands with it."""
    because: Text | None = None
    """Why it has this priority."""
    factors: Factors | None = None
    """What speaks for it and against it."""
    opportunities: tuple["Opportunity", ...] = ()
    """The opportunities that are parts of this one."""
    solutions: tuple[Solution, ...] = ()
    """Ideas for this opportunity."""

    @property
    def status_label(self) -> str:
        """Where the team stands with it, as readers see it."""
        return pgettext("status", self.status)

    def walk(self) -> Iterator["Opportunity"]:
        """Yield this opportunity and all below it, parents first."""
        yield self
        for child in self.opportunities:
            yield from child.walk()

    @property
    def ideas(self) -> list[Solution]:
        """The solutions for it and for all below it."""
        return [idea for each in self.walk() for idea in each.solutions]

    @property
    def placed(self) -> list[tuple[Solution, Assumption]]:
        """What its own solutions stand on and has its place on the map.

        The most important and least known first.
        """
        return [
            (idea, belief)
            for importance in IMPORTANCE_LABELS
            for known in reversed(EVIDENCE_LABELS)
            for idea in self.solutions
            for belief in idea.assumptions
            if (belief.importance, belief.known) == (importance, known)
        ]

    @property
    def below(self) -> str:
        """How much is below it, in words."""
        parts = len(list(self.walk())) - 1
        needs = (
            ngettext("%(number)s opportunity", "%(number)s opportunities", parts) if parts else ""
        )
        ideas = (
            ngettext("%(number)s solution", "%(number)s solutions", len(self.ideas))
            if self.ideas
            else ""
        )
        return (
            _("%(one)s and %(other)s", one=needs, other=ideas)
            if needs and ideas
            else needs or ideas
        )

    @property
    def trials(self) -> list[Trial]:
        """The tests of it and of all below it, by their dates."""
        return sort_trials(self.ideas)


class Decision(Part):
    """Something that the team decided, and when."""

    date: Day
    """The day."""
    title: Text
    """What was decided."""
    because: Text | None = None
    """Why."""
    about: PieceRef | None = None
    """The opportunity, solution, assumption or test that it is about."""


class OpportunityTree(Artifact):
    """One outcome, the opportunities that could move it, and the solutions compared for one of them."""  # noqa: E501 - shown as it stands

    tells_of_customers = True

    outcome: Outcome
    """The one outcome at the top."""
    date: Day | None = None
    """The day on which it was last changed."""
    map: MapRef | None = None
    """The experience map whose moments are the top-level opportunities."""
    opportunities: tuple[Opportunity, ...] = Field(min_length=1)
    """The top-level opportunities: distinct moments in time."""

    solutions: tuple[Solution, ...] = ()
    """Ideas without an opportunity yet: each belongs under one."""
    decisions: tuple[Decision, ...] = ()
    """What the team decided, the latest last."""
    next_question: Question | None = None
    """What the team wants to know next."""

    @property
    def headlines(self) -> tuple[str, ...]:
        """Where the metric stands, since when, and what the latest tests say."""
        metric = self.outcome.metric.plain() if self.outcome.metric else ""
        judged = [trial for _belief, trial in self.trials if trial.verdict]
        return tuple(
            filter(
                None,
                (
                    _("Last changed on %(day)s", day=format_day(self.date)) if self.date else "",
                    ": ".join(filter(None, (metric, self.outcome.latest_words))),
                    *(f"{trial.title.plain()}: {trial.verdict_label}" for trial in judged[:2]),
                ),
            )
        )

    def walk(self) -> Iterator[Opportunity]:
        """Yield every opportunity, parents first."""
        for opportunity in self.opportunities:
            yield from opportunity.walk()

    @property
    def target_opportunity(self) -> Opportunity | None:
        """The opportunity that the team addresses now."""
        return next((each for each in self.walk() if each.status == "target"), None)

    @property
    def path(self) -> tuple[Opportunity, ...]:
        """The opportunities from the top down to the target."""
        target = self.target_opportunity
        return tuple(each for each in self.walk() if any(below is target for below in each.walk()))

    @property
    def trials(self) -> list[Trial]:
        """The tests on its own page by date: of a large tree, those on the way to its target."""
        return sort_trials(
            idea
            for opportunity in (self.path if self.is_large else self.walk())
            for idea in opportunity.solutions
        )

    @property
    def is_large(self) -> bool:
        """Whether a picture of all of it would be too large to read."""
        return sum(1 + len(each.solutions) for each in self.walk()) > MOST_DRAWN


def name_page(top: Opportunity) -> str:
    """Return the name of the page of a top branch.

    `index` would be the tree's own page, `for-` starts a walk's.
    """
    return f"{top.id}-" if top.id == "index" or top.id.startswith("for-") else str(top.id)
