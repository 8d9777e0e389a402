"""A YAML value that knows where it was written."""

from typing import Any, TypeAlias

import yaml

from playbook.source.problem import Mark

Entries: TypeAlias = "dict[str, tuple[yaml.Mark | None, YamlNode]]"


class YamlNode:
    """A value, its plain data, and its place.

    `size` counts it and all below it, aliases each time they are used.
    """

    __slots__ = ("at", "data", "size", "value")

    def __init__(
        self, at: yaml.Mark | None, value: "Entries | list[YamlNode] | str | None", data: Any
    ) -> None:
        self.at = at
        self.value = value
        self.data = data
        self.size = 1

    @property
    def mark(self) -> Mark:
        """Where the value starts."""
        return to_mark(self.at)


def to_mark(at: Any) -> Mark:
    """Return a place as readers count it, from 1.

    Worked out only when someone asks, since there are so many.
    """
    return Mark(at.line + 1, at.column + 1) if at else Mark()
