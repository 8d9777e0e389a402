"""How an artifact grew -> what of that a public site may show.

A name that was taken out of a quote must not come back with an older state. So an older state shows
only what the published artifact still says today, word for word; what it said else is left out.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from playbook.changes.change import ArtifactChange, FieldChange, PieceChange, Side
from playbook.drawing.drawing import Drawing
from playbook.drawing.union import rename_parts
from playbook.history.moment import History, Moment
from playbook.library.entry import Entry
from playbook.model.traverse import find_pieces
from playbook.text.inline import Text


def publish_history(history: History, entry: Entry, published: Collection[str]) -> History:
    """Return a history with what the published artifact says; `published` are all ids there are."""
    texts = [text for _, text in find_pieces(entry.artifact, Text)]
    words = {str(text) for text in texts} | {text.plain() for text in texts}
    labels = {
        label
        for drawing in entry.drawings
        for card in drawing.cards
        for label in (card.eyebrow, card.note, card.legend)
    }
    sieve = Sieve(
        frozenset(words),
        frozenset(labels),
        frozenset({*entry.parts, *published}),
        name_cards(history, entry),
    )
    moments = tuple(sieve.publish_moment(moment, entry) for moment in history.moments)
    return replace(history, moments=moments)


def name_cards(history: History, entry: Entry) -> Mapping[str, str]:
    """Return the ids of cards with those that may be seen: the ones of today, or else numbers."""
    today = {card.id for drawing in entry.drawings for card in drawing.cards}
    drawings = [moment.drawing for moment in history.moments if moment.drawing]
    names: dict[str, str] = {}
    for card in (card for drawing in drawings for card in drawing.cards):
        name = history.names.get(card.id, card.id)
        number = sum(1 for one in names.values() if one not in today) + 1
        names.setdefault(card.id, name if name in today else names.get(name, f"past-{number}"))
    return names


@dataclass(frozen=True)
class Sieve:
    """The words, the labels of cards, and the ids that are published.

    `names` are the ids of cards, each with the one that is published.
    """

    words: frozenset[str]
    labels: frozenset[str]
    ids: frozenset[str]
    names: Mapping[str, str]

    def publish_moment(self, moment: Moment, entry: Entry) -> Moment:
        """Return a moment with published words alone."""
        title = entry.artifact.title.plain()
        return replace(
            moment,
            title=moment.title if moment.title in self.words else title,
            change=self.publish_change(moment.change) if moment.change else None,
            drawing=self.publish_drawing(moment.drawing, title) if moment.drawing else None,
        )

    def publish_change(self, change: ArtifactChange) -> ArtifactChange:
        """Return a change of the artifact without what isn't published."""
        after = change.after
        return replace(
            change,
            before=after,
            after=after,
            fields=tuple(self.list_fields(change.fields)),
            pieces=tuple(self.list_pieces(change.pieces)),
            references=tuple(
                reference
                for reference in change.references
                if {reference.target, reference.piece} <= self.ids | {""}
                and reference.title in self.words
            ),
            others=(),
        )

    def list_pieces(self, pieces: tuple[PieceChange, ...]) -> Iterator[PieceChange]:
        """Yield the changes of pieces that are there today."""
        for piece in pieces:
            sides = [side for side in (piece.before, piece.after) if side]
            if all(side.name in self.ids and side.title in self.words for side in sides):
                yield replace(
                    piece,
                    before=self.publish_side(piece.before),
                    after=self.publish_side(piece.after),
                    fields=tuple(self.list_fields(piece.fields)),
                    others=tuple(name for name in piece.others if name in self.ids),
                )

    def publish_side(self, side: Side | None) -> Side | None:
        """Return a side without all that the piece said."""
        if side is None:
            return None
        return replace(side, value={}, parent=side.parent if side.parent in self.ids else "")

    def list_fields(self, fields: tuple[FieldChange, ...]) -> Iterator[FieldChange]:
        """Yield the fields whose values are published, before and after."""
        return (
            change
            for change in fields
            if self.is_published(change.before) and self.is_published(change.after)
        )

    def is_published(self, value: Any) -> bool:
        """Whether a value tells nothing that the artifact doesn't say today."""
        if isinstance(value, str):
            return value in self.words or value in self.ids
        return value is None or isinstance(value, bool | int)

    def publish_drawing(self, drawing: Drawing, title: str) -> Drawing:
        """Return a picture with the cards whose words are published."""
        cards = [
            replace(
                card,
                eyebrow=card.eyebrow if card.eyebrow in self.labels else "",
                note=card.note if card.note in self.labels else "",
            )
            for card in drawing.cards
            if card.title in self.words
        ]
        kept = {card.id for card in cards}
        links = [
            replace(link, words=link.words if link.words in self.words else "", name="")
            for link in drawing.links
            if {link.tail, link.head} <= kept
        ]
        published = replace(drawing, title=title, description="", cards=cards, links=links)
        return rename_parts(published, self.names)
