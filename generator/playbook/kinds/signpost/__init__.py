"""Signposts: from what people notice to the play that helps."""

from playbook.kinds.signpost.model import Signpost
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="signpost",
    title=N_("Signpost"),
    plural=N_("Signposts"),
    folder="signposts",
    about=N_(
        "From what you notice to the play that helps, and the smallest move to make before you "
        "run it."
    ),
    model=Signpost,
    is_drawn=True,
    is_way_in=True,
)
