"""The name of a kind, as a command takes it."""

from typing import Any

import click

from playbook.kinds import KINDS
from playbook.library.kind import suggest_kind
from playbook.text.english import list_choices, quoted

KIND = {kind.name: kind for kind in KINDS}


class KindName(click.Choice):  # type: ignore[type-arg] # which click takes only lately
    """One of the kinds; another word is answered with the kind that it means."""

    def __init__(self) -> None:
        super().__init__(list(KIND))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the kind's name; raises UsageError for what is none."""
        if value not in KIND:
            close = suggest_kind(value, KINDS)
            raise click.UsageError(
                f"there is no kind {quoted(value)}{close}: it can be {list_choices(KIND)}", ctx
            )
        return super().convert(value, param, ctx)
