"""The 30-second update: outcome, opportunity, solution, evidence, as one would say them, in the tree's own words."""

from collections.abc import Callable, Iterable, Iterator

from playbook.kinds.opportunity_tree.model import (
    Assumption,
    AssumptionTest,
    Opportunity,
    OpportunityTree,
    Outcome,
    Solution,
)
from playbook.kinds.opportunity_tree.tally import in_hand, share, sources, verdicts, way
from playbook.text import Text
from playbook.wording import counted, dated

Say = Callable[[Text], str]
"""Returns a text as plain words."""

IMPORTANCE = ("high", "medium", "low", None)
SAYS = {"supported": "support {}", "refuted": "refute {}", "unclear": "leave {} unclear"}
ENDS = (".", "!", "?", "…")
MOST = 3


def update(it: OpportunityTree, say: Say) -> Iterator[tuple[str, str]]:
    """Yield each part of the update with what it is called; what the tree does not know yet is left out."""
    yield "Outcome", outcome(it.outcome, say)
    target = it.target_opportunity
    if target is None:
        number = counted(sum(1 for _ in it.walk()), "opportunity")
        yield "Opportunity", f"We look at {number} and have not chosen a target yet."
        return
    yield "Opportunity", opportunity(target, it, say)
    if target.solutions:
        yield "Solution", " ".join(solution(target, say))
        if said := " ".join(evidence(in_hand(target) or target.solutions, say)):
            yield "Evidence", said


def outcome(it: Outcome, say: Say) -> str:
    """Return what the team is after, and by how much."""
    steps = [("from", it.from_ and say(it.from_)), ("to", it.to and say(it.to)), ("by", it.by and dated(it.by))]
    goal = " ".join(f"{word} {value}" for word, value in steps if value)
    return ended(f"We work towards one outcome: {bare(say(it.title))}{', ' if goal else ''}{goal}")


def opportunity(target: Opportunity, it: OpportunityTree, say: Say) -> str:
    """Return what customers say, how many of them, and what it is a part of."""
    heard = share([target], it)
    words = "We work on a guess of ours"
    if heard:
        words = f"In {heard} {sources(it)} we heard the opportunity that we work on"
    said = [f"{words}: {quote(say(target.title))}"]
    if not heard:
        said.append("Nobody has told us of it yet.")
    top = way(it)[0][0]
    if top is not target:
        said.append(f"It is a part of {quote(say(top.title))}")
    return " ".join(said)


def solution(target: Opportunity, say: Say) -> Iterator[str]:
    """Yield what was chosen, or what is compared."""
    ideas, hand = target.solutions, in_hand(target)
    if not hand:
        yield f"We compared {counted(len(ideas), 'solution')} and dropped {'all of them' if len(ideas) > 1 else 'it'}."
    elif hand[0].status == "candidate":
        known = f"compare {len(hand)} solutions" if len(hand) > 1 else "have one solution so far"
        yield f"We have not chosen yet and {known}: {named(hand, say)}"
    else:
        verb = "shipped" if all(each.status == "shipped" for each in hand) else "chose"
        whole = f"Of {len(ideas)} solutions we {verb}" if len(ideas) > len(hand) else f"We {verb}"
        yield f"{whole} {named(hand, say)}"
        if len(hand) == 1 and hand[0].about:
            yield ended(say(hand[0].about))


def evidence(solutions: Iterable[Solution], say: Say) -> Iterator[str]:
    """Yield the test that weighs most, how many assumptions hold, and what is not known yet."""
    solutions = tuple(solutions)
    known = verdicts(solutions)
    number = sum(map(len, known.values()))
    if not number:
        return
    trials = [(belief, trial) for each in solutions for belief in each.assumptions for trial in belief.tests]
    if leading := min(
        ((IMPORTANCE.index(belief.importance), index) for index, (belief, trial) in enumerate(trials) if trial.result),
        default=None,
    ):
        yield shown(trials[leading[1]][1], say)
    yield counts(known, number, "it" if len(solutions) == 1 else "them")
    if known[""]:
        riskiest = min(known[""], key=lambda belief: IMPORTANCE.index(belief.importance))
        yield f"What we don't know yet: {quote(say(riskiest.title))}"


def counts(known: dict[str, list[Assumption]], number: int, works: str) -> str:
    """Return how many assumptions tests support, refute or leave unclear."""
    needs = f"that must be true for {works} to work"
    only = f"the one thing {needs}"
    told = [(each, len(known[word])) for word, each in SAYS.items() if known[word]]
    if number == 1:
        return f"Our tests {told[0][0].format(only) if told else f'have not settled {only}'}."
    said = [each.format(count) for each, count in told]
    return f"Of {number} things {needs}, our tests {joined(said) if said else 'have settled none yet'}."


def shown(trial: AssumptionTest, say: Say) -> str:
    """Return the result of a test as a sentence."""
    only = "only " if trial.verdict == "refuted" else ""
    if trial.criterion is None:
        return f"In a test it was {only}{trial.result}: {quote(say(trial.title))}"
    return ended(f"In a test we saw {only}{trial.result} people {say(trial.criterion.who)}")


def named(solutions: tuple[Solution, ...], say: Say) -> str:
    """Return the names of solutions, the first few of many."""
    *names, last = [quote(say(each.title), end="") for each in solutions[:MOST]]
    if len(solutions) > MOST:
        return f"{joined([*names, last, f'{len(solutions) - MOST} more'])}."
    return joined([*names, quote(say(solutions[len(names)].title))])


def joined(words: list[str]) -> str:
    """Return words as a list in a sentence."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def bare(words: str) -> str:
    """Return a sentence to go on after."""
    return words.rstrip(". ") or words


def ended(words: str) -> str:
    """Return a sentence with its full stop."""
    return words if words.endswith(ENDS) else f"{words}."


def quote(words: str, end: str = ".") -> str:
    """Return somebody's words in quotation marks, a full stop inside."""
    return f"“{words}”" if words.endswith(ENDS) else f"“{words}{end}”"
