"""Book clubs: who reads what when, and when they meet."""

from playbook.kind import Kind
from playbook.kinds.club.model import Club
from playbook.kinds.club.rules import RULES

KIND = Kind(
    name="club",
    title="Book club",
    plural="Book clubs",
    folder="clubs",
    about="A book read together: what this month brings, when we meet, and how to join in late.",
    model=Club,
    own_rules=RULES,
)
