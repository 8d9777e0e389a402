"""An interview's story as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.parts.diagrams import moment
from playbook.wording import counted


def draw(it: InterviewSnapshot) -> Iterator[Drawing]:
    """Yield the story as a small experience map, when there is one."""
    if it.story:
        who = it.who.name.plain()
        about = f"What {who} told us: {counted(len(it.story), 'moment')}. Each is a link to its words below."
        yield Drawing(
            "story",
            f"The story of {who}",
            about,
            gap=(0.4, 0.4),
            cards=moment.cards(it.story),
            links=moment.lines(it.story),
        )
