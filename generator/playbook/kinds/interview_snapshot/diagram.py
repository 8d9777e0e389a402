"""An interview's story as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.language import _, ngettext
from playbook.parts.diagrams import moment


def draw(it: InterviewSnapshot) -> Iterator[Drawing]:
    """Yield the story as a small experience map, when there is one."""
    if it.story:
        who = it.who.name.plain()
        about = ngettext(
            "What %(who)s told us: %(number)s moment. Each links to its description below.",
            "What %(who)s told us: %(number)s moments. Each links to its description below.",
            len(it.story),
            who=who,
        )
        yield Drawing(
            "story",
            _("The story of %(who)s", who=who),
            about,
            gap=(0.4, 0.4),
            cards=moment.make_cards(it.story),
            links=moment.make_connectors(it.story),
        )
