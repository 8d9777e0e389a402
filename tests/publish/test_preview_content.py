"""A preview that reads only what has changed knows what one knows that reads all."""

from pathlib import Path

from playbook.project import load_project
from playbook.publish.live_site import LiveSite
from projects import Project, make_project

ORIGIN = "http://127.0.0.1:8000"
PLAY, SNAPSHOT = "watch-a-repair.yml", "ida-tandem.yml"
PAGES = ("/", "/plays/watch-a-repair/", "/maps/first-ride/", "/trees/more-rides/")


def test_problems_and_pages_after_edits_are_those_of_a_fresh_preview(
    one_of_each: Project, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "copy", content=False)
    for path in one_of_each.content.rglob("*.yml"):
        project.write({path.name: path.read_text(encoding="utf-8")})
    texts = {
        name: (project.content / name).read_text(encoding="utf-8") for name in (PLAY, SNAPSHOT)
    }
    live = LiveSite(project.root, ORIGIN)
    live.read()

    def edit(**edits: str) -> None:
        """Replace files by others, or by nothing."""
        for name, text in edits.items():
            path = project.content / f"{name.replace('_', '-')}.yml"
            path.write_text(text, encoding="utf-8") if text else path.unlink()
        live.read()
        list(live.content.judge_anew())

    def is_as_fresh() -> bool:
        fresh = LiveSite(project.root, ORIGIN)
        fresh.read()
        same = [live.answer(url) == fresh.answer(url) for url in PAGES]
        return all(same) and live.content.problems == load_project(project.root).problems

    edit(watch_a_repair=texts[PLAY].replace("title: Watch a repair", "title: Look at a repair"))
    assert is_as_fresh()
    edit(watch_a_repair=texts[PLAY].replace("title: Watch a repair", "titel: Watch a repair"))
    assert live.content.breaking
    edit(watch_a_repair=texts[PLAY])
    assert is_as_fresh()
    edit(ida_tandem="")
    assert live.content.breaking
    assert live.content.problems == load_project(project.root).problems
    edit(ida_tandem=texts[SNAPSHOT])
    assert is_as_fresh()
