"""MkDocs' own preview: what it watches, and what it answers while something is wrong."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from playbook.publish.log import explain_error, log_problems
from playbook.publish.mkdocs_config import find_config_problems
from playbook.text.english import counted

log = logging.getLogger("mkdocs.plugins.playbook")


def answer_errors(
    build: Callable[[], None], has_begun: Callable[[], bool], root: Path
) -> Callable[[], None]:
    """Return a builder for the preview that says what stops it, and then waits for the next edit.

    `has_begun` is whether the build got past its settings. Nothing is raised: MkDocs would answer
    no request any more until a build succeeds.
    """

    def rebuild() -> None:
        try:
            build()
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview stays up
            problems = [] if has_begun() else find_config_problems(root)
            log_problems(problems)
            state = (
                "is incomplete until this is fixed"
                if has_begun()
                else "still shows the last good version"
            )
            reason = counted(len(problems), "problem") if problems else explain_error(error)
            log.error(  # noqa: TRY400 - contributors want no traceback
                "The preview %s: %s", state, reason
            )

    return rebuild


def watch_without_links(server: LiveReloadServer) -> None:
    """Let the preview look for edits without following links, which may lead in circles."""
    watched = list(server._watched_paths)  # noqa: SLF001 - MkDocs tells nobody what it watches
    for path in watched:
        server.unwatch(path)
    interval = server.observer.timeout
    observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=interval)
    server.observer = observer  # type: ignore[assignment] # its twin
    for path in watched:
        server.watch(path)
