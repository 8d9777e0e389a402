"""References that follow what they lead to when its id changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from playbook.model.ref import Ref
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose


@dataclass(frozen=True)
class Renames:
    """What has another id in the newer state."""

    artifacts: Mapping[str, str] = field(default_factory=dict)
    """The new ids of artifacts by their old ones."""
    pieces: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the old id of an artifact the new names of its pieces by their old ones."""

    def __bool__(self) -> bool:
        return bool(self.artifacts or any(self.pieces.values()))

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
