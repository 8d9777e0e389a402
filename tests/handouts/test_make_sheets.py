"""`make sheets` itself runs: no other test would notice that it doesn't."""

from collections import Counter
from pathlib import Path

import pytest

from playbook.drawing.cache import PictureCache
from playbook.handouts.handout import Handout
from sheets import read_back


def test_what_can_be_printed_is_read_back_and_what_cannot_is_named(
    handouts: list[Handout], kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Handout("handouts/plays/broken", "Broken", "Otters", fault="ValueError: no ink")
    counts = Counter[str]()
    read_back("content", iter([handouts[0], broken]), PictureCache(kept), counts)
    assert counts["files"] == 4
    assert counts["pages"] > 0
    assert capsys.readouterr().out.splitlines() == [
        f"content handouts/plays/broken.{paper}.pdf: ValueError: no ink"
        for paper in ("a4", "letter")
    ]
