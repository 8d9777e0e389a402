"""When Python looks for what nobody needs any more, which among many objects takes long."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def leave_garbage() -> Iterator[None]:
    """Look for no garbage while something is read that stays: looking takes half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def keep_everything() -> None:
    """Leave what there is alone for good, and look for garbage among what is made from now on."""
    gc.freeze()
