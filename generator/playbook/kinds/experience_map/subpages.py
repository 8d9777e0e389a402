"""The page that compares a shared map with those it merges."""

from collections.abc import Iterator
from dataclasses import replace

from playbook.drawing.drawing import Drawing
from playbook.kinds.experience_map.diagram import draw
from playbook.kinds.experience_map.merging.comparison import compare_maps, unite_merged_maps
from playbook.kinds.experience_map.merging.view import View
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.subpage import SubPage

FEWEST = 2


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the comparison of a map that merges at least two that can be read."""
    views = unite_merged_maps(entry.artifact, library).views
    if len(views) >= FEWEST:
        yield SubPage(
            path=f"{entry.page.removesuffix('.md')}/comparison.md",
            template="comparison.md.jinja",
            title=_("Comparison"),
            draw=lambda: tuple(draw_view(view) for view in views),
            fill=lambda: {"comparison": compare_maps(entry.artifact, library)},
        )


def draw_view(view: View) -> Drawing:
    """Return one person's map, its cards leading to their rows in the table of the comparison."""
    (drawing,) = draw(view.map)
    drawing.name = f"drawn-{view.id}"
    drawing.cards = [
        replace(card, anchor="", href=f"#saw_{view.id}_{card.id}") for card in drawing.cards
    ]
    return drawing
