"""The system's Firefox, told what to do over Marionette, the language that it speaks by itself.

Each message is the length of its JSON, a colon and the JSON: `[0, number, command, parameters]` on
the way there and `[1, number, error, result]` on the way back.
"""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FIREFOX = ("firefox-esr", "firefox")
PREFERENCES = {
    "accessibility.force_disabled": -1,
    "accessibility.tabfocus": 7,
    "app.update.disabledForTesting": True,
    "browser.download.alwaysOpenPanel": False,
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.events.testing.asyncClipboard": True,
    "dom.ipc.processPrelaunch.enabled": False,
    "dom.serviceWorkers.enabled": False,
    "intl.accept_languages": "en-GB",
    "marionette.port": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "pdfjs.disabled": True,
    "toolkit.cosmeticAnimations.enabled": False,
    "ui.prefersReducedMotion": 1,
}
"""It asks nobody for news, shows no greeting, and keeps a clipboard of its own."""
PATIENCE = 30


@dataclass
class Marionette:
    """A Firefox with one window."""

    connection: socket.socket
    rest: bytes = b""
    number: int = field(default=0)

    def read(self) -> Any:
        """Return the next message."""
        while b":" not in self.rest:
            self.rest += self.connection.recv(65536)
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.rest += self.connection.recv(65536)
        message, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(message)

    def send(self, command: str, **parameters: Any) -> Any:
        """Do something, and return what comes of it."""
        self.number += 1
        body = json.dumps([0, self.number, command, parameters]).encode()
        self.connection.sendall(b"%d:%b" % (len(body), body))
        _, _, error, result = self.read()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def run(self, script: str, *arguments: Any, sandbox: str | None = None) -> Any:
        """Run the body of a function in the page; `system` may do what Firefox itself may."""
        return self.send("WebDriver:ExecuteScript", script=script, args=arguments, sandbox=sandbox)


def find_firefox() -> str | None:
    """Return where the system's Firefox is, if there is one."""
    return next((path for name in FIREFOX if (path := shutil.which(name))), None)


@contextmanager
def start_firefox(path: str, folder: Path) -> Iterator[Marionette]:
    """Start a Firefox without a screen, with a new profile in a folder, and end it."""
    preferences = {**PREFERENCES, "browser.download.dir": str(folder / "downloads")}
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});"
        for name, value in preferences.items()
    ]
    folder.joinpath("user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    environment = {**os.environ, "HOME": str(folder), "TZ": "Europe/Berlin"}
    with subprocess.Popen(
        [path, *options, "--profile", str(folder), "about:blank"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert process.stdout
            port = next(
                int(match[1])
                for line in process.stdout
                if (match := re.search(r"Listening on port (\d+)", line))
            )
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
                marionette = Marionette(connection)
                marionette.read()
                marionette.send("WebDriver:NewSession", pageLoadStrategy="normal")
                yield marionette
                marionette.send("Marionette:Quit", flags=["eForceQuit"])
        finally:
            process.terminate()
