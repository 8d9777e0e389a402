"""What nothing else would ask of a new kind, as CONTRIBUTING.md lists it."""

import pytest

from golden import HERE
from playbook.kinds import KINDS
from playbook.library.kind import Artifact, Kind

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@every_kind
def test_a_kind_says_itself_whether_it_tells_of_customers(kind: Kind) -> None:
    assert "tells_of_customers" in vars(kind.model), (
        f"write tells_of_customers = True in {kind.model.__name__} if what it says may come from "
        "a customer, and so must not lead to a person; else False"
    )


@every_kind
@pytest.mark.parametrize("name", ["new.yml", "example.yml", "page.md.jinja"])
def test_a_kind_has_its_files(kind: Kind, name: str) -> None:
    assert kind.file(name).is_file(), f"write {kind.file(name)}"


@every_kind
def test_what_takes_evidence_shows_where_interviews_are_named(kind: Kind) -> None:
    text = kind.file("new.yml").read_text(encoding="utf-8")
    assert ("    evidence:" in text) is ("# heard_in: [" in text)


@every_kind
@pytest.mark.parametrize("name", ["barest.yml", "hostile.yml"])
def test_a_kind_has_its_cases(kind: Kind, name: str) -> None:
    case = HERE / kind.file("model.py").parent.name / name
    assert case.is_file(), f"write {case}"


@every_kind
def test_a_kind_that_is_not_drawn_has_a_cover(kind: Kind) -> None:
    assert kind.is_drawn or kind.model.cover is not Artifact.cover, (
        f"give {kind.model.__name__} a cover: its card would be empty"
    )
