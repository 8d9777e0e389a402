"""A person with a keyboard alone: which keys they press, and what a screen reader tells them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

MOST_STOPS = 50
MOST_FRAMES = 30
NEXT_FRAME = "return new Promise(requestAnimationFrame)"
NOTHING = "document"
"""The role of a page's body, which has the focus when nothing else has it."""


@dataclass(frozen=True)
class Focus:
    """What has the focus, as a browser tells a screen reader."""

    role: str
    name: str
    states: frozenset[str] = frozenset()

    def matches(self, role: str, name: str) -> bool:
        """Whether it has this role, and a name in which a pattern is found."""
        return self.role == role and re.search(name, self.name) is not None


class Hands(Protocol):
    """A browser that is told keys, and asked about the focus."""

    def go(self, address: str) -> None:
        """Type an address into the bar for it."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, by their names; `Control+a` is two at once."""

    def write(self, text: str) -> None:
        """Type a text."""

    def focus(self) -> Focus:
        """Return what has the focus."""

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what the body of a function comes to in the page."""

    def wait(self, condition: str, *arguments: Any) -> None:
        """Wait until an expression is true in the page, or the one that follows it."""

    def zoom(self, factor: float) -> None:
        """Make everything this many times as large."""

    def receive(self, name: str) -> bytes:
        """Return a file with this ending that was downloaded."""


def tab_to(hands: Hands, role: str, name: str, *, back: bool = False) -> None:
    """Press the Tab key until something has the focus that sounds like this.

    Each stop before it has a name, too.
    """
    passed: list[Focus] = []
    for _ in range(MOST_STOPS):
        hands.press("Shift+Tab" if back else "Tab")
        focus = hear(hands, lambda each: bool(each.name) or each.role == NOTHING)
        assert focus.name or focus.role == NOTHING, f"{focus} after {passed}"
        if focus.matches(role, name):
            return
        passed.append(focus)
    raise AssertionError(f"no {role} “{name}” among {passed}")


def expect_focus(hands: Hands, role: str, name: str, *states: str) -> None:
    """Whether a screen reader says this of what has the focus, and these states at least."""

    def sounds_right(focus: Focus) -> bool:
        return focus.matches(role, name) and focus.states >= set(states)

    focus = hear(hands, sounds_right)
    assert sounds_right(focus), f"{focus}, not {role} “{name}” {states}"


def hear(hands: Hands, is_right: Callable[[Focus], bool]) -> Focus:
    """Return what has the focus, a few frames later where a browser is still telling it anew."""
    for _ in range(MOST_FRAMES):
        if is_right(focus := hands.focus()):
            break
        hands.run(NEXT_FRAME)
    return focus
