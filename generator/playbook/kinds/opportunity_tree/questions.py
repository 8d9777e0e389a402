"""What a walk through a tree asks at each of its steps: another question of those who block, shape or are told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A step of the walk and its three questions."""

    title: str
    block: str
    shape: str
    told: str


OUTCOME = Step(
    "The outcome",
    block="What has happened since we last spoke that could make this the wrong goal?",
    shape="Where in your own work do you see this number move?",
    told="Does this goal touch one of yours?",
)
SPACE = Step(
    "The opportunity space",
    block="Which need or trouble would you have expected here and don't find?",
    shape="What have customers told you that isn't here, and who was it?",
    told="Which of these have your customers told you, too?",
)
CHOICE = Step(
    "The choice",
    block="At which fork would you have gone the other way, and what would you have to see to come along?",
    shape="At which fork would you have gone the other way, and what do you know that we don't?",
    told="Is one of the branches that we left alone yours to take?",
)
TARGET = Step(
    "The target opportunity",
    block="What would make you say no to working on this?",
    shape="When did you last meet somebody with this trouble, and what happened then?",
    told="Whom do you know that has met this, and would tell us about it?",
)
SOLUTIONS = Step(
    "The solutions",
    block="Which of these could you not agree to, whatever the tests say?",
    shape="How else could we solve this?",
    told="Have you built or tried anything like one of these?",
)
TESTS = Step(
    "Assumptions and tests",
    block="Which result would change your mind?",
    shape="What else would have to be true for this to work?",
    told="Which of these results can you use yourselves?",
)
NEXT = Step(
    "What comes next",
    block="What do you want to see before we go on?",
    shape="What shall we bring when we meet again?",
    told="Whom should we talk to before we go on?",
)
STEPS = (OUTCOME, SPACE, CHOICE, TARGET, SOLUTIONS, TESTS, NEXT)
