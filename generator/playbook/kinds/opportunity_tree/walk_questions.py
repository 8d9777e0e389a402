"""What a walk through a tree asks at each of its steps.

Another question of those who block, shape or are told.
"""

from dataclasses import dataclass

from playbook.language import N_

ADVICE = {
    "block": N_("Stop it. Meet them alone, and wait for each answer."),
    "shape": N_("Shape it. Ask for their stories, and write them on the tree."),
    "told": N_("Know of it. Send the update in writing, and take the walk with anyone who asks."),
}
"""What an audience can do to a decision, and how to walk with it."""


@dataclass(frozen=True)
class WalkStep:
    """A step of the walk and its three questions."""

    title: str
    block: str
    shape: str
    told: str


OUTCOME = WalkStep(
    N_("The outcome"),
    block=N_("What has happened since we last spoke that could make this the wrong goal?"),
    shape=N_("Where in your own work do you see this number move?"),
    told=N_("Does this goal touch one of yours?"),
)
SPACE = WalkStep(
    N_("The opportunity space"),
    block=N_("Which need or problem did you expect to find here that is missing?"),
    shape=N_("What have customers told you that isn't here, and who was it?"),
    told=N_("Which of these have your customers told you about as well?"),
)
CHOICE = WalkStep(
    N_("The choice"),
    block=N_(
        "At which fork would you have gone the other way, and what would you have to see to agree "
        "with us?"
    ),
    shape=N_(
        "At which fork would you have gone the other way, and what do you know that we don't?"
    ),
    told=N_("Is one of the branches that we left alone yours to take?"),
)
TARGET = WalkStep(
    N_("The target opportunity"),
    block=N_("What would make you say no to working on this?"),
    shape=N_("When did you last meet someone with this problem, and what happened then?"),
    told=N_("Who do you know that has had this problem, and would tell us about it?"),
)
SOLUTIONS = WalkStep(
    N_("The solutions"),
    block=N_("Which of these could you not agree to, whatever the tests say?"),
    shape=N_("How else could we solve this?"),
    told=N_("Have you built or tried anything like one of these?"),
)
TESTS = WalkStep(
    N_("Assumptions and tests"),
    block=N_("Which result would change your mind?"),
    shape=N_("What else would have to be true for this to work?"),
    told=N_("Which of these results can you use yourselves?"),
)
NEXT = WalkStep(
    N_("What comes next"),
    block=N_("What do you want to see before we go on?"),
    shape=N_("What shall we bring when we meet again?"),
    told=N_("Whom should we talk to before we go on?"),
)
STEPS = (OUTCOME, SPACE, CHOICE, TARGET, SOLUTIONS, TESTS, NEXT)
