"""What stops a command -> an answer of one line, never a traceback for what a user did."""

import errno
import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from playbook.system.disk_errors import explain_os_error
from playbook.system.terminal import escape_controls

DEBUG = "PLAYBOOK_DEBUG"
"""The environment variable that shows the traceback of an error of ours."""
INTERRUPTED = 128 + 2
LONGEST = 200
PACKAGE = Path(__file__).parents[1]


@contextmanager
def answer_errors() -> Iterator[None]:
    """Answer what a command raises; an error of our own says that it is one."""
    accept_every_sign()
    try:
        yield
    except click.ClickException as error:
        raise quote_safely(error) from None
    except (click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except MemoryError as error:
        raise click.ClickException(
            "there is not enough memory: close other programs, then try again"
        ) from error
    except Exception as error:
        if isinstance(error, OSError):
            if error.errno == errno.EPIPE:  # its reader has gone; click ends quietly then
                raise
            if answer := explain_os_error(error):
                discard_output()
                raise click.ClickException(answer) from error
        answer = describe_hook(error)
        if answer is None and os.environ.get(DEBUG):
            raise
        raise click.ClickException(answer or describe_bug(error)) from error


def quote_safely(error: click.ClickException) -> click.ClickException:
    """Return an answer in which the name of a stranger's file can't act on the terminal."""
    message = error.format_message()
    if isinstance(
        error, click.MissingParameter
    ):  # its words are the program's own, on several lines
        return error
    if (safe := escape_controls(message)) == message:
        return error
    context = getattr(error, "ctx", None)
    return click.UsageError(safe, context) if context else click.ClickException(safe)


def accept_every_sign() -> None:
    """Let the terminal show the code of what it has no sign for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # it is None where it was closed
            stream.reconfigure(errors="backslashreplace")


def discard_output() -> None:
    """Let go of output that can't be written, which Python would try again as it ends."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def describe_hook(error: Exception) -> str | None:
    """Return where a hook or a plugin of the project's own fails.

    None when it isn't one that does.
    """
    last = traceback.extract_tb(error.__traceback__)[-1]
    path, here = Path(last.filename), Path.cwd()
    if (
        not path.is_relative_to(here)
        or path.is_relative_to(PACKAGE)
        or path.is_relative_to(sys.prefix)
    ):
        return None
    return f"'{path.relative_to(here)}', line {last.lineno}, fails: {describe(error)}"


def describe_bug(error: Exception) -> str:
    """Return what to tell the program's maintainers."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or frames
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}"
    return (
        f"this is an error in playbook itself, not in what you wrote: {describe(error)} ({where}). "
        f"Run the command again with {DEBUG}=1 before it, and send what it prints to the "
        "maintainers of playbook"
    )


def describe(error: Exception) -> str:
    """Return an error on one line."""
    return escape_controls(" ".join(f"{type(error).__name__}: {error}".split()))[:LONGEST]
