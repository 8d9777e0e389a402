"""Wakes who looks at the disk as soon as something happens there."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

WRITING: list[type[FileSystemEvent]] = [
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
]
"""What happens to files that are written, and not to those that are only read."""


class Alarm(FileSystemEventHandler):
    """Rings when something may have happened in these folders, or to these files.

    Not every disk says so, nor for as many folders as one likes: after a while, the one who
    waits has to look all the same.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.rang = Event()
        observer = Observer()
        with suppress(OSError):
            observer.start()
        for path in paths:
            is_folder = path.is_dir()
            folder = str(path if is_folder else path.parent)
            with suppress(OSError):
                observer.schedule(self, folder, recursive=is_folder, event_filter=WRITING)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake the one who waits."""
        del event
        self.rang.set()

    def wait(self, seconds: float) -> None:
        """Return when it has rung since the last time, or after these seconds."""
        self.rang.wait(seconds)
        self.rang.clear()
