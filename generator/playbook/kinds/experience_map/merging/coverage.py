"""What became of each person's nodes on the shared map."""

from collections.abc import Iterator

from playbook.kinds.experience_map.merging.differences import Difference, find_owners
from playbook.kinds.experience_map.merging.union import Union
from playbook.kinds.experience_map.merging.view import Seen, join_words
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.language import _
from playbook.text.inline import Text


def find_collapsed(union: Union) -> Iterator[Difference]:
    """Yield where the shared map makes one node of several that one person drew."""
    for match in union.matches:
        many = [
            seen
            for view in match.views
            if len(match.find_nodes_of(view)) > 1
            for seen in match.find_nodes_of(view)
        ]
        if match.node and many:
            drawn = join_words(node.quotation for node in many)
            question = _(
                "“%(title)s” was %(moments)s. What is lost by telling it as one moment?",
                title=match.title.plain(),
                moments=drawn,
            )
            yield Difference(f"one-{match.key}", question, find_owners(many))


def find_split(union: Union) -> Iterator[Difference]:
    """Yield where the shared map makes several nodes of one."""
    for seen in (seen for view in union.views for seen in view.seen):
        homes = union.homes[seen.ref]
        if len(homes) > 1:
            parts = join_words(_("“%(title)s”", title=match.title.plain()) for match in homes)
            asked = _(
                "%(moment)s became %(parts)s. What tells them apart for a customer?",
                moment=seen.quotation,
                parts=parts,
            )
            yield Difference(f"split-{seen.ref.replace('#', '_')}", asked, (seen.view,))


def find_added(union: Union) -> Iterator[Difference]:
    """Yield what the shared map has and nobody drew."""
    for match in union.matches:
        if not match.seen:
            title = match.title.plain()
            asked = _(
                "Nobody drew “%(title)s” alone. Whose story put it on the shared map?", title=title
            )
            yield Difference(f"new-{match.key}", asked)


def list_left_out(union: Union, shared: ExperienceMap) -> Iterator[tuple[Seen, Text]]:
    """Yield what the shared map does without, and why."""
    known = {seen.ref: seen for view in union.views for seen in view.seen}
    for omission in shared.left_out:
        if str(omission.node) in known:
            yield known[str(omission.node)], omission.because


def find_lost(union: Union, shared: ExperienceMap) -> Iterator[Seen]:
    """Yield what the shared map neither uses nor leaves out with a reason."""
    out = {str(omission.node) for omission in shared.left_out}
    for match in union.matches:
        if match.node is None:
            yield from (seen for seen in match.seen if seen.ref not in out)
