"""The pages that a tree has beside its own."""

from collections.abc import Iterator

from playbook.kinds.opportunity_tree.branch import make_branch_pages
from playbook.kinds.opportunity_tree.walks import make_walk_pages
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.subpage import SubPage


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield a page for each branch in the tree's order, and a walk for each audience."""
    yield from make_branch_pages(entry)
    yield from make_walk_pages(entry, library)
