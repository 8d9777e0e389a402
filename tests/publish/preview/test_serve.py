"""The live preview shows an edit, and outlives a mistake."""

import shutil
import socket

import pytest

from previewing import ON_A_FULL_DISK, hear, previewing
from projects import Project, Run, leave_out_handouts

PLAY = """kind: play
title: {title}
summary: For the preview.
purpose: To see an edit.
time: 10
steps: [{{title: Look}}]
"""


def test_a_preview_starts_on_a_mistake_shows_each_edit_and_outlives_the_next_mistake(
    project: Project,
) -> None:
    """Links in circles beside the content keep it from nothing of this."""
    project.write({"look.yml": PLAY.format(title="[]"), ".hidden/notes.md": "# Notes"})
    for name in ("loop", "pool"):
        (project.content / ".hidden" / name).symlink_to(".", target_is_directory=True)
    with previewing(project.root) as preview:
        page = "/plays/look/"
        assert preview.read_mistake("/", "content/look.yml:2:8")["code"] == "SHP004"
        mistake = preview.read_mistake(page, "content/look.yml:2:8")
        assert mistake["lines"][1] == [2, "title: []"]
        assert "There is no page at this address" in preview.get(page)
        project.write(
            {"look.yml": PLAY.format(title="Before"), "other.yml": PLAY.format(title="O")}
        )
        assert preview.read_page(page, "Before") == []
        other = PLAY.format(title="Else")
        project.write({"look.yml": PLAY.format(title="[]"), "other.yml": other})
        assert preview.read_mistake(page, "content/look.yml:2:8")
        assert "Before" in preview.get(page)
        assert "Else" in preview.get("/plays/other/")
        assert preview.read_page("/plays/other/", "Else") == []
        project.write({"look.yml": PLAY.format(title="After")})
        assert preview.read_page(page, "After") == []
        terms = preview.get("/search/terms/0.js")
        assert "after" in terms
        assert "before" not in terms


HEADS = [
    "template: nope.html",
    "template: main.html",
    "search: 3",
    "hide: 5",
    "title: [a]",
    "source: {a: b}",
]


def test_front_matter_that_no_theme_can_use_is_a_problem_in_the_preview(project: Project) -> None:
    for number, head in enumerate(HEADS):
        project.write({f"notes-{number}.md": f"---\n{head}\n---\n# Notes\n"})
    (project.content / "odd.md").write_bytes("# Odd".encode("utf-16"))
    with previewing(project.root) as preview:
        for number, _ in enumerate(HEADS):
            preview.shown = preview.seen = ""
            [mistake] = preview.wait(f"/notes-{number}/")
            assert mistake["place"] == f"content/notes-{number}.md:2:1"
            assert "<h1" in preview.get(f"/notes-{number}/")


def test_a_port_that_is_taken_is_said_in_one_line(project: Project, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("serve", "--address", address, cwd=project.root)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"Can't listen on {address}: ")


@pytest.mark.parametrize("address", ["here", "127.0.0.1:http", "127.0.0.1:70000", "::1"])
def test_an_address_that_is_none_is_said_in_one_line(
    project: Project, run: Run, address: str
) -> None:
    done = run("serve", "--address", address, cwd=project.root)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"Can't listen on {address}: ")


HOOK = """from pathlib import Path

def on_pre_build(config):
    if Path("stop").exists():
        raise ValueError("not today")
"""


def test_what_stops_a_preview_is_said_in_one_line_and_leaves_it_as_it_was(
    project: Project,
) -> None:
    project.write({"look.yml": PLAY.format(title="Before")})
    stop, config = project.root / "stop", project.root / "mkdocs.yml"
    (project.root / "hook.py").write_text(HOOK, encoding="utf-8")
    text = f"{config.read_text(encoding='utf-8')}\nhooks: [hook.py]\n"
    config.write_text(text, encoding="utf-8")
    page = "/plays/look/"
    with previewing(project.root) as preview:
        assert preview.read_page(page, "Before") == []
        stop.touch()
        project.write({"look.yml": PLAY.format(title="After")})
        stands = hear(preview.said, "The preview still shows")
        assert stands == "The preview still shows the last good version: ValueError: not today\n"
        mistake = preview.read_mistake(page, "The preview still shows the last good version")
        assert mistake["message"] == "ValueError: not today"
        stop.unlink()
        config.write_text("{{{", encoding="utf-8")
        assert hear(preview.said, "mkdocs.yml:1:").startswith("mkdocs.yml:1:3: ")
        assert preview.read_mistake(page, "mkdocs.yml:1:3")
        assert "Before" in preview.get(page)
        config.write_text(text, encoding="utf-8")
        assert preview.read_page(page, "After") == []


def test_a_preview_stays_up_whatever_becomes_of_its_files(project: Project) -> None:
    """A deleted folder, a branch switched underneath, another preview of the same project."""
    project.write({"look.yml": PLAY.format(title="Before")})
    page, away = "/plays/look/", project.root / "away"
    with previewing(project.root) as preview, previewing(project.root) as other:
        assert preview.read_page(page, "Before") == []
        assert other.read_page(page, "Before") == []
        project.content.rename(away)
        assert preview.read_mistake(page, "mkdocs.yml:3:11")
        project.write({"look.yml": PLAY.format(title="Another branch")})
        assert preview.read_page(page, "Another branch") == []
        shutil.rmtree(project.content)
        away.rename(project.content)
        assert preview.read_page(page, "Before") == []
        assert other.read_page(page, "Before") == []
        config = project.root / "site_config"
        config.rename(away)
        assert preview.read_mistake(page, "mkdocs.yml:1:10")
        away.rename(config)
        preview.wait_until_fixed(page)
        (project.content / "look.yml").unlink()
        assert preview.read_page(page, "There is no page at this address") == []


TREE = """kind: opportunity-tree
title: More rides
summary: For the preview.
outcome: {title: More rides, type: business, metric: Rides a week}
opportunities: [{title: No part fits}]
"""


def test_a_full_disk_is_said_once_and_every_page_can_be_looked_at(project: Project) -> None:
    project.write({"look.yml": PLAY.format(title="Before"), "tree.yml": TREE})
    with previewing(project.root, ON_A_FULL_DISK) as preview:
        page = "/trees/tree/"
        assert preview.read_page(page, "<svg") == []
        said = hear(preview.said, "none can be kept")
        assert said.endswith("the disk is full: free some space, then try again\n")
        project.write({"tree.yml": TREE.replace("More rides", "Fewer rides")})
        assert preview.read_page(page, "Fewer rides") == []
        assert "Before" in preview.get("/plays/look/")
        assert not (project.root / ".cache").exists()


def test_mkdocs_serve_shows_an_edit_and_a_mistake(project: Project) -> None:
    leave_out_handouts(project)
    project.write({"look.yml": PLAY.format(title="Before")})
    with previewing(project.root, ["mkdocs"]) as preview:
        page = "/plays/look/"
        assert "Before" in preview.get(page)
        project.write({"look.yml": PLAY.format(title="[]")})
        hear(preview.said, "Reloading browsers")
        assert "look.yml:2:8: SHP004" in preview.get("/")
        assert "Before" in preview.get(page)
        project.write({"look.yml": PLAY.format(title="After")})
        hear(preview.said, "Reloading browsers")
        assert "After" in preview.get(page)
