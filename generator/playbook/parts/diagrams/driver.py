"""A driver tree as a picture."""

from collections.abc import Iterator
from itertools import pairwise

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.language import _, ngettext
from playbook.parts.driver import Driver

WIDTH, INDENT = 208, 14


def draw(top: Driver) -> Drawing:
    """Return the tree.

    The metric at the top, and each of its drivers with all below it as one column.
    """
    about = ngettext(
        "%(title)s: %(number)s driver. The list below the picture says the same.",
        "%(title)s: %(number)s drivers. The list below the picture says the same.",
        len(list(list_cards(top, "", 0))) - 1,
        title=top.title.plain(),
    )
    drawing = Drawing("drivers", top.title.plain(), about, gap=(0.3, 0.32))
    drawing.cards = [make_top_card(top)]
    for driver in top.drivers:
        column = list(list_cards(driver, "", 0))
        drawing.links.append(Connector(tail=top.id, head=column[0].id, look="branch", arrow=False))
        drawing.links += [
            Connector(tail=above.id, head=below.id, hidden=True)
            for above, below in pairwise(column)
        ]
        drawing.cards += column
    return drawing


def list_cards(one: Driver, parent: str, depth: int) -> Iterator[Card]:
    """Yield a driver and all below it, parents first."""
    yield make_card(one, parent, depth)
    for each in one.drivers:
        yield from list_cards(each, one.id, depth + 1)


def make_card(one: Driver, parent: str, depth: int) -> Card:
    """Return a driver's card: what is counted, and how."""
    return Card(
        id=one.id,
        anchor=one.id,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        note=one.how.plain() if one.how else "",
        look="driver",
        legend=_("Driver"),
        indent=INDENT * depth,
        width=WIDTH,
    )


def make_top_card(top: Driver) -> Card:
    """Return the card at the top."""
    return Card(
        id=top.id,
        anchor=top.id,
        href=f"#told_{top.id}",
        title=top.title.plain(),
        eyebrow=_("What it is all for"),
        note=top.how.plain() if top.how else "",
        outline="double",
        look="outcome",
        legend=_("North Star metric"),
        width=320,
    )
