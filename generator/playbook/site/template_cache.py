"""Compiled templates, kept from one run to the next."""

import contextlib
import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class TemplateCache(FileSystemBytecodeCache):
    """Templates as Python's bytecode, beside that of our modules.

    Where nothing can be written, none are kept.
    """

    def __init__(self, options: str) -> None:
        """Keep apart what is compiled with other options, which Jinja's own key leaves out."""
        digest = hashlib.sha256(options.encode()).hexdigest()[:12]
        name = f"template-%s-{digest}.jinja-{version('jinja2')}.{sys.implementation.cache_tag}"
        super().__init__(str(Path(__file__).with_name("__pycache__")), name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
