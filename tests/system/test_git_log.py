from datetime import date

from playbook.system.git_log import FileChange, order_days, parse_log


def test_a_file_may_be_called_like_the_log_itself() -> None:
    modes = b":100644 100644 " + b"0" * 40 + b" " + b"a" * 40
    log = b"\x0199999999999999\0\n" + modes + b" M\0x\x01y.yml\0" + modes + b" R100\0\x01old\0new\0"
    (commit,) = parse_log(log)
    assert commit.changes == (
        FileChange("x\x01y.yml", "a" * 40),
        FileChange("new", "a" * 40, "\x01old"),
    )
    assert commit.day == date(2106, 2, 7)


def test_a_clock_that_was_wrong_moves_no_other_day() -> None:
    days = [date(2026, 1, 1), date(2106, 1, 1), date(2026, 1, 2), date(1970, 1, 1)]
    assert order_days([*days, date(2026, 1, 5)]) == [
        *(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 2)),
        date(2026, 1, 5),
    ]
    assert order_days([]) == []
