from pathlib import Path

import pytest

from built import files
from playbook import swap


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page").write_text("old")
    return tmp_path / "site"


def test_folders_that_cannot_be_exchanged_change_places_in_two_steps(place: Path) -> None:
    (swap.draft_of(place) / "other-page").write_text("new")
    swap.put_in_place(place)
    assert files(place.parent) == {"site/other-page": b"new"}


def test_what_died_between_the_two_steps_is_mended_before_the_next_draft(place: Path) -> None:
    (swap.draft_of(place) / "other-page").write_text("new")
    place.rename(place.with_name(".site-old"))
    assert list(swap.draft_of(place).iterdir()) == []
    assert files(place.parent) == {"site/page": b"old"}


def test_a_draft_that_was_left_behind_is_cleared_away(place: Path) -> None:
    (swap.draft_of(place) / "half-a-page").write_text("ne")
    assert list(swap.draft_of(place).iterdir()) == []
    assert files(place) == {"page": b"old"}
