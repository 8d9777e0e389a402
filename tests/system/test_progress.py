import io
import sys

import pytest

from playbook.system import progress
from playbook.system.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "expected"),
    [
        (Terminal(), 0.0, "\r\x1b[Ksheets: 1 of 2,500\r\r\x1b[K"),
        (Terminal(), 60.0, ""),
        (io.StringIO(), 0.0, ""),
    ],
    ids=["a long job", "a short job", "no terminal"],
)
def test_only_a_terminal_is_told_of_a_long_job(
    stream: io.StringIO, patience: float, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with Progress("sheets", 2500) as counter:
        counter.step()
        counter.step()
    assert stream.getvalue() == expected
