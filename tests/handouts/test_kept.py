from pathlib import Path

from handouts.scripts import PLAY
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import Print, print_handouts
from playbook.project import load_project
from projects import Project

NOTE = (
    "message: {title: Note, to: All, lines: [{title: Why, template: Because, example: It rains}]}"
)


def printed(project: Project, folder: Path, copies: int = 8) -> list[Print]:
    loaded = load_project(project.root)
    cache = PictureCache(folder)
    return list(
        print_handouts(
            list_all_handouts(loaded.library, loaded.settings, Order(copies), cache), cache
        )
    )


def kept(cache: Path) -> set[str]:
    return {path.name for path in cache.glob("*.pdf")}


def test_an_edit_to_an_exercise_prints_only_what_it_is_in(project: Project, tmp_path: Path) -> None:
    project.write(
        {
            "one.yml": PLAY.format(title="One", step="Ask"),
            "two.yml": PLAY.format(title="Two", step="Ask"),
        }
    )
    before = {each.path: each.content for each in printed(project, tmp_path / "cache")}
    first = kept(tmp_path / "cache")
    assert len(first) == len(before) == 2 * 2 * 4
    project.write({"one.yml": PLAY.format(title="One", step="Ask twice")})
    after = {each.path: each.content for each in printed(project, tmp_path / "cache")}
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {
        f"handouts/plays/one/{name}.{paper}.pdf"
        for name in ("pack", "worksheet-first")
        for paper in ("a4", "letter")
    }
    assert len(kept(tmp_path / "cache") - first) == len(changed)


def test_how_many_come_changes_what_the_cover_says(project: Project, tmp_path: Path) -> None:
    project.write({"one.yml": PLAY.format(title="One", step="Ask") + NOTE})
    before = {each.path: each.content for each in printed(project, tmp_path / "cache")}
    after = {each.path: each.content for each in printed(project, tmp_path / "cache", copies=12)}
    assert {path for path in after if after[path] != before[path]} == {
        f"handouts/plays/one/pack.{paper}.pdf" for paper in ("a4", "letter")
    }
