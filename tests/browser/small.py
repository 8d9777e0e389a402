"""A small site: what a page costs a browser grows with what is on it."""

from pathlib import Path

from projects import Project, leave_out_handouts, make_project, run_playbook

PLAY = {
    "kind": "play",
    "title": "A play",
    "summary": "For the browser.",
    "purpose": "To be looked at.",
    "time": 10,
    "steps": [{"title": "Look"}],
}
"""What every play says."""


def build_small_site(root: Path, files: dict[str, str]) -> Project:
    """Return a project with these files and no sheets, built into site/."""
    project = make_project(root, content=False)
    leave_out_handouts(project)
    project.write(files)
    built = run_playbook("build", cwd=project.root)
    assert built.returncode == 0, built.stderr
    return project
