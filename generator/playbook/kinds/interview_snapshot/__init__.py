"""Interview snapshots: one interview on one page."""

from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.kinds.interview_snapshot.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="interview-snapshot",
    title=N_("Interview snapshot"),
    plural=N_("Interview snapshots"),
    folder="snapshots",
    about=N_("One interview on one page: who it was, what they told us, and what it supports."),
    group=N_("Maps and trees"),
    everyday_words=("conversation", "customer"),
    model=InterviewSnapshot,
    is_interview=True,
    own_rules=RULES,
    is_drawn=True,
)
