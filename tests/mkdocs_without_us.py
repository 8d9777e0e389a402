"""Runs MkDocs as where our package is not installed."""

import sys
from typing import Any

modules: dict[str, Any] = sys.modules
for name in [name for name in modules if name.partition(".")[0] == "playbook"]:
    del modules[name]
modules["playbook"] = None  # an import of it fails

from mkdocs.__main__ import cli  # noqa: E402 - what stands above is why this file is here

cli()
