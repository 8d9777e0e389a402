"""Moments and the ways between them as cards and lines."""

from collections.abc import Sequence

from playbook.drawing.drawing import Card, Connector
from playbook.language import N_, _
from playbook.parts.moment import Link, Moment, find_starts, find_ways_out
from playbook.text.english import capitalize

MOODS = {-2: "mood-very-low", -1: "mood-low", 0: "mood-even", 1: "mood-high", 2: "mood-very-high"}
WAYS = {
    "step": (N_("Leads on"), ""),
    "loop": (N_("Goes back"), N_("again")),
    "error": (N_("Goes wrong"), N_("problem")),
    "abandon": (N_("Gives up"), N_("gives up")),
}
PLACES = {"way out": N_("way out"), "start": N_("start"), "end": N_("end"), "": ""}
OUTLINES = {"way out": "chamfer", "start": "pill", "end": "pill", "": "round"}
LOOKS = {
    "way out": ("way-out", N_("Way out")),
    "start": ("start", N_("Start")),
    "end": ("end", N_("End")),
    "": ("moment", N_("Moment")),
}


def make_cards(moments: Sequence[Moment], sources: dict[str, str] | None = None) -> list[Card]:
    """Return a card for each moment.

    `sources` says by id who told us, and without an entry it is a guess.
    """
    first, out = find_starts(moments), find_ways_out(moments)
    drawn = []
    for moment in moments:
        if moment.id in out:
            place = "way out"
        elif moment.id in first:
            place = "start"
        else:
            place = "" if moment.next else "end"
        drawn.append(
            make_card(moment, place, None if sources is None else sources.get(moment.id, ""))
        )
    return drawn


def make_card(moment: Moment, place: str, source: str | None) -> Card:
    """Return a moment's card: how it feels on top, what happens, and the customer's thought.

    The interview behind a guess may be internal, so its words hold on a public site, too.
    """
    look, legend = LOOKS[place]
    is_guess = source == ""
    if is_guess and not place:
        legend = N_("Moment without an interview here")
    feeling = moment.feeling.plain() if moment.feeling else ""
    return Card(
        id=moment.id,
        anchor=moment.id,
        href=f"#told_{moment.id}",
        title=moment.title.plain(),
        eyebrow=capitalize(
            " · ".join(
                filter(None, (_(PLACES[place]), feeling, count_told(0) if is_guess else source))
            )
        ),
        note=_("“%(words)s”", words=moment.thinking.plain()) if moment.thinking else "",
        outline=OUTLINES[place],  # type: ignore[arg-type]
        look=f"{look} guess" if is_guess else look,
        icon=MOODS.get(moment.mood, "") if moment.mood is not None else "",
        legend=_(legend),
        width=230,
    )


def count_told(number: int) -> str:
    """Return how many of the interviews and observations that are shown stand behind a moment."""
    return _("told %(number)s×", number=number)  # noqa: RUF001 - a count of times


def make_connectors(moments: Sequence[Moment]) -> list[Connector]:
    """Return a line for each way from one moment to another."""
    return [make_connector(each, link) for each in moments for link in each.next]


def make_connector(moment: Moment, link: Link) -> Connector:
    """Return the line for a link; all but plain steps say in a word what they are."""
    legend, sign = WAYS[link.as_]
    because = link.because.plain() if link.because else ""
    return Connector(
        tail=moment.id,
        head=link.to,
        look=link.as_,
        words=": ".join(filter(None, (_(sign), because))),
        legend=_(legend),
        back=link.as_ == "loop",
        main=link is moment.next[0] and link.as_ == "step",
    )
