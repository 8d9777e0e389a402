"""Book clubs: who reads what when, and when they meet."""

from playbook.kinds.club.model import Club
from playbook.kinds.club.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="club",
    title=N_("Book club"),
    plural=N_("Book clubs"),
    folder="clubs",
    about=N_(
        "A book read together: what this month brings, when we meet, and how to join in late."
    ),
    group=N_("Book club"),
    has_history=True,
    model=Club,
    is_club=True,
    own_rules=RULES,
)
