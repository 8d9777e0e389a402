"""The schema that editors complete from says what the models say."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml
from jsonschema import Draft7Validator as PythonValidator
from jsonschema import ValidationError
from jsonschema.validators import extend

from guides import GUIDE_BEFORE
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.reference.examples import Examples
from playbook.reference.json_schema import FILE, find_models, make_schema, make_whole_schema
from projects import ROOT, Project, Run


def fits_pattern(_: Any, form: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """Match as editors do, whose regular expressions know the classes of Unicode."""
    if isinstance(value, str) and not regex.search(form, value):
        yield ValidationError(f"{value!r} does not match {form!r}")


Draft7Validator = extend(PythonValidator, {"pattern": fits_pattern})
CONTENT = sorted((ROOT / "content").rglob("*.yml"))
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


class CoreLoader(yaml.CSafeLoader):
    """YAML as editors read it: 1.2, where a date is text."""


CoreLoader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in resolvers if not tag.endswith(("timestamp", "merge"))]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)  # noqa: S506 - a safe loader, with less in it


@cache
def whole() -> Any:
    """Return what validates any kind."""
    return Draft7Validator(make_whole_schema(KINDS, {kind.name: Examples(kind) for kind in KINDS}))


@each_kind
def test_a_schema_is_draft_07(kind: Kind) -> None:
    Draft7Validator.check_schema(
        make_schema(kind, Examples(kind)), format_checker=None
    )  # Python reads other patterns


@each_kind
def test_every_field_has_a_description_and_an_example(kind: Kind) -> None:
    made = make_schema(kind, Examples(kind))
    lacking = []
    for model in (kind.model, *find_models(kind.model)):
        about = made if model is kind.model else made["definitions"][model.__name__]
        about = about["anyOf"][1] if "anyOf" in about else about
        for key, each in about["properties"].items():
            if not each.get("description") or ("examples" not in each and "const" not in each):
                lacking.append(f"{model.__name__}.{key}")
    lacking = [name for name in lacking if name not in NOT_IN_AN_EXAMPLE]
    assert lacking == [], "give each a value in its kind's example.yml, and a docstring below it"


# An example is one document: what it can't hold beside the rest.
NOT_IN_AN_EXAMPLE = {
    "ExperienceMap.left_out",
    "ExperienceMap.merges",
    "LeftOut.because",
    "LeftOut.node",
    "Node.from",
    "OpportunityTree.solutions",
}


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_our_content_is_valid_for_an_independent_validator(path: Path) -> None:
    errors = [error.message for error in whole().iter_errors(load(path))]
    assert errors == []


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"time": "soon"},
        {"kind": "pla"},
        {"steps": "one"},
        {"next": [{"because": "x"}]},
    ],
    ids=str,
)
def test_a_mistake_is_invalid_for_an_independent_validator(change: dict[str, Any]) -> None:
    play = load(ROOT / "content" / "plays" / "show-your-work.yml")
    assert list(whole().iter_errors({**play, **change}))


def test_the_schema_in_the_repository_is_the_one_we_export(run: Run) -> None:
    is_same = (ROOT / FILE).read_text(encoding="utf-8") == run("schema", cwd=ROOT).stdout
    assert is_same, f"{FILE} is out of date: run make schema"


def test_editors_are_told_where_the_schema_is() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert list(settings["yaml.schemas"]) == [FILE]


@each_kind
def test_one_kind_has_a_schema_of_its_own(kind: Kind, run: Run) -> None:
    assert json.loads(run("schema", kind.name, cwd=ROOT).stdout)["title"] == kind.title


WRITTEN_WITH = {"club": {"our-first-one-book", "our-first-one-01", "our-first-one-02"}}
"""What a new file of a kind can't do without: a club reads guides, and they go with a book of two
chapters."""


@each_kind
def test_a_new_file_passes_and_names_its_schema(kind: Kind, project: Project, run: Run) -> None:
    schema = project.root / FILE
    schema.parent.mkdir()
    schema.write_bytes((ROOT / FILE).read_bytes())
    made = run("new", kind.name, "our-first-one", cwd=project.root)
    assert made.returncode == 0, made.stderr
    written = {path.stem: path for path in project.content.rglob("*.yml")}
    assert set(written) == {"our-first-one"} | WRITTEN_WITH.get(kind.name, set())
    for path in written.values():
        first, *_ = path.read_text(encoding="utf-8").split("\n")
        named = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert named == schema.resolve()
        assert (
            list(
                Draft7Validator(json.loads(named.read_text(encoding="utf-8"))).iter_errors(
                    load(path)
                )
            )
            == []
        )
    own = written["our-first-one"]
    assert (own.parent.name, load(own)["title"]) == (
        kind.folder,
        "Our first one" if kind.name == "club" else "Replace me: Our first one",
    )
    checked = run("check", "--strict", cwd=project.root)
    count = "1 artifact" if len(written) == 1 else f"{len(written)} artifacts"
    assert checked.returncode == 0
    assert checked.stdout.startswith(f"All is well: {count} checked.\n1 place still says")


@pytest.mark.parametrize(
    ("kind", "name"), [("play", "Our_Play"), ("play", "index"), ("pla", "ours"), ("play", "taken")]
)
def test_a_new_file_needs_a_kind_and_a_free_name(
    kind: str, name: str, project: Project, run: Run
) -> None:
    project.write({"somewhere/taken.yml": "kind: play\n"})
    made = run("new", kind, name, cwd=project.root)
    assert (made.returncode, made.stdout) == (2, "")
    assert [path.name for path in project.content.rglob("*.yml")] == ["taken.yml"]


def test_the_examples_of_all_kinds_pass_together(project: Project, run: Run) -> None:
    examples = {
        f"example-{kind.name.rpartition('-')[2]}.yml": Examples(kind).text for kind in KINDS
    }
    project.write({**examples, "example-guide-before.yml": GUIDE_BEFORE})
    (project.content / "yusuf.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    checked = run("check", "--strict", cwd=project.root)
    assert (checked.returncode, checked.stdout) == (
        0,
        f"All is well: {len(KINDS) + 1} artifacts checked.\n",
    )
