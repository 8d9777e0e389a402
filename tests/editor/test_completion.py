"""An editor completes a new file, explains its keys, and underlines a mistake while one types."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from editor.client import LanguageServer
from playbook.cli import main
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.reference.json_schema import FILE
from projects import ROOT, Project, make_project

SERVER = ROOT / ".venv" / "editor" / "node_modules" / ".bin" / "yaml-language-server"
MISSING = "the editor tests were left out: they want npm, and the network once"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One for all files, each of which has an id of its own."""
    project = make_project(tmp_path_factory.mktemp("editor") / "project", content=False)
    (project.root / FILE).parent.mkdir()
    (project.root / FILE).write_bytes((ROOT / FILE).read_bytes())
    return project


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[LanguageServer]:
    """One for all files, as an editor has it."""
    if not SERVER.exists():
        pytest.skip(MISSING)
    server = LanguageServer(SERVER, project.root)
    yield server
    server.close()


def new_file(kind: str, project: Project, name: str) -> Path:
    done = CliRunner().invoke(main, ["-C", str(project.root), "new", kind, name])
    assert done.exit_code == 0
    return next(project.content.rglob(f"{name}.yml"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_underlined_in_a_new_file(
    kind: Kind, server: LanguageServer, project: Project
) -> None:
    path = new_file(kind.name, project, f"our-{kind.name}")
    assert server.diagnose(path.as_uri(), path.read_text(encoding="utf-8")) == []


def test_a_misspelt_key_is_underlined(server: LanguageServer, project: Project) -> None:
    path = new_file("play", project, "misspelt")
    text = path.read_text(encoding="utf-8").replace("purpose:", "purpos:", 1)
    said = server.diagnose(path.as_uri(), text)
    assert len(said) == 2
    assert any("purpos" in each and "not allowed" in each for each in said)


def test_keys_are_completed_and_explained(server: LanguageServer, project: Project) -> None:
    path = new_file("play", project, "unfinished")
    text = path.read_text(encoding="utf-8") + "\nexer"
    server.diagnose(path.as_uri(), text)
    place = {"line": text.count("\n"), "character": 4}
    answer = server.ask(
        "textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": place}
    )
    offered = {each["label"]: each.get("documentation") for each in answer["items"]}
    assert offered["exercises"] == "To practise."
    assert "purpose" not in offered


NAMES = {"請求書-が": 0, "größe": 0, "ask around": 1, "Ждёт": 1, "🎉": 1}
"""Ids, and how much of each is underlined."""


def test_an_id_may_have_letters_of_any_script(server: LanguageServer, project: Project) -> None:
    path = new_file("glossary", project, "scripts")
    first, *_ = path.read_text(encoding="utf-8").split("\n")
    head = f"{first}\nkind: glossary\ntitle: Words\nsummary: S\nterms:\n"
    underlined = {
        name: len(
            server.diagnose(
                path.with_stem(f"scripts-{number}").as_uri(),
                f"{head}  - {{id: {name}, title: T, means: M}}\n",
            )
        )
        for number, name in enumerate(NAMES)
    }
    assert underlined == NAMES
