"""A case is a YAML file in kinds/, with its page and drawings beside it; PLAYBOOK_GOLDEN=write
pytest rewrites those.

What a case refers to lies in the folder of its name.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from markupsafe import Markup
from pydantic import BaseModel

from dot_printer import print_dot
from golden import CASES, HERE, WRITE, each_case, read_case
from playbook.drawing.drawing import Drawing
from playbook.kinds import KINDS
from playbook.library.subpage import make_subpages
from playbook.model.traverse import walk
from playbook.model.validation import find_models_in
from playbook.site.templates import PageRenderer


def goldens(case: Path, ending: str) -> set[Path]:
    """Return what a case comes out as: `case.md` and its subpages, or its drawings."""
    return {
        path
        for path in case.parent.glob(f"{case.stem}*.{ending}")
        if path.name.partition(".")[0] == case.stem
    }


def compare_golden(case: Path, ending: str, made: dict[str, str]) -> None:
    if WRITE:
        for stale in goldens(case, ending):
            stale.unlink()
        for name, text in made.items():
            (case.parent / name).write_text(text, encoding="utf-8", newline="\n")
    assert made == {
        path.name: path.read_text(encoding="utf-8") for path in goldens(case, ending)
    }, "if it is meant to read so now: PLAYBOOK_GOLDEN=write pytest tests/kinds/test_golden.py"


def drawn(drawings: Iterable[Drawing]) -> dict[str, Markup]:
    return {drawing.name: Markup("<svg/>") for drawing in drawings}


@each_case
def test_a_page_reads_as_its_golden_markdown(case: Path, tmp_path: Path) -> None:
    library, entry = read_case(case, tmp_path)
    pages, subpages = PageRenderer(library), tuple(make_subpages(entry, library))
    made = {
        f"{case.stem}.md": pages.render_artifact(
            entry, drawn(entry.kind.draw(entry.artifact)), subpages
        )
    }
    for each in subpages:
        made[f"{case.stem}.{Path(each.path).name}"] = pages.render_subpage(
            entry, each, drawn(each.drawings)
        )
    compare_golden(case, "md", made)


@each_case
def test_a_drawing_is_its_golden_dot(case: Path, tmp_path: Path) -> None:
    library, entry = read_case(case, tmp_path)
    made = {
        f"{case.stem}.{drawing.name}.dot": print_dot(drawing)
        for drawing in entry.kind.draw(entry.artifact)
    }
    for each in make_subpages(entry, library):
        page = Path(each.path).stem
        made |= {
            f"{case.stem}.{page}.{drawing.name}.dot": print_dot(drawing)
            for drawing in each.drawings
        }
    compare_golden(case, "dot", made)


def test_every_golden_has_its_case() -> None:
    golden = {path for ending in ("md", "dot") for path in HERE.glob(f"*/*.{ending}")}
    named = {path.parent / path.name.partition(".")[0] for path in golden}
    cases = {path.with_suffix("") for path in CASES}
    assert cases <= named, "PLAYBOOK_GOLDEN=write pytest tests/kinds/test_golden.py writes these"
    assert named <= cases, "delete the golden files of these, which are no cases any more"


def list_possible(
    model: type[BaseModel], seen: set[type[BaseModel]]
) -> Iterator[tuple[str, str, str]]:
    """Yield all that a document can say: each field, and each word of a field with a vocabulary."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield model.__name__, name, ""
        for kind in (field.annotation, *get_args(field.annotation)):
            if get_origin(kind) is Literal:
                yield from ((model.__name__, name, word) for word in get_args(kind))
        for inner in find_models_in(field.annotation):
            yield from list_possible(inner, seen)


def list_used(value: Any) -> Iterator[tuple[str, str, str]]:
    for _, part in walk(value):
        if isinstance(part, BaseModel):
            for name in part.model_fields_set:
                given = getattr(part, name)
                yield type(part).__name__, name, ""
                for each in given if isinstance(given, tuple) else (given,):
                    yield type(part).__name__, name, each if isinstance(each, str) else ""


NEVER_WHOLE = {("OpportunityTree", "solutions", "")}
"""What can be said only for a rule to call it an error."""


def test_the_cases_use_every_field_and_every_word_of_its_vocabulary(tmp_path: Path) -> None:
    used: set[tuple[str, str, str]] = set()
    for case in CASES:
        content = tmp_path / case.parent.name / case.stem
        content.mkdir(parents=True)
        used |= set(list_used(read_case(case, content)[1].artifact))
    known: set[type[BaseModel]] = set()
    unused = {each for kind in KINDS for each in list_possible(kind.model, known)} - used
    assert unused == NEVER_WHOLE, "write these fields and words in one of their kind's cases"
