"""The 30-second update.

Outcome, opportunity, solution, evidence, as one would say them, in the tree's own words.
"""

from collections.abc import Iterable, Iterator

from playbook.kinds.opportunity_tree.counts import (
    describe_share,
    find_solutions_in_hand,
    find_way,
    group_by_verdict,
    name_evidence,
)
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.outcome import Outcome
from playbook.kinds.opportunity_tree.sentences import (
    Say,
    add_full_stop,
    join_words,
    quote_words,
    strip_full_stop,
)
from playbook.kinds.opportunity_tree.solution import Assumption, AssumptionTest, Solution
from playbook.language import N_, _, format_day, ngettext

IMPORTANCE = ("high", "medium", "low", None)
SAYS = {
    "supported": N_("support %(number)s"),
    "refuted": N_("refute %(number)s"),
    "unclear": N_("leave %(number)s unclear"),
}
MOST = 3


def write_update(it: OpportunityTree, say: Say) -> Iterator[tuple[str, str]]:
    """Yield each part of the update with what it is called.

    What the tree does not know yet is left out.
    """
    yield _("Outcome"), write_outcome(it.outcome, say)
    target = it.target_opportunity
    if target is None:
        yield (
            _("Opportunity"),
            ngettext(
                "We are looking at %(number)s opportunity and have not chosen a target yet.",
                "We are looking at %(number)s opportunities and have not chosen a target yet.",
                len(list(it.walk())),
            ),
        )
        return
    yield _("Opportunity"), write_opportunity(target, it, say)
    if target.solutions:
        yield _("Solution"), " ".join(write_solutions(target, say))
        if evidence := " ".join(
            write_evidence(find_solutions_in_hand(target) or target.solutions, say)
        ):
            yield _("Evidence"), evidence


def write_outcome(it: Outcome, say: Say) -> str:
    """Return what the team is after, and by how much."""
    start = _("from %(value)s", value=say(it.from_)) if it.from_ else ""
    end = _("to %(value)s", value=say(it.to)) if it.to else ""
    due = _("by %(day)s", day=format_day(it.by)) if it.by else ""
    goal = " ".join(filter(None, (start, end, due)))
    sentence = _(
        "We are working towards one outcome: %(title)s", title=strip_full_stop(say(it.title))
    )
    sentence = add_full_stop(f"{sentence}, {goal}" if goal else sentence)
    return " ".join([sentence, *describe_latest(it, say)])


def describe_latest(it: Outcome, say: Say) -> Iterator[str]:
    """Yield where the metric stands, and what came of the outcome, if there is a value."""
    if it.latest:
        words = {
            None: _("On %(day)s it was %(value)s"),
            "reached": _("On %(day)s it was %(value)s, so we reached it"),
            "late": _("On %(day)s it was %(value)s, so we reached it later than agreed"),
            "missed": _("On %(day)s it was %(value)s, so we missed it"),
        }[it.verdict]
        value = strip_full_stop(say(it.latest.value))
        yield add_full_stop(words % {"day": format_day(it.latest.date), "value": value})


def write_opportunity(target: Opportunity, it: OpportunityTree, say: Say) -> str:
    """Return what customers say, how many of them, and what it is a part of."""
    heard, title = describe_share([target], it), quote_words(say(target.title))
    words = _(
        "There is no interview here behind the opportunity that we are working on: %(title)s",
        title=title,
    )
    if heard:
        words = _(
            "In %(share)s %(sources)s we heard the opportunity that we are working on: %(title)s",
            share=heard,
            sources=name_evidence(it),
            title=title,
        )
    sentences = [words]
    top = find_way(it)[0][0]
    if top is not target:
        sentences.append(_("It is a part of %(title)s", title=quote_words(say(top.title))))
    return " ".join(sentences)


def write_solutions(target: Opportunity, say: Say) -> Iterator[str]:
    """Yield what was chosen, or what is compared."""
    ideas, hand = target.solutions, find_solutions_in_hand(target)
    if not hand:
        yield ngettext(
            "We compared %(number)s solution and dropped it.",
            "We compared %(number)s solutions and dropped all of them.",
            len(ideas),
        )
    elif hand[0].status == "candidate":
        yield ngettext(
            "We have not chosen yet and have one solution so far: %(solutions)s",
            "We have not chosen yet and are comparing %(number)s solutions: %(solutions)s",
            len(hand),
            solutions=name_solutions(hand, say),
        )
    else:
        yield describe_choice(hand, len(ideas), say)
        if len(hand) == 1 and hand[0].about:
            yield add_full_stop(say(hand[0].about))


def describe_choice(hand: tuple[Solution, ...], ideas: int, say: Say) -> str:
    """Return what was chosen or shipped, and of how many."""
    names = name_solutions(hand, say)
    if all(solution.status == "shipped" for solution in hand):
        whole, alone = (
            _("Of %(number)s solutions we shipped %(solutions)s"),
            _("We shipped %(solutions)s"),
        )
    else:
        whole, alone = (
            _("Of %(number)s solutions we chose %(solutions)s"),
            _("We chose %(solutions)s"),
        )
    return (whole if ideas > len(hand) else alone) % {"number": ideas, "solutions": names}


def write_evidence(solutions: Iterable[Solution], say: Say) -> Iterator[str]:
    """Yield the test that weighs most, how many assumptions hold, and what is not known yet."""
    solutions = tuple(solutions)
    known = group_by_verdict(solutions)
    number = sum(map(len, known.values()))
    if not number:
        return
    trials = [
        (belief, trial)
        for solution in solutions
        for belief in solution.assumptions
        for trial in belief.tests
    ]
    if leading := min(
        (
            (IMPORTANCE.index(belief.importance), index)
            for index, (belief, trial) in enumerate(trials)
            if trial.result
        ),
        default=None,
    ):
        yield describe_result(trials[leading[1]][1], say)
    yield count_verdicts(known, number, len(solutions))
    if known[""]:
        riskiest = min(known[""], key=lambda belief: IMPORTANCE.index(belief.importance))
        yield _(
            "What we don't know yet: %(assumption)s", assumption=quote_words(say(riskiest.title))
        )


def count_verdicts(known: dict[str, list[Assumption]], number: int, solutions: int) -> str:
    """Return how many assumptions tests support, refute or leave unclear."""
    counts = [(word, len(known[word])) for word in SAYS if known[word]]
    if number == 1:
        return describe_only_assumption(counts[0][0] if counts else "", solutions)
    if not counts:
        return ngettext(
            "Of %(all)s things that must be true for it to work, our tests have settled none yet.",
            "Of %(all)s things that must be true for them to work, "
            "our tests have settled none yet.",
            solutions,
            all=number,
        )
    results = join_words([_(SAYS[word], number=count) for word, count in counts])
    return ngettext(
        "Of %(all)s things that must be true for it to work, our tests %(results)s.",
        "Of %(all)s things that must be true for them to work, our tests %(results)s.",
        solutions,
        all=number,
        results=results,
    )


def describe_only_assumption(word: str, solutions: int) -> str:
    """Return what tests say of the only assumption that there is."""
    one, many = {
        "supported": (
            N_("Our tests support the one thing that must be true for it to work."),
            N_("Our tests support the one thing that must be true for them to work."),
        ),
        "refuted": (
            N_("Our tests refute the one thing that must be true for it to work."),
            N_("Our tests refute the one thing that must be true for them to work."),
        ),
        "unclear": (
            N_("Our tests leave the one thing that must be true for it to work unclear."),
            N_("Our tests leave the one thing that must be true for them to work unclear."),
        ),
        "": (
            N_("Our tests have not settled the one thing that must be true for it to work."),
            N_("Our tests have not settled the one thing that must be true for them to work."),
        ),
    }[word]
    return _(one if solutions == 1 else many)


def describe_result(trial: AssumptionTest, say: Say) -> str:
    """Return the result of a test as a sentence."""
    count, only = trial.result.words if trial.result else "", trial.verdict == "refuted"
    if trial.criterion is None:
        title = quote_words(say(trial.title))
        few, many = (
            _("In a test it was only %(count)s: %(title)s"),
            _("In a test it was %(count)s: %(title)s"),
        )
        return (few if only else many) % {"count": count, "title": title}
    few, many = (
        _("In a test we saw only %(count)s people %(what)s"),
        _("In a test we saw %(count)s people %(what)s"),
    )
    return add_full_stop(
        (few if only else many) % {"count": count, "what": say(trial.criterion.who)}
    )


def name_solutions(solutions: tuple[Solution, ...], say: Say) -> str:
    """Return the names of solutions, the first few of many."""
    *names, last = [quote_words(say(solution.title), end="") for solution in solutions[:MOST]]
    if len(solutions) > MOST:
        more = _("%(number)s more", number=len(solutions) - MOST)
        return f"{join_words([*names, last, more])}."
    return join_words([*names, quote_words(say(solutions[len(names)].title))])
