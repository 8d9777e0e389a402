"""The values of YAML files that have nothing wrong with them, kept from one run to the next."""

import hashlib
import json
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from playbook.system.kept_file import digest, keep_out_of_git, read_entry

DAY = 24 * 3600.0
"""What a repository is told to do with the folder."""


class KeptValues:
    """A folder of values as JSON, each by what its file says.

    What is damaged counts as missing. Where the folder can't be written, nothing is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()
        self.is_new = False

    def recall(self, raw: bytes) -> Any:
        """Return the values of a file, or None where they are not known."""
        content = read_entry(self.folder / self._name(raw))
        if content is None:
            return None
        try:
            return json.loads(content)
        except (ValueError, RecursionError):
            return None

    def keep(self, raw: bytes, values: Any) -> None:
        """Keep the values of a file.

        Half an entry counts as missing, so there is no need of a draft; no link is written through.
        """
        path, content = self.folder / self._name(raw), json.dumps(values).encode()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            with path.open("xb") as file:
                file.write(digest(content) + b"\n" + content)
            self.is_new = True

    def sweep(self) -> None:
        """Delete what has not been used this time and is older than a day."""
        if not self.is_new:
            return
        with suppress(OSError):
            keep_out_of_git(self.folder)
            for path in self.folder.glob("*.json"):
                if path.name not in self.used and time.time() - path.stat().st_mtime > DAY:
                    path.unlink()

    def _name(self, raw: bytes) -> str:
        name = f"{hashlib.sha256(describe_reader() + raw).hexdigest()}.json"
        self.used.add(name)
        return name


@cache
def describe_reader() -> bytes:
    """Return what, beside a file, decides what is read of it: our code and that of YAML."""
    here = Path(__file__).parent
    files = [*sorted(here.glob("*.py")), *sorted(here.with_name("text").glob("*.py"))]
    code = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    return f"{yaml.__version__} {code} ".encode()
