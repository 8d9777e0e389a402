"""Runs the command again and again, each time in a process of its own, forked from this one, that
finds all loaded.

Each line of the standard input is one call, as JSON; its answer is the exit code. Nothing is
printed in this process: typst's threads would not come along into another.
"""

import gc
import json
import os
import runpy
import sys
import time
import traceback
from importlib import import_module
from pkgutil import walk_packages

import playbook

USED = [
    "markdown.extensions.md_in_html",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
]


def call(args: list[str], cwd: str, env: dict[str, str], told: list[str]) -> int:
    """Run the command in this process; what it says goes to two files."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for number, path in enumerate(["/dev/null", *told]):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    sys.argv = ["-m", *args]
    code = 0
    try:
        runpy.run_module("playbook", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself does
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    for name in [each.name for each in walk_packages(playbook.__path__, "playbook.")] + USED:
        if not name.endswith("__main__"):
            import_module(name)
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(call(**json.loads(line)))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the answer
