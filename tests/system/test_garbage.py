import gc

from playbook.system.garbage import leave_garbage


def test_no_garbage_is_looked_for_while_much_is_read() -> None:
    gc.freeze()  # what the tests before have left, among which looking would take seconds
    gc.enable()  # a check that ran in this process has disabled it
    with leave_garbage():
        assert not gc.isenabled()
        with leave_garbage():
            pass
        assert not gc.isenabled(), "the inner one leaves that to the outer one"
    assert gc.isenabled()
