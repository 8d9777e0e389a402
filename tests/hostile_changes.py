"""Changes that say a text wherever one may stand."""

from pathlib import Path

from playbook.changes.change import (
    ArtifactChange,
    ArtifactSide,
    Changes,
    FieldChange,
    PieceChange,
    Remark,
    Side,
    Sort,
)
from playbook.source.problem import Mark, Problem
from playbook.text.inline import Text


def make_side(title: str, place: int = 0) -> Side:
    return Side(
        name="one",
        title=title,
        parent=title,
        field="opportunities",
        place=place,
        loc=("opportunities", place),
        mark=Mark(1, 1),
        value={"title": title, "because": title, "evidence": [title]},
    )


def make_changes(text: str) -> Changes:
    """Return changes that say a text wherever one may stand."""
    sides = make_side(text), make_side(f"{text} x", 1)
    side = ArtifactSide(name=text, title=text, path=text)
    fields = (
        FieldChange(
            key="because", before=Text(f"a b c d e {text}"), after=Text(f"a b c d {text} f")
        ),
        FieldChange(key="status", before=text, after=None),
        FieldChange(key="evidence", before=[Text(text)], after=[Text(f"{text} y"), Text("z")]),
    )
    pieces = (
        PieceChange(
            sorts=(Sort.MOVED, Sort.CHANGED),
            noun="opportunity",
            before=sides[0],
            after=sides[1],
            fields=fields,
        ),
        PieceChange(sorts=(Sort.ADDED,), noun="solution", before=None, after=sides[0]),
        PieceChange(sorts=(Sort.REMOVED,), noun="solution", before=sides[0], after=None),
    )
    artifact = ArtifactChange(
        kind="opportunity-tree",
        sorts=(Sort.CHANGED,),
        before=side,
        after=side,
        fields=fields,
        pieces=pieces,
    )
    problem = Problem(Path("content/x.yml"), Mark(1, 2), "PL001", text)
    return Changes(
        artifacts=(artifact,),
        files=((Sort.ADDED, text),),
        unread=(problem,),
        new_problems=(problem,),
        gone_problems=(problem,),
        remarks=(Remark(artifact=text, piece=text, name="x", message=text),),
    )
