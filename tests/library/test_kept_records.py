"""A check that remembers says what a check says that reads everything."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from playbook.library import kept_records
from playbook.library.future_dates import find_future_dates
from playbook.library.kept_records import KeptRecords
from playbook.project import RECORDS, VALUES, Project, load_project
from playbook.source.kept_values import KeptValues
from playbook.starter.unreplaced import find_unreplaced
from playbook.system import workers
from playbook.system.kept_file import write_entry
from projects import ONE_OF_EACH, Run, make_project

PLAY, SNAPSHOT, TREE, MAP = (
    *("plays/watch-a-repair.yml", "snapshots/ida-tandem.yml"),
    *("trees/more-rides.yml", "maps/first-ride.yml"),
)
CLUB, GUIDE, WORDS, NEW = (
    *("clubs/evening-readers.yml", "reading-guides/bikes-brakes.yml"),
    *("glossaries/words.yml", "plays/another.yml"),
)
NOTES, SITE = "notes.md", "../site_config/site.yml"
CHANGES = {
    "retitled": (PLAY, "title: Watch a repair", "title: 'Replace me: a repair'"),
    "retagged": (PLAY, "tags: [listening]", "tags: [listenings, maps]"),
    "misspelt": (PLAY, "title: Watch a repair", "titel: Watch a repair"),
    "astray": (PLAY, "[[first-ride]]", "[[first-rode]]"),
    "linking": (PLAY, "Say nothing.", "See snapshots/ida-tandem.md, by Ann Smith."),
    "waived": (PLAY, "tags:", "# playbook: allow PL001 because we may\ntags:"),
    "hidden": (SNAPSHOT, "kind:", "visibility: internal\nkind:"),
    "deleted": (SNAPSHOT, "", None),
    "renamed": (TREE, "id: no-part", "id: wrong-part"),
    "secret": (TREE, "kind:", "visibility: internal\nkind:"),
    "dated": (MAP, "date: 2026-02-10", "date: 2098-01-01"),
    "closed": (CLUB, "", None),
    "unread": (CLUB, "kind: club", "kind: clubb"),
    "broken": (GUIDE, "kind:", "kind: ["),
    "spanner": (WORDS, "title: trio", "title: trio, also: spanner"),
    "another": (
        NEW,
        "",
        "kind: glossary\ntitle: A\nsummary: B\ntags: listenning\nterms: [{title: trio, means: C}]",
    ),
    "written": (
        NOTES,
        "",
        "See [[first-ride]] and [a tandem](snapshots/ida-tandem.md).\n",
    ),
    "public": (SITE, "public: !ENV [PLAYBOOK_PUBLIC, false]", "public: true"),
    "strict": (SITE, "\nextra:\n", "\nextra:\n  rules: {TG001: error, DF001: off, EM101: off}\n"),
}
"""By what becomes of a file: its path from the content, and words with what stands in their place;
without words the whole file, and with nothing in their place it is gone."""


class Edited:
    """A project whose files are changed, and what is said of it with a memory and without."""

    def __init__(self, root: Path) -> None:
        self.project = make_project(root, content=False)
        for path in ONE_OF_EACH.rglob("*.yml"):
            name = path.relative_to(ONE_OF_EACH).as_posix()
            self.project.write({name: path.read_text(encoding="utf-8")})
        self.texts = {path: self.read(path) for path, _, _ in CHANGES.values()}

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
        assert new != old
        self.write(path, old if self.read(path) == new else new)

    def check(self) -> tuple[KeptRecords, list[str]]:
        """Return what is said by a check that remembers."""
        root = self.project.root
        records = KeptRecords(root / RECORDS, KeptValues(root / VALUES))
        answer = describe(root, load_project(root, steps=records.steps))
        records.save()
        return records, answer


def describe(root: Path, project: Project) -> list[str]:
    """Return all that a check says of a project."""
    future = find_future_dates(project.unredacted, date(2026, 1, 1))
    unreplaced = find_unreplaced(root, project.unredacted, project.settings)
    published = [repr(file) for file in project.published]
    shown = [f"{entry.id} {[*entry.parts]}" for entry in project.library.entries.values()]
    return [*map(str, [*project.problems, *future, *unreplaced]), *published, *shown]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    return Edited(tmp_path_factory.mktemp("edited") / "project")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(["retagged", "another", "another", "retagged"])
@example(["spanner", "another", "strict", "spanner", "another"])
@example(["hidden", "linking", "public", "deleted", "deleted"])
@example(["secret", "renamed", "secret", "written", "hidden"])
@example(["closed", "unread", "broken", "broken", "closed"])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=5))
def test_a_check_after_edits_says_what_a_fresh_one_says(edited: Edited, names: list[str]) -> None:
    for path, text in edited.texts.items():
        edited.write(path, text)
    edited.check()
    for name in names:
        edited.change(name)
        _, answer = edited.check()
        root = edited.project.root
        assert answer == describe(root, load_project(root))
        records, again = edited.check()
        assert again == answer
        assert records.used == records.records


def test_only_what_is_edited_is_read_and_judged(
    edited: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in edited.texts.items():
        edited.write(path, text)
    edited.check()
    judged = list[str]()
    apply_rules = kept_records.apply_rules
    monkeypatch.setattr(
        kept_records,
        "apply_rules",
        lambda entry, *rest: judged.append(entry.id) or apply_rules(entry, *rest),
    )
    edited.change("linking")
    records, _ = edited.check()
    assert judged == ["first-ride", "watch-a-repair"]  # a map looks at all that refer to it
    assert len(records.used) == len(list(ONE_OF_EACH.rglob("*.yml")))


def test_several_processes_find_what_one_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "project", content=True).root
    answers = []
    for many in (1_000, 1):
        monkeypatch.setattr(kept_records, "MANY", many)
        monkeypatch.setattr(workers, "count_processes", lambda: 2)
        records = KeptRecords(tmp_path / "none", KeptValues(tmp_path / f"{many}"))
        project = load_project(root, steps=records.steps)
        verdicts = {key: record["verdict"] for key, record in records.used.items()}
        answers.append((project.problems, verdicts))
    assert answers[0] == answers[1]
    assert len(answers[0][1]) > workers.FEWEST


DAMAGES = {
    "cut": lambda kept: kept[: len(kept) // 2],
    "changed": lambda kept: kept.replace(b'"problems": [', b'"problems":  ['),
    "empty": lambda _: b"",
    "no text": lambda _: os.urandom(100),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_counts_as_missing(edited: Edited, damage: str) -> None:
    _, answer = edited.check()
    file = edited.project.root / RECORDS
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    records, again = edited.check()
    assert records.records == {}
    assert again == answer


def test_what_a_stranger_brings_counts_as_missing(
    edited: Edited, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, answer = edited.check()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    records, again = edited.check()
    assert records.records == {}
    assert again == answer
    write_entry(edited.project.root / RECORDS, b"{}")
    assert edited.check()[0].records == {}


def test_without_a_home_nothing_is_kept(
    edited: Edited, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (edited.project.root / RECORDS).unlink(missing_ok=True)
    edited.check()
    assert not (edited.project.root / RECORDS).exists()


def test_what_other_code_kept_counts_as_missing(
    edited: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited.check()
    assert edited.check()[0].records
    monkeypatch.setattr(kept_records, "describe_code", lambda: "of tomorrow")
    assert edited.check()[0].records == {}


def test_the_command_says_the_same_the_second_time(edited: Edited, run: Run) -> None:
    for path, text in edited.texts.items():
        edited.write(path, text)
    for name in ("retitled", "dated", "another"):
        edited.change(name)
    first, second = (run("check", cwd=edited.project.root) for _ in range(2))
    assert (first.stdout, first.stderr, first.returncode) == (
        *(second.stdout, second.stderr, second.returncode),
    )
    assert "SHP011" in first.stdout
    assert "Replace me" in first.stdout


def test_settings_of_mkdocs_are_looked_at_again_when_they_change(edited: Edited, run: Run) -> None:
    for path, text in edited.texts.items():
        edited.write(path, text)
    root = edited.project.root
    config, text = root / "mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8")
    for theme, code in (("material", 0), ("mkdocs", 1), ("material", 0)):
        config.write_text(text.replace("name: material", f"name: {theme}"), encoding="utf-8")
        for _ in range(2):
            done = run("check", cwd=root)
            assert (done.returncode, "SET020" in done.stdout) == (code, bool(code)), done.stdout
