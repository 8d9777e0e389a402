"""Interview snapshots: one interview on one page."""

from playbook.kind import Kind
from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.kinds.interview_snapshot.rules import RULES

KIND = Kind(
    name="interview-snapshot",
    title="Interview snapshot",
    plural="Interview snapshots",
    folder="snapshots",
    about="One interview on one page: who it was, what they told us, and what it stands behind.",
    model=InterviewSnapshot,
    own_rules=RULES,
    is_drawn=True,
)
