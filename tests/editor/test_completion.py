"""An editor completes a new file, explains its keys, and underlines a mistake while one types."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.client import LanguageServer
from playbook.kinds import KINDS
from playbook.library.kind import Kind
from projects import ROOT, Project, Run

SERVER = ROOT / ".venv" / "editor" / "node_modules" / ".bin" / "yaml-language-server"
MISSING = "the editor tests were left out: they want npm, and the network once"


@pytest.fixture
def server(project: Project) -> Iterator[LanguageServer]:
    if not SERVER.exists():
        pytest.skip(MISSING)
    server = LanguageServer(SERVER, project.root)
    yield server
    server.close()


def new_file(kind: str, project: Project, run: Run) -> Path:
    assert run("new", kind, "our-first", cwd=project.root).returncode == 0
    return next(project.content.rglob("our-first.yml"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_underlined_in_a_new_file(
    kind: Kind, server: LanguageServer, project: Project, run: Run
) -> None:
    path = new_file(kind.name, project, run)
    assert server.diagnose(path.as_uri(), path.read_text(encoding="utf-8")) == []


def test_a_misspelt_key_is_underlined(server: LanguageServer, project: Project, run: Run) -> None:
    path = new_file("play", project, run)
    text = path.read_text(encoding="utf-8").replace("purpose:", "purpos:", 1)
    said = server.diagnose(path.as_uri(), text)
    assert len(said) == 2
    assert any("purpos" in each and "not allowed" in each for each in said)


def test_keys_are_completed_and_explained(
    server: LanguageServer, project: Project, run: Run
) -> None:
    path = new_file("play", project, run)
    text = path.read_text(encoding="utf-8") + "\nexer"
    server.diagnose(path.as_uri(), text)
    place = {"line": text.count("\n"), "character": 4}
    answer = server.ask(
        "textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": place}
    )
    offered = {each["label"]: each.get("documentation") for each in answer["items"]}
    assert offered["exercises"] == "To practise."
    assert "purpose" not in offered


@pytest.mark.parametrize(
    ("name", "count"), [("請求書-が", 0), ("größe", 0), ("ask around", 1), ("Ждёт", 1), ("🎉", 1)]
)
def test_an_id_may_have_letters_of_any_script(
    name: str, count: int, server: LanguageServer, project: Project, run: Run
) -> None:
    path = new_file("glossary", project, run)
    first, *_ = path.read_text(encoding="utf-8").split("\n")
    text = f"{first}\nkind: glossary\ntitle: Words\nsummary: S\nterms:\n  - {{id: {name}, title: T, means: M}}\n"
    assert len(server.diagnose(path.as_uri(), text)) == count
