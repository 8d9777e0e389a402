from pathlib import Path

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.model.traverse import find_pieces, walk
from playbook.text.inline import Referring, Text

CONTENT = Path(__file__).parents[1] / "fixtures" / "one_of_each"


def test_pieces_are_those_of_the_walk_in_its_order() -> None:
    for entry in Library(CONTENT, KINDS).entries.values():
        pieces = list(walk(entry.artifact))
        sorts = {base for _, piece in pieces for base in type(piece).__mro__}
        assert {str, Text, Referring} <= sorts
        for sort in sorts:
            expected = [one for one in pieces if isinstance(one[1], sort)]
            assert list(find_pieces(entry.artifact, sort)) == expected


def test_a_copy_remembers_nothing_of_what_it_was_made_from() -> None:
    artifact = next(iter(Library(CONTENT, KINDS).entries.values())).artifact
    copied = artifact.model_copy(update={"title": Text("Another title")})
    titles = [piece for loc, piece in walk(copied) if loc == ("title",)]
    assert titles == ["Another title"]
    assert ("title",) in dict(walk(artifact))
