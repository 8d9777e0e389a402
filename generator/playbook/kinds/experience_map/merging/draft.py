"""The first draft of a shared map, as YAML for people to edit."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

from playbook.kinds.experience_map.merging.differences import find_torn_nodes
from playbook.kinds.experience_map.merging.union import Match, Union
from playbook.kinds.experience_map.merging.view import Seen, View, join_words
from playbook.kinds.experience_map.merging.yaml_text import (
    move_references,
    strip_signs,
    write_remark,
    write_texts,
)
from playbook.parts.moment import name_mood
from playbook.source.emit import emit_list, emit_text
from playbook.text.inline import Text

LEFT_OUT = """\
# Nothing is left out yet. Take from 'nodes:' what you do without, and say why:
# left_out:
#   - {node: one-map#its-node, because: nobody else heard of it}"""


@dataclass(frozen=True)
class MapDraft:
    """A shared map to begin with.

    What some people saw, its title as YAML, and the ids that something else has.
    """

    union: Union
    title: str
    taken: Collection[str]

    def text(self) -> str:
        """Return the map, with a remark wherever those who drew it differ."""
        return "".join(
            f"{line}\n"
            for line in chain(
                self._write_head(), *map(self._write_node, self.union.matches), self._write_foot()
            )
        )

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each moment by its key.

        That of its first node, with a number where something else has it.
        """
        ids: dict[str, str] = {}
        taken = set(self.taken)
        for match in self.union.matches:
            own = self.union.find_own_nodes(match)[0].node.id
            names = chain([own], (f"{own}-{number}" for number in count(2)))
            ids[match.key] = next(name for name in names if name not in taken)
            taken.add(ids[match.key])
        return ids

    def _write_head(self) -> Iterator[str]:
        views = self.union.views
        yield "kind: experience-map"
        yield f"title: {self.title}"
        everyone = join_words(strip_signs(view.who) for view in views)
        if any(view.map.visibility != "public" for view in views):
            yield "visibility: internal"
        yield f"summary: {emit_text(f'A first draft of one map from what {everyone} drew alone.')}"
        yield from write_texts("scope", [(view, view.map.scope) for view in views])
        yield from write_texts(
            "outcome", [(view, Text(view.map.outcome)) for view in views if view.map.outcome]
        )
        yield from emit_list("merges", [view.id for view in views])
        yield LEFT_OUT
        yield "nodes:"

    def _write_node(self, match: Match) -> Iterator[str]:
        seen = self.union.find_own_nodes(match)
        yield f"  - id: {self.ids[match.key]}"
        yield from write_texts("title", pair_with_views(seen, "title"), "    ")
        yield from write_texts("doing", pair_with_views(seen, "doing"), "    ")
        yield from write_texts("thinking", pair_with_views(seen, "thinking"), "    ")
        yield from self._write_feeling(seen)
        yield from emit_list(
            "heard_in",
            dict.fromkeys(str(ref) for node in seen for ref in node.node.heard_in),
            "    ",
        )
        evidence = dict.fromkeys(
            move_references(source, node.view) for node in seen for source in node.node.evidence
        )
        yield from emit_list("evidence", map(emit_text, evidence), "    ")
        if match.is_proposed:
            yield (
                "    # These look alike. Are they the same moment? If not, "
                "give each a node of its own."
            )
        yield from emit_list("from", [node.ref for node in match.seen], "    ")
        yield from emit_list("next", self._write_ways(match), "    ")

    def _write_feeling(self, seen: Iterable[Seen]) -> Iterator[str]:
        """Yield how it feels.

        What nobody told us yet is a remark, and so are the moods of others.
        """
        nodes = list(seen)
        feelings = pair_with_views(nodes, "feeling")
        if any(node.node.evidence_count for node in nodes):
            yield from write_texts("feeling", feelings, "    ")
        else:
            for view, feeling in feelings:
                author = write_remark(view.who)
                yield (
                    f"    # feeling: {write_remark(feeling)} ({author} thinks so, "
                    "and nobody told us yet)"
                )
        moods = [node for node in nodes if node.node.mood is not None]
        for node in moods[1:]:
            if node.node.mood != moods[0].node.mood:
                yield f"    # {write_remark(node.view.who)}: {node.node.mood}"
        yield from [f"    mood: {node.node.mood}" for node in moods[:1]]

    def _write_ways(self, match: Match) -> Iterator[str]:
        for (tail, head, sort), drawn in self.union.ways.items():
            if tail == match.key:
                reasons = [
                    move_references(link.because, seen.view) for seen, link in drawn if link.because
                ]
                kind = "" if sort == "step" else f", as: {sort}"
                because = f", because: {emit_text(reasons[0], in_braces=True)}" if reasons else ""
                yield (
                    f"{{to: {self.ids[head]}{kind}{because}}}"
                    if kind or because
                    else self.ids[head]
                )

    def _write_foot(self) -> Iterator[str]:
        """Yield everyone's questions to customers, and one for each moment with two feelings."""
        asked: dict[str, Text | str | None] = {}
        for view in self.union.views:
            for question in view.map.questions:
                asked.setdefault(
                    move_references(question.ask, view),
                    question.listen_for and move_references(question.listen_for, view),
                )
        for match in self.union.matches:
            if seen := find_torn_nodes(match):
                ask = f"What happened the last time you were at [[{self.ids[match.key]}]]?"
                felt = [
                    (
                        f"{name_mood(node.node.mood or 0)} as "
                        f"[[{node.ref}|{strip_signs(node.view.who)}]] drew it"
                    )
                    for node in seen
                ]
                asked[ask] = f"A mood that is {join_words(felt)}"
        if asked:
            yield "questions:"
        for ask, listen_for in asked.items():
            yield f"  - ask: {emit_text(ask)}"
            if listen_for:
                yield f"    listen_for: {emit_text(listen_for)}"


def pair_with_views(seen: Iterable[Seen], field: str) -> list[tuple[View, Text]]:
    """Return what each node says in a field, with whose it is."""
    return [(each.view, said) for each in seen if (said := getattr(each.node, field))]
