"""Evidence: who told us, one interview or observation each."""

from typing import Annotated

from playbook.model.part import Anchored, OneOrMany
from playbook.model.ref import Ref
from playbook.text.inline import Text


class SnapshotRef(Ref):
    """The id of an interview snapshot."""

    kinds = ("interview-snapshot",)


class Evidenced(Anchored):
    """A piece that someone told us about, or nobody yet."""

    heard_in: Annotated[tuple[SnapshotRef, ...], OneOrMany] = ()
    """The interview snapshots in which we heard it."""
    evidence: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who told us, one interview or observation each, where there is no snapshot."""

    @property
    def evidence_count(self) -> int:
        """How many interviews and observations stand behind it."""
        return len(set(self.heard_in)) + len(self.evidence)
