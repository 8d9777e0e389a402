"""The keyboard of the system's Firefox, and what it tells a screen reader."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser.hands import Focus
from browser.marionette import Marionette
from browser.visit import READY

KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "Space": " ",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
"""As WebDriver numbers them."""
ROLES = {"time editor": "time"}
"""Roles of which ARIA has no name."""
FOCUS = """
return (async () => {
const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
if (document.activeElement === document.body) return ["document", "", []];
let it = null;
for (let frames = 0; frames < 60 && !it; frames++) {
  await new Promise(requestAnimationFrame);
  it = service.getAccessibleFor(document.activeElement);
}
if (!it) return [document.activeElement.localName, "", []];
const [state, extra] = [{}, {}];
it.getState(state, extra);
const words = service.getStringStates(state.value, extra.value);
const states = Array.from({ length: words.length }, (_, place) => words.item(place));
return [it.computedARIARole || service.getStringRole(it.role), it.name || "", states];
})();
"""
NEXT = "return new Promise(next => setTimeout(next, 20, Boolean({condition})))"
ZOOM = "gBrowser.selectedBrowser.fullZoom = arguments[0]"


@dataclass(frozen=True)
class Firefox:
    """A window of the system's Firefox, and the folder of its profile."""

    marionette: Marionette
    folder: Path

    def go(self, address: str) -> None:
        self.marionette.send("WebDriver:Navigate", url="about:blank")
        self.marionette.send("WebDriver:Navigate", url=address)
        self.wait(f"({READY})()")

    def press(self, *keys: str) -> None:
        for key in keys:
            codes = [KEYS.get(each, each) for each in key.split("+")] if len(key) > 1 else [key]
            down = [{"type": "keyDown", "value": code} for code in codes]
            up = [{"type": "keyUp", "value": code} for code in reversed(codes)]
            self.act([*down, *up])

    def write(self, text: str) -> None:
        self.act([{"type": way, "value": each} for each in text for way in ("keyDown", "keyUp")])

    def act(self, actions: list[dict[str, str]]) -> None:
        """Press keys and let them go."""
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.marionette.send("WebDriver:PerformActions", actions=[source])

    def focus(self) -> Focus:
        role, name, states = self.marionette.run(FOCUS, sandbox="system")
        return Focus(ROLES.get(role, role), name, frozenset(states))

    def run(self, script: str, *arguments: Any) -> Any:
        return self.marionette.run(script, *arguments)

    def wait(self, condition: str, *arguments: Any) -> None:
        for _ in range(300):
            try:
                if self.marionette.run(NEXT.format(condition=condition), *arguments):
                    return
            except RuntimeError:  # another page came
                continue
        raise AssertionError(f"never: {condition}")

    def zoom(self, factor: float) -> None:
        self.marionette.send("Marionette:SetContext", value="chrome")
        self.marionette.run(ZOOM, factor)
        self.marionette.send("Marionette:SetContext", value="content")

    def receive(self, name: str) -> bytes:
        folder = self.folder / "downloads"
        for _ in range(300):
            for file in folder.glob(f"*{name}"):
                if file.stat().st_size and not file.with_name(f"{file.name}.part").exists():
                    return file.read_bytes()
            self.marionette.run(NEXT.format(condition="true"))
        raise AssertionError("nothing was downloaded")
