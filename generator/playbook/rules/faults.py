"""What every file must get right before any rule of the method applies.

Each fault is a file in `faults/`.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("faults")
FORM = re.compile(
    r"(?P<name>[a-z0-9-]+)\n(?P<why>.+?)(?:\n\nBad:\n(?P<bad>.+?)\nGood:\n(?P<good>.+?))?\n*",
    re.DOTALL,
)


@dataclass(frozen=True)
class Fault:
    """What can't be read, has another shape, or leads nowhere; unlike a rule it can't be waived."""

    code: str
    name: str
    why: str
    bad: str = ""
    good: str = ""


@cache
def load_faults() -> dict[str, Fault]:
    """Return every fault by its code; a file of another form raises ValueError."""
    return {path.stem: parse_fault(path) for path in sorted(FOLDER.glob("*.txt"))}


def parse_fault(path: Path) -> Fault:
    """Return the fault that a file describes: its name, why it matters, and perhaps an example."""
    match = FORM.fullmatch(path.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"{path.name} must give a name, then why, then perhaps 'Bad:' and 'Good:'")
    return Fault(path.stem, match["name"], " ".join(match["why"].split()), *dedent_examples(match))


def dedent_examples(match: re.Match[str]) -> tuple[str, str]:
    """Return the bad and the good example without their indent; both empty where there is none."""
    bad, good = (
        re.sub(r"^ {4}", "", match[part] or "", flags=re.MULTILINE) for part in ("bad", "good")
    )
    return bad, good
