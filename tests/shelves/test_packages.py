"""A package that is installed publishes a shelf, and whatever it is like, it is answered."""

from pathlib import Path

import pytest

from playbook.project import load_project
from projects import Project
from shelved import install, list_messages, render, set_shelves, write_play


def test_a_package_may_publish_a_shelf(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {
        "float.yml": write_play(
            text="See [[experience-mapping]], [[dive#deep]] and [[nowhere|there]]."
        ),
        "deep/dive.yml": write_play("Dive"),
        "secret.yml": write_play("Secret") + "visibility: internal\n",
    }
    install(monkeypatch, tmp_path / "a", files, requires="discovery-playbook>=0.0.1")
    set_shelves(project, "otters")
    loaded = load_project(project.root)
    assert list_messages(loaded) == []
    assert set(loaded.library.entries) == {"float", "dive"}
    page = render(loaded, "plays/float.md")
    assert "from Otter Plays 1.0" in page
    assert "See a play, another play and there." in page
    set_shelves(project, "plays", "otters")
    assert "See [Map your" in render(load_project(project.root), "plays/float.md")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            {"requires": "discovery-playbook>=9"},
            "otter-plays 1.0 is for discovery-playbook >=9, and this is",
        ),
        ({"value": "no_such_package"}, "there is no folder for the package 'no_such_package'"),
        ({"value": "otter_plays.../etc"}, "'otter_plays.../etc' is not the name of a package"),
        ({"value": "..:x"}, "'..:x' is not the name of a package"),
        ({"name": "otter plays"}, "'otter plays 1.0' is not a name and version"),
        ({"value": "json"}, "otter-plays has no YAML in 'json'"),
        (
            {"shelf": "plays"},
            "'discovery-playbook', 'otter-plays' each have a shelf 'plays': uninstall all but one",
        ),
    ],
)
def test_a_shelf_that_can_not_be_used_is_answered_in_a_sentence(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    asked: dict[str, str],
    answer: str,
) -> None:
    install(monkeypatch, tmp_path / "a", {"float.yml": write_play()}, **asked)
    set_shelves(project, asked.get("shelf", "otters"))
    [problem] = load_project(project.root).problems
    assert str(problem).partition("SET031 ")[2].startswith(answer)
    set_shelves(project, "book-club")
    assert load_project(project.root).problems == []


def test_a_broken_file_of_a_shelf_is_advice_until_it_is_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {"float.yml": write_play(), "sink.yml": "kind: play\ntitle: <b>\n"}
    install(monkeypatch, tmp_path / "a", files)
    set_shelves(project, "otters")
    [said] = list_messages(load_project(project.root))
    assert said.startswith(
        "SET034 (advice) otter-plays 1.0 has a file that can't be used (sink.yml,"
    )
    set_shelves(project, "otters", leave_out=("sink",))
    assert list_messages(load_project(project.root)) == []


def test_of_two_artifacts_with_one_id_the_first_is_shown(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path / "a", {"show-your-work.yml": write_play("Show your paws")})
    set_shelves(project, "otters", "plays")
    loaded = load_project(project.root)
    assert [problem.code for problem in loaded.problems] == ["SET033"]
    title = str(loaded.library.entries["show-your-work"].artifact.title)
    assert title == "Show your paws"
    set_shelves(project, "otters", "plays", leave_out=("otters/show-your-work",))
    loaded = load_project(project.root)
    assert list_messages(loaded) == []
    assert (
        str(loaded.library.entries["show-your-work"].artifact.title)
        == "Show stakeholders your work"
    )
