"""The page that compares a shared map with those it merges."""

from collections.abc import Iterator
from dataclasses import replace

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.kinds.experience_map.diagram import draw
from playbook.kinds.experience_map.merging.comparison import compare_maps, unite_merged_maps
from playbook.kinds.experience_map.merging.differences import (
    find_links_drawn_once,
    find_torn_nodes,
)
from playbook.kinds.experience_map.merging.union import Union
from playbook.kinds.experience_map.merging.view import View
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.subpage import SubPage

FEWEST = 2


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the comparison of a map that merges at least two that can be read."""
    union = unite_merged_maps(entry.artifact, library)
    if len(union.views) >= FEWEST:
        yield SubPage(
            path=f"{entry.page.removesuffix('.md')}/comparison.md",
            template="comparison.md.jinja",
            title=_("Comparison"),
            draw=lambda: tuple(draw_view(view, union) for view in union.views),
            fill=lambda: {"comparison": compare_maps(entry.artifact, library)},
        )


def draw_view(view: View, union: Union) -> Drawing:
    """Return one person's map.

    Its cards lead to their rows in the table of the comparison. What nobody else drew, or feels
    differently about, is marked.
    """
    (drawing,) = draw(view.map)
    drawing.name = f"drawn-{view.id}"
    matches = [match for match in union.matches if view in match.views]
    lone = {
        seen.ref for match in matches if len(match.views) == 1 for seen in match.find_nodes_of(view)
    }
    torn = {seen.ref for match in matches for seen in find_torn_nodes(match)}
    drawing.cards = [
        mark_card(card, view, is_lone=ref in lone, is_torn=ref in torn)
        for card in drawing.cards
        for ref in (f"{view.id}#{card.id}",)
    ]
    once = {
        (str(seen.node.id), link.to, link.as_)
        for way, owner in find_links_drawn_once(union)
        if owner is view
        for seen, link in union.ways[way]
        if seen.view is view
    }
    drawing.links = [
        mark_link(link) if (link.tail, link.head, link.look) in once else link
        for link in drawing.links
    ]
    return drawing


def mark_card(card: Card, view: View, *, is_lone: bool, is_torn: bool) -> Card:
    """Return a card that leads to its row and says first what tells it from the other maps."""
    marks = [_("Only here")] if is_lone else [_("Mood differs")] if is_torn else []
    return replace(
        card,
        anchor="",
        href=f"#saw_{view.id}_{card.id}",
        eyebrow=" · ".join(filter(None, (*marks, card.eyebrow))),
        look=f"{card.look} lone" if is_lone else card.look,
        legend=_("Only on this map") if is_lone else card.legend,
    )


def mark_link(link: Connector) -> Connector:
    """Return a link that nobody else drew."""
    return replace(link, look=f"{link.look} lone", legend=_("Link only on this map"))
