"""A client of a language server: JSON-RPC over its standard input and output."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Message = dict[str, Any]


class LanguageServer:
    """The YAML language server in a process of its own, as an editor starts it."""

    def __init__(self, command: Path, root: Path) -> None:
        self.process = subprocess.Popen(
            [command, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["plaintext"]}}
            }
        }
        self.ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities},
        )
        self.tell("initialized", {})

    def close(self) -> None:
        """End the server."""
        self.process.kill()
        self.process.communicate()

    def tell(self, method: str, params: Message) -> None:
        """Send what wants no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Message) -> Any:
        """Send a request, and return its answer."""
        self._send({"id": method, "method": method, "params": params})
        return self._await(lambda message: message.get("id") == method and "method" not in message)[
            "result"
        ]

    def diagnose(self, uri: str, text: str) -> list[str]:
        """Open a document; return what the editor underlines in it."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        said = self._await(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        return [each["message"] for each in said["params"]["diagnostics"]]

    def _send(self, message: Message) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _await(self, wanted: Callable[[Message], bool]) -> Message:
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            if wanted(message):
                return message

    def _receive(self) -> Message:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: Message = json.loads(self.process.stdout.read(length))
        return message
