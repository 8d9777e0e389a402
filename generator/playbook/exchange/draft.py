"""What an import would write: one artifact, and what each item of the file was taken for."""

from dataclasses import dataclass

from playbook.exchange.outline import Finding


@dataclass(frozen=True)
class Taken:
    """What one item was taken for."""

    line: int
    role: str
    words: str


@dataclass(frozen=True)
class Draft:
    """The YAML of one artifact, its title without signs, and how it came about."""

    title: str
    text: str
    taken: tuple[Taken, ...] = ()
    findings: tuple[Finding, ...] = ()
