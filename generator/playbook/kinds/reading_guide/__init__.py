"""Reading guides: what to read, ponder and try with one part of a book."""

from playbook.kinds.reading_guide.model import ReadingGuide
from playbook.kinds.reading_guide.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="reading-guide",
    title=N_("Reading guide"),
    plural=N_("Reading guides"),
    folder="reading-guides",
    about=N_(
        "One part of a book at a time: what to read, what to ponder alone, "
        "what to discuss and try with your team."
    ),
    group=N_("Book club"),
    model=ReadingGuide,
    own_rules=RULES,
    has_subpages=True,
)
