"""A flow as a flowchart."""

from playbook.drawing.drawing import Card, Connector, Drawing, Outline
from playbook.language import N_, _, ngettext
from playbook.parts.flow import Flow, FlowStep, Way

WIDTH = 210
LOOKS: dict[str, tuple[Outline, str]] = {
    "step": ("round", N_("Step")),
    "question": ("hexagon", N_("Question")),
    "checkpoint": ("chamfer", N_("Checkpoint: someone has to agree")),
    "call": ("bars", N_("Call to another flow")),
    "end": ("pill", N_("End")),
}

EYEBROWS = {
    "step": "",
    "question": N_("Question"),
    "checkpoint": N_("Checkpoint"),
    "call": N_("Calls another flow"),
    "end": N_("End"),
}


def draw(flow: Flow, *, across: bool = False) -> Drawing:
    """Return the flowchart.

    Its steps from the first one down, or across, and each way with its answer.
    """
    steps = ngettext("%(number)s step", "%(number)s steps", len(flow.steps))
    ends = ngettext("%(number)s end", "%(number)s ends", len(flow.ends))
    about = _(
        "%(title)s (%(steps)s, %(ends)s). Each links to its description below the picture.",
        title=flow.title.plain(),
        steps=steps,
        ends=ends,
    )
    drawing = Drawing(
        f"flow-{flow.id}",
        flow.title.plain(),
        about,
        gap=(0.2, 0.5) if across else (0.4, 0.42),
        across=across,
    )
    drawing.cards = [make_card(step, flow) for step in flow.steps]
    drawing.links = [
        make_connector(step, number, way, flow, across=across)
        for step in flow.steps
        for number, way in enumerate(step.next)
        if flow.step(way.to)
    ]
    return drawing


def make_card(step: FlowStep, flow: Flow) -> Card:
    """Return a step's card.

    Its outline says whether it is done, asked, agreed, called or the end.
    """
    sort = classify_step(step)
    outline, legend = LOOKS[sort]
    start = _("Start") if step is flow.steps[0] else ""
    agrees = step.checkpoint.plain() if step.checkpoint else ""
    return Card(
        id=step.id,
        anchor=step.id,
        href=f"#told_{step.id}",
        title=step.title.plain(),
        eyebrow=" · ".join(filter(None, (start, _(EYEBROWS[sort])))),
        note=_("%(who)s must agree", who=agrees) if agrees else "",
        outline=outline,
        look=f"flow-{sort}{' flow-start' if start else ''}",
        icon="hand" if agrees else "",
        legend=_(legend),
        width=WIDTH,
    )


def classify_step(step: FlowStep) -> str:
    """Return which sort of step it is."""
    if step.checkpoint:
        return "checkpoint"
    if step.calls:
        return "call"
    if not step.next:
        return "end"
    return "question" if step.is_asked else "step"


def find_main_way(step: FlowStep, flow: Flow) -> Way:
    """Return the way that is drawn straight: the first that does not end at once."""
    ends = {str(end.id) for end in flow.ends}
    return next((way for way in step.next if way.to not in ends), step.next[0])


def make_connector(
    step: FlowStep, number: int, way: Way, flow: Flow, *, across: bool = False
) -> Connector:
    """Return the line for a way, with its answer; across, a step stands amid those it leads to."""
    depths = flow.depths()
    back = depths.get(str(way.to), 0) <= depths.get(
        str(step.id), 0
    ) and step.id in flow.reached_from(way.to)
    return Connector(
        tail=step.id,
        head=way.to,
        look="loop" if back else "step",
        words=step.words(way),
        legend=_("Goes back") if back else "",
        main=way is find_main_way(step, flow) and not back and not across,
        name=f"{step.id}.{number}",
    )
