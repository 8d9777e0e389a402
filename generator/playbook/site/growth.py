"""How an artifact grew -> what its page shows: a picture for each moment, and the changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from playbook.drawing.drawing import Card, Drawing
from playbook.drawing.svg import draw_svg
from playbook.drawing.union import lay_out_states
from playbook.history.moment import History, Moment
from playbook.language import N_, _, format_day, ngettext
from playbook.library.entry import Entry
from playbook.library.subpage import SubPage
from playbook.site.growth_charts import CHART, label_count, list_charts
from playbook.site.growth_sentences import group_sentences

GROWTH_PAGE = "how-it-grew.md"
MOST_PICTURES = 24
"""How many moments have a picture, since a page has to stay light."""
PRINTED = 4
"""How many of the pictures are printed, side by side."""


@dataclass(frozen=True)
class Picture:
    """A moment that can be looked at."""

    moment: Moment
    svg: str
    headline: str
    """What was decided before it, in words."""
    news: str
    """How many boxes are new and how many other than before, in words."""
    is_printed: bool


def make_growth_page(entry: Entry, history: History, *, directory_urls: bool) -> SubPage:
    """Return the page that tells how an artifact grew.

    `directory_urls` is MkDocs' `use_directory_urls`.
    """
    return SubPage(
        path=locate_growth_page(entry),
        template="growth.md.jinja",
        title=N_("How it grew"),
        is_shared=True,
        fill=lambda: {
            "history": history,
            "span": describe_span(history),
            "weeks": list_weeks(history),
            "moments": draw_pictures(
                history, entry, ".." if directory_urls else f"../{entry.id}.html"
            ),
            "charts": list_charts(history),
            "groups": lambda change: group_sentences(change, entry, history.names),
            "label_count": label_count,
            "chart_size": CHART,
        },
    )


def locate_growth_page(entry: Entry) -> str:
    """Return the path of the page that tells how an artifact grew, from the site's root."""
    return f"{entry.page.removesuffix('.md')}/{GROWTH_PAGE}"


def list_weeks(history: History) -> list[tuple[date, list[Moment]]]:
    """Return the moments by the Monday of their week, the earliest first.

    The first one says what changed only where it is a day on which something happened.
    """
    moments = history.moments[0 if history.is_dated else 1 :]
    weeks = groupby(moments, key=lambda moment: find_monday(moment.day))
    return [(monday, list(moments)) for monday, moments in weeks]


def find_monday(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def draw_pictures(history: History, entry: Entry, href: str) -> list[Picture]:
    """Return pictures of the moments, each part at one place; their boxes lead to `href`."""
    drawn = [moment for moment in history.moments if moment.drawing]
    chosen = choose_moments(drawn)
    states = [unlink_drawing(moment.drawing, entry, href) for moment in chosen if moment.drawing]
    if not states:
        return []
    printed = {round(step * (len(states) - 1) / (PRINTED - 1)) for step in range(PRINTED)}
    return [
        Picture(
            moment,
            draw_svg(state.layout),
            "; ".join(event.title for event in moment.events if event.is_headline),
            describe_news(len(state.new), len(state.changed)),
            number in printed,
        )
        for number, (moment, state) in enumerate(
            zip(chosen, lay_out_states(states, history.names, mark_card), strict=True)
        )
    ]


def choose_moments(moments: Sequence[Moment]) -> list[Moment]:
    """Return as many moments as a page can hold, spread evenly, with the first and the last."""
    if len(moments) <= MOST_PICTURES:
        return list(moments)
    steps = (len(moments) - 1) / (MOST_PICTURES - 1)
    return [moments[round(number * steps)] for number in range(MOST_PICTURES)]


def unlink_drawing(drawing: Drawing, entry: Entry, href: str) -> Drawing:
    """Return a drawing whose cards lead to what is still there, and are no places themselves."""
    cards = [
        replace(
            card, anchor="", href=f"{href}#{name}" if (name := card.anchor) in entry.parts else ""
        )
        for card in drawing.cards
    ]
    return replace(drawing, cards=cards)


def mark_card(card: Card, is_changed: bool) -> Card:  # noqa: FBT001 - what a union of drawings asks for
    """Return a card that says that it is new, or other than before."""
    mark = _("Changed") if is_changed else _("New")
    look = f"{card.look} {'other' if is_changed else 'lone'}"
    return replace(card, eyebrow=mark, look=look)


def describe_news(new: int, changed: int) -> str:
    """Return how many boxes are new or changed, in words."""
    parts = [
        ngettext("%(number)s new box", "%(number)s new boxes", new) if new else "",
        ngettext("%(number)s changed", "%(number)s changed", changed) if changed else "",
    ]
    return ", ".join(filter(None, parts))


def describe_span(history: History) -> str:
    """Return from when to when an artifact grew, in words."""
    first, last = history.moments[0].day, history.moments[-1].day
    return _("From %(first)s to %(last)s", first=format_day(first), last=format_day(last))
