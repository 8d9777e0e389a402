"""What a signpost says."""

from playbook.library.kind import Artifact
from playbook.parts.flow import Flow


class Signpost(Artifact):
    """A flow from what people notice to what helps; it stands on the home page."""

    tells_of_customers = False

    flow: Flow
    """The questions, and at each end the smallest move (`text`) and the play that helps (`see`)."""
