"""An entry -> what its rules find, less what is waived in place.

And the waivers that are at fault themselves.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from playbook.library.entry import Entry
from playbook.rules.rule import Others
from playbook.rules.waiver import Waiver, find_waivers
from playbook.source.problem import Problem, Severity
from playbook.text.english import did_you_mean, quoted

Cover: TypeAlias = tuple[str, range]
"""A rule and the lines on which it is waived; several waivers may say the same."""
FORM = "write '# playbook: allow CODE because …'"


def apply_rules(entry: Entry, weights: Mapping[str, str], others: Others) -> Iterator[Problem]:
    """Yield each problem that a rule finds.

    `weights` overrides a rule's severity with error, warning or off.
    """
    source = entry.source
    own_waivers = list(find_waivers(source.text))
    covering: dict[tuple[str, int], list[Cover]] = defaultdict(list)
    for cover in {(waiver.code, waiver.lines): None for waiver in own_waivers if waiver.reason}:
        for line in cover[1]:
            covering[cover[0], line].append(cover)
    used: set[Cover] = set()
    in_force = {rule.code: weights.get(rule.code, rule.weight) for rule in entry.kind.rules}
    for rule in entry.kind.rules:
        weight = in_force[rule.code]
        if weight == "off":
            continue
        for finding in rule.find_breaches(entry.artifact, others):
            mark = source.find_words(finding.loc, finding.words)
            covers = covering.get((rule.code, mark.line), [])
            used.update(covers)
            if not covers and (others.complete or not rule.wants_all):
                severity = Severity[weight.upper()]
                yield Problem(source.path, mark, rule.code, finding.message, severity, rule.name)
    for waiver in own_waivers:
        if (waiver.code, waiver.lines) in used or in_force.get(waiver.code) == "off":
            continue
        if fault := explain_waiver_fault(waiver, in_force.keys()):
            yield Problem(source.path, waiver.mark, *fault)


def explain_waiver_fault(waiver: Waiver, codes: Collection[str]) -> tuple[str, str, Severity]:
    """Return the code, message and severity of what is wrong with a waiver that waives nothing."""
    if not waiver.code:
        return "WV001", f"this is not how a waiver is written: {FORM}", Severity.ERROR
    if waiver.code not in codes:
        close = did_you_mean(waiver.code.upper(), codes)
        return (
            "WV003",
            (
                f"there is no rule {quoted(waiver.code)} for this kind{close}: name another, "
                "or delete it"
            ),
            Severity.ERROR,
        )
    if not waiver.reason:
        return "WV001", f"{quoted(waiver.code)} is waived without a reason: {FORM}", Severity.ERROR
    return "WV002", f"{quoted(waiver.code)} finds nothing here: delete the waiver", Severity.WARNING
