from playbook.drawing.fit import fits_page


def test_facts_alone_may_be_too_much_for_a_page() -> None:
    assert fits_page(["Eight people"], [])
    assert not fits_page(["Eight people and all that they bring along"] * 100, [])
