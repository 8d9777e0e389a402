import os
import signal
from pathlib import Path

import pytest

from playbook.system.workers import FEWEST, WorkerLost, count_processes, share_out

COUNT = 3 * FEWEST
CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_the_results_stand_in_the_order_of_the_work(processes: int) -> None:
    own = os.getpid()

    def square(number: int) -> tuple[int, bool]:
        return number**2, os.getpid() == own

    results = list(share_out(square, COUNT, processes))
    assert [number for number, _ in results] == [number**2 for number in range(COUNT)]
    assert {is_own for _, is_own in results} == {True, processes == 1}


def test_what_fails_in_a_worker_fails_here_as_well() -> None:
    def divide(number: int) -> float:
        return 1 / (number - FEWEST - 1)

    with pytest.raises(ZeroDivisionError):
        list(share_out(divide, COUNT, 2))


def test_a_worker_that_was_killed_is_missed() -> None:
    own = os.getpid()

    def die(number: int) -> int:
        if number == FEWEST + 1 and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerLost, match="was killed: run it again"):
        list(share_out(die, COUNT, 2))


def test_nobody_waits_for_work_that_nobody_wants() -> None:
    before = CHILDREN.read_text()
    results = share_out(lambda number: "x" * 100_000 * number, COUNT, 2)
    assert next(results) == ""
    assert CHILDREN.read_text() != before
    results.close()
    assert CHILDREN.read_text() == before


def test_there_is_a_process_for_each_processor() -> None:
    assert 1 <= count_processes() <= (os.cpu_count() or 1)
