"""Moments and the ways between them as cards and lines."""

from collections.abc import Sequence

from playbook.drawing.drawing import Card
from playbook.drawing.drawing import Link as Line
from playbook.parts.moment import Link, Moment, starts, ways_out

MOODS = {-2: "mood-very-low", -1: "mood-low", 0: "mood-even", 1: "mood-high", 2: "mood-very-high"}
WAYS = {
    "step": ("Leads on", ""),
    "loop": ("Goes back", "again"),
    "error": ("Goes wrong", "trouble"),
    "abandon": ("Gives up", "gives up"),
}
OUTLINES = {"way out": "chamfer", "start": "pill", "end": "pill", "": "round"}
LOOKS = {
    "way out": ("way-out", "Way out"),
    "start": ("start", "Start"),
    "end": ("end", "End"),
    "": ("moment", "Moment"),
}


def cards(moments: Sequence[Moment], told: dict[str, str] | None = None) -> list[Card]:
    """Return a card for each moment; `told` says by id who told us, and without an entry it is a guess."""
    first, out = starts(moments), ways_out(moments)
    made = []
    for each in moments:
        place = "way out" if each.id in out else "start" if each.id in first else "" if each.next else "end"
        made.append(card(each, place, "" if told is None else told.get(each.id, "a guess")))
    return made


def card(moment: Moment, place: str, told: str) -> Card:
    """Return a moment's card: how it feels on top, what happens, and the customer's thought."""
    is_guess = told == "a guess"
    look, legend = LOOKS[place]
    feeling = moment.feeling.plain() if moment.feeling else ""
    return Card(
        id=moment.id,
        anchor=moment.id,
        href=f"#told_{moment.id}",
        title=moment.title.plain(),
        eyebrow=sentence(" · ".join(filter(None, (place, feeling, told)))),
        note=f"“{moment.thinking.plain()}”" if moment.thinking else "",
        outline=OUTLINES[place],  # type: ignore[arg-type]
        look=f"{look} guess" if is_guess else look,
        icon=MOODS.get(moment.mood, "") if moment.mood is not None else "",
        legend=f"{legend} nobody told us about yet" if is_guess and not place else legend,
        width=230,
    )


def lines(moments: Sequence[Moment]) -> list[Line]:
    """Return a line for each way from one moment to another."""
    return [line(each, link) for each in moments for link in each.next]


def line(moment: Moment, link: Link) -> Line:
    """Return the line for a link; all but plain steps say in a word what they are."""
    legend, sign = WAYS[link.as_]
    because = link.because.plain() if link.because else ""
    return Line(
        tail=moment.id,
        head=link.to,
        look=link.as_,
        words=": ".join(filter(None, (sign, because))),
        legend=legend,
        back=link.as_ == "loop",
        main=link is moment.next[0] and link.as_ == "step",
    )


def sentence(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]
