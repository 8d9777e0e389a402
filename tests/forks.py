"""Runs the command again and again, each time in a process of its own, forked from this one, that
finds all loaded.

Each line of the standard input is one call, as JSON; its answer is the exit code, or where nobody
waits for its end the number of its process. Nothing is printed in this process: typst's threads
would not come along into another.
"""

import gc
import json
import os
import runpy
import signal
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from stat import S_ISFIFO

import playbook
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.privacy.word_sets import FOLDER, load_word_set
from playbook.site.basis import describe_program
from playbook.site.environment import load_environment

USED = [
    "markdown.extensions.attr_list",
    "markdown.extensions.codehilite",
    "markdown.extensions.fenced_code",
    "markdown.extensions.md_in_html",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "material.plugins.search.plugin",
    "material.templates",
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
]
STREAMS = ("stdin", "stdout", "stderr")
SOME = Path(__file__).parent / "fixtures" / "one_of_each"
"""Content with which models, patterns and what else is worked out once in a process are ready."""
LOST = 120
"""Python's own exit code where it could not write what was still to be said."""


def call(
    program: str, args: list[str], cwd: str, env: dict[str, str], told: list[str | None]
) -> int:
    """Run a module, or a script, in this process; what it says goes to two files.

    One that is None is closed, as a shell's `>&-` does it.
    """
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a background job ignores
    for number, (name, path) in enumerate(zip(STREAMS, ["/dev/null", *told], strict=True)):
        if path is None:
            os.close(number)
            setattr(sys, name, None)
        else:
            os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
            if S_ISFIFO(os.fstat(number).st_mode):  # where nobody can ask how far it is written
                setattr(sys, name, os.fdopen(number, "w", buffering=1, closefd=False))
    sys.argv = [program, *args]
    code = 0
    try:
        if program.endswith(".py"):
            runpy.run_path(program, run_name="__main__")
        else:
            runpy.run_module(program, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself does
        traceback.print_exc()
        code = 1
    return code if flush() else LOST


def flush() -> bool:
    """Write what is still to be said; whether that could be done."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
    except OSError:
        traceback.print_exc()
        return False
    return True


if __name__ == "__main__":
    for name in [each.name for each in walk_packages(playbook.__path__, "playbook.")] + USED:
        if not name.endswith("__main__"):
            import_module(name)
    for path in FOLDER.glob("*.txt"):
        load_word_set(path.stem)
    Library(SOME, KINDS)
    templates = load_environment()
    for name in templates.list_templates(extensions=["jinja"]):
        templates.get_template(name)
    describe_program()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        is_awaited = asked.pop("is_awaited")
        child = os.fork()
        if child == 0:
            os._exit(call(**asked))
        answer = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if is_awaited else child
        print(answer, flush=True)  # noqa: T201 - to whoever asked
