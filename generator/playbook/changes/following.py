"""References that follow what they lead to when its id changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from playbook.model.ref import Ref
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose


class HasPieces(Protocol):
    """An artifact in whatever form, with its pieces by their names."""

    @property
    def pieces(self) -> Mapping[str, Any]:
        """Its pieces."""
        ...


@dataclass(frozen=True)
class Renames:
    """What has another id in the newer state."""

    artifacts: Mapping[str, str] = field(default_factory=dict)
    """The new ids of artifacts by their old ones."""
    pieces: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the old id of an artifact the new names of its pieces by their old ones."""

    def __bool__(self) -> bool:
        return bool(self.artifacts or any(self.pieces.values()))

    def has_taken(self, later: Mapping[str, HasPieces]) -> bool:
        """Whether something else has an old id in the newer state."""
        return any(old in later for old in self.artifacts) or any(
            old in home.pieces
            for artifact, renamed in self.pieces.items()
            if (home := later.get(self.artifacts.get(artifact, artifact)))
            for old in renamed
        )

    def keep_vacant(self, later: Mapping[str, HasPieces]) -> "Renames":
        """Return the renames whose old ids nothing has in the newer state.

        A reference with such an id leads nowhere: it stayed behind, and means what it meant.
        """
        vacant: dict[str, Mapping[str, str]] = {}
        for artifact, renamed in self.pieces.items():
            name = self.artifacts.get(artifact, artifact)
            home = later.get(name)
            left = {old: new for old, new in renamed.items() if home and old not in home.pieces}
            vacant[name] = left
            if artifact not in later:
                vacant[artifact] = left
        artifacts = {old: new for old, new in self.artifacts.items() if old not in later}
        return Renames(artifacts, vacant)

    def settle(self, leaves: Mapping[str, Any], home: str, own: Collection[str]) -> dict[str, Any]:
        """Return values of the newer state whose references that stayed behind follow."""
        names = {*own, *self.pieces.get(home, ())}
        return {key: self.follow(leaf, home, names) for key, leaf in leaves.items()}

    def follow(self, value: Any, home: str, own: Collection[str]) -> Any:
        """Return a value with its references as they are in the newer state.

        It stands in the artifact `home`, which has the pieces `own`, both with their old ids.
        """
        if isinstance(value, Ref):
            followed = self._follow_reference(str(value), home, own)
            return value if followed == value else type(value)(followed)
        if isinstance(value, Text) and "[[" in value:
            return self._follow_text(value, home, own)
        if isinstance(value, Mapping):
            return {key: self.follow(inner, home, own) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.follow(inner, home, own) for inner in value]
        return value

    def follow_target(self, target: str) -> str:
        """Return a reference to another artifact as it is in the newer state."""
        return self._follow_reference(target, "", ())

    def _follow_text(self, text: Text, home: str, own: Collection[str]) -> Text:
        references = set(text.references())

        def replace(match: Any) -> str:
            reference = compose(match[1])
            followed = self._follow_reference(reference, home, own)
            if reference not in references or followed == reference:
                return str(match[0])
            return f"[[{followed}|{match[2]}]]" if match[2] else f"[[{followed}]]"

        return Text(REFERENCE.sub(replace, str(text)))

    def _follow_reference(self, reference: str, home: str, own: Collection[str]) -> str:
        name, hash_sign, part = reference.partition("#")
        if not part and name in own:
            return self.pieces.get(home, {}).get(name, name) + hash_sign
        renamed = self.pieces.get(name or home, {}).get(part, part)
        return f"{self.artifacts.get(name, name)}{hash_sign}{renamed}"
