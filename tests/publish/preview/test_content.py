"""A preview that reads only what has changed knows what one knows that reads all."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from playbook.project import load_project
from playbook.publish.preview.live_site import LiveSite
from projects import ONE_OF_EACH, make_project

ORIGIN = "http://127.0.0.1:8000"
PAGES = (
    *("/", "/plays/", "/plays/watch-a-repair/", "/snapshots/ida-tandem/", "/maps/first-ride/"),
    *("/trees/more-rides/", "/tags/", "/notes/", "/exercises/"),
)
PLAY, SNAPSHOT, TREE, MAP = (
    *("plays/watch-a-repair.yml", "snapshots/ida-tandem.yml"),
    *("trees/more-rides.yml", "maps/first-ride.yml"),
)
NOTES, SITE = "notes.md", "../site_config/site.yml"
CHANGES = {
    "retitled": (PLAY, "title: Watch a repair", "title: Look at a repair"),
    "retagged": (PLAY, "tags: [listening]", "tags: [looking, listening]"),
    "reworded": (PLAY, "write down what they do", "take down what they do"),
    "misspelt": (PLAY, "title: Watch a repair", "titel: Watch a repair"),
    "astray": (PLAY, "[[first-ride]]", "[[first-rode]]"),
    "hidden": (SNAPSHOT, "kind:", "visibility: internal\nkind:"),
    "deleted": (SNAPSHOT, "", None),
    "renamed": (TREE, "id: no-part", "id: wrong-part"),
    "retold": (MAP, "title: ", "title: Again, "),
    "written": (NOTES, "", "# Notes\n\nSee [[first-ride]] and [[ida-tandem]].\n"),
    "reserved": (NOTES, "", "---\nvisibility: internal\n---\n# Notes on [[ida-tandem]]\n"),
    "german": (SITE, "language: en", "language: de"),
    "public": (SITE, "public: !ENV [PLAYBOOK_PUBLIC, false]", "public: true"),
}
"""By what becomes of a file: its path from the content, and words with what stands in their place;
without words the whole file, and with nothing in their place it is gone."""
FILES = {
    path: [name for name in CHANGES if CHANGES[name][0] == path] for path, _, _ in CHANGES.values()
}


class Edited:
    """A project whose files are changed, and its preview."""

    def __init__(self, root: Path) -> None:
        self.project = make_project(root, content=False)
        for path in ONE_OF_EACH.rglob("*.yml"):
            name = path.relative_to(ONE_OF_EACH).as_posix()
            self.project.write({name: path.read_text(encoding="utf-8")})
        self.texts = {path: self.read(path) for path in FILES}
        self.live = LiveSite(self.project.root, ORIGIN)
        self.live.read()

    def read(self, path: str) -> str | None:
        place = self.project.content / path
        return place.read_text(encoding="utf-8") if place.exists() else None

    def write(self, path: str, text: str | None) -> None:
        if text is None:
            (self.project.content / path).unlink(missing_ok=True)
        else:
            self.project.write({path: text})

    def change(self, name: str) -> None:
        """Change a file from what it was, or where it has been changed so leave it as it was."""
        path, words, others = CHANGES[name]
        old = self.texts[path]
        new = old.replace(words, others) if old and words and others else others
        self.write(path, old if self.read(path) == new else new)
        self.live.read()
        list(self.live.content.judge_anew())
        for page in PAGES[:3]:
            self.live.answer(page)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    return Edited(tmp_path_factory.mktemp("edited") / "project")


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(["retitled", "misspelt", "misspelt", "deleted", "deleted"])
@example(["public", "hidden", "reworded", "written", "hidden", "astray"])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=4))
def test_problems_and_pages_after_edits_are_those_of_a_fresh_preview(
    edited: Edited, names: list[str]
) -> None:
    for path, text in edited.texts.items():
        edited.write(path, text)
    for name in names:
        edited.change(name)
    root, content = edited.project.root, edited.live.content
    assert content.problems == load_project(root).problems
    if not content.breaking:
        fresh = LiveSite(root, ORIGIN)
        fresh.read()
        for page in PAGES:
            answer, expected = edited.live.answer(page), fresh.answer(page)
            assert answer.content.splitlines() == expected.content.splitlines(), page
            assert answer == expected, page
