"""One entry of a site's navigation stands for all our pages."""

from pathlib import Path
from typing import Any

import pytest

from playbook.config.place import Place
from playbook.publish.guest_nav import expand_nav, list_titles, move_nav

PLACE = Place(Path("docs/team/our-work"), "team/our-work")
OWN = move_nav(["index.md", {"Plays": ["plays/index.md", {"More": "plays/a.md"}]}], PLACE)


def test_our_pages_lie_in_the_folder() -> None:
    assert OWN == [
        "team/our-work/index.md",
        {"Plays": ["team/our-work/plays/index.md", {"More": "team/our-work/plays/a.md"}]},
    ]
    assert dict(list_titles(OWN)) == {"team/our-work/plays": "Plays"}


@pytest.mark.parametrize(
    ("nav", "expanded"),
    [
        (["a.md", "team/our-work/"], ["a.md", {"Our work": OWN}]),
        ([{"Us": "team/our-work"}], [{"Us": OWN}]),
        ([{"Deep": [{"Us": "team/our-work/"}, "b.md"]}], [{"Deep": [{"Us": OWN}, "b.md"]}]),
        ({"Us": "team/our-work/"}, {"Us": OWN}),
        (["team/our-work/index.md", 3, None], ["team/our-work/index.md", 3, None]),
    ],
)
def test_an_entry_that_names_the_folder_is_all_of_them(nav: Any, expanded: Any) -> None:
    assert expand_nav(nav, PLACE, OWN) == expanded
