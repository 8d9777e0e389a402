"""`playbook remove` takes an artifact out, and leaves what `check` accepts."""

import subprocess

import pytest

from projects import Project, Run

GLOSSARY = """\
kind: glossary
title: Our words
summary: The words that we use.   # stays
terms:
  # of the first
  - title: glance
    means: "See [[look|how to look]], or [[look]]: it's worth it."
    see: look
  - title: other
    means: >
      A word that
      leads to [[look]].
"""
PLAY = """\
kind: play
title: Look together
summary: What the team sees.
purpose: See it
time: 10
visibility: public
steps:
  - title: Look
"""
CLUB = """\
kind: club
title: A club
summary: We read.
book: novel
zone: Europe/Berlin
cadence: monthly
start: 2026-01-05
readings:
  - guide
"""
BOOK = """\
kind: book
title: A novel
summary: What happens.
by: Somebody
parts:
  - chapters:
      - {number: 1, title: One}
"""
GUIDE = """\
kind: reading-guide
title: A guide
summary: Read it.
book: novel
chapters: [1]
"""

PAGE = """\
---
title: About
---

We [[look]], and [[look|see]], or
[look *there*](plays/look.md#steps), `[[look]]`.
"""


@pytest.fixture
def linked(project: Project) -> Project:
    project.write(
        {
            "plays/look.yml": PLAY,
            "words.yml": GLOSSARY,
            "about.md": PAGE,
        }
    )
    return project


def test_it_shows_what_refers_to_it_and_changes_nothing(linked: Project, run: Run) -> None:
    done = run("remove", "look", cwd=linked.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "content/words.yml:7:12: '[[look|how to look]]' becomes 'how to look'",
        "content/words.yml:7:12: '[[look]]' becomes 'a play'",
        "content/words.yml:8:10: 'see: look' goes",
        "content/words.yml:10:12: '[[look]]' becomes 'a play'",
        "content/about.md:5:4: '[[look]]' becomes 'a play'",
        "content/about.md:5:18: '[[look|see]]' becomes 'see'",
        "content/about.md:6:1: '[look *there*](plays/look.md#steps)' becomes 'look *there*'",
        "This removes content/plays/look.yml, and changes 7 places in 2 other files.",
        "Nothing was changed: add --clean to remove it.",
    ]
    assert (linked.content / "words.yml").read_text(encoding="utf-8") == GLOSSARY


def test_it_cleans_up_in_the_text_itself(linked: Project, run: Run) -> None:
    done = run("remove", "look", "--clean", cwd=linked.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (linked.content / "plays" / "look.yml").exists()
    expected = (
        GLOSSARY.replace("[[look|how to look]], or [[look]]", "how to look, or a play")
        .replace("    see: look\n", "")
        .replace("[[look]]", "a play")
    )
    assert (linked.content / "words.yml").read_text(encoding="utf-8") == expected
    page = (linked.content / "about.md").read_text(encoding="utf-8")
    assert page.endswith("We a play, and see, or\nlook *there*, `[[look]]`.\n")
    assert run("check", cwd=linked.root).returncode == 0


def test_versions_that_are_kept_go_with_what_they_were(linked: Project, run: Run) -> None:
    linked.write({"plays/look.versions/2026-03-18.yml": PLAY})
    done = run("remove", "look", "--clean", cwd=linked.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "removes content/plays/look.yml, content/plays/look.versions, and" in done.stdout
    assert not (linked.content / "plays" / "look.versions").exists()
    assert run("check", cwd=linked.root).returncode == 0


def test_the_ends_of_lines_and_the_mark_at_the_top_stay(linked: Project, run: Run) -> None:
    for name in ("words.yml", "about.md"):
        path = linked.content / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("remove", "look", "--clean", cwd=linked.root).returncode == 0
    for name in ("words.yml", "about.md"):
        raw = (linked.content / name).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") == raw.count(b"\r\n") > 4
        assert b"a play" in raw


def test_what_cannot_do_without_is_named_and_goes_when_it_is_asked_for(
    project: Project, run: Run
) -> None:
    project.write({"novel.yml": BOOK, "guide.yml": GUIDE, "club.yml": CLUB})
    done = run("remove", "novel", "--clean", cwd=project.root)
    assert done.returncode == 1
    assert "content/club.yml:4:7: 'club' can't do without 'novel'" in done.stdout
    assert "remove those as well, with 'playbook remove novel club --clean'" in done.stderr
    assert (project.content / "novel.yml").exists()
    done = run("remove", "novel", "club", "guide", "--clean", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(project.content.rglob("*.yml")) == []


@pytest.mark.parametrize(
    ("name", "code", "answer"),
    [
        ("lok", 2, "'lok' is not the id of anything (did you mean 'look'?)"),
        ("\x1b[2J", 2, r"'\x1b[2J' is not the id of anything"),
    ],
)
def test_an_unknown_id_is_answered(
    linked: Project, run: Run, name: str, code: int, answer: str
) -> None:
    done = run("remove", name, cwd=linked.root)
    assert done.returncode == code
    assert answer in done.stderr


def test_a_file_that_is_deleted_already_is_put_back_first(linked: Project, run: Run) -> None:
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=linked.root, check=True)  # noqa: S607 - git of this machine
    (linked.content / "plays" / "look.yml").unlink()
    done = run("remove", "look", cwd=linked.root)
    assert done.returncode == 2
    assert "already been deleted: 'git restore content/plays/look.yml' puts it back" in done.stderr


def test_nothing_is_removed_while_a_file_cannot_be_read(linked: Project, run: Run) -> None:
    linked.write({"broken.yml": "kind: play\ntitle: [\n"})
    done = run("remove", "look", "--clean", cwd=linked.root)
    assert done.returncode == 1
    assert "'broken' can't be read" in done.stderr
    assert (linked.content / "plays" / "look.yml").exists()


def test_what_only_a_person_can_change_keeps_it_from_being_removed(
    linked: Project, run: Run
) -> None:
    linked.write({"more.md": "# More\n\n[Look][1]\n\n[1]: plays/look.md\n"})
    done = run("remove", "look", "--clean", cwd=linked.root)
    assert done.returncode == 1
    assert "content/more.md:5:6: the address 'plays/look' will lead nowhere" in done.stdout
    assert "nothing was changed" in done.stderr
    assert (linked.content / "plays" / "look.yml").exists()


def test_the_guides_of_a_club_that_goes_are_named(project: Project, run: Run) -> None:
    second = CLUB.replace("  - guide", "  - guide\n  - other")
    project.write({"novel.yml": BOOK, "guide.yml": GUIDE, "other.yml": GUIDE})
    project.write({"club.yml": CLUB, "second.yml": second})
    shown = run("remove", "second", cwd=project.root)
    assert "nothing refers to 'other': 'playbook remove second other' takes it out" in shown.stdout
    assert "out as well" not in run("remove", "club", cwd=project.root).stdout
    both = run("remove", "club", "second", cwd=project.root).stdout
    assert "content/second.yml: nothing else refers to them." in both
    assert "takes them out as well.\nNothing was changed: add --clean to remove them." in both
    done = run("remove", "second", "--clean", cwd=project.root)
    left = "Nothing refers to 'other' any more: 'playbook remove other --clean' takes it out"
    assert left in done.stdout
    assert run("remove", "other", "--clean", cwd=project.root).returncode == 0
