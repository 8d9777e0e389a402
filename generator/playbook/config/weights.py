"""Which rules a site weighs in another way than we do."""

from collections.abc import Collection, Iterable, Iterator

from playbook.source.document import Source
from playbook.source.problem import Problem
from playbook.text.english import did_you_mean, quoted


def find_unknown_rules(
    weighed: Iterable[str], source: Source, codes: Collection[str]
) -> Iterator[Problem]:
    """Yield each rule that a file weighs and that there is none of."""
    for code in weighed:
        if code not in codes:
            mark = source.find_mark(("extra", "rules", code), key=True)
            message = (
                f"there is no rule {quoted(code)}{did_you_mean(code.upper(), codes)}: "
                "see the rules' page"
            )
            yield Problem(source.path, mark, "SET001", message)
