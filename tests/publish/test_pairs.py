"""Two builds at once leave a site that is whole: a few pairs here, `make pairs` runs twenty."""

import os

from built import files
from large import MAP
from projects import ROOT, Project, Run, run_forked

COUNT = int(os.environ.get("PLAYBOOK_PAIRS", "2"))
DELAYS = [(number + 1) / COUNT for number in range(COUNT)]
"""For how many seconds one stands still, its first page written, while the other starts."""
STARTED_APART = str(ROOT / "tests" / "started_apart.py")
BUILDERS = ["playbook", "mkdocs", "playbook", "playbook"]
VERSIONS = (
    {"one.yml": MAP.format(title="One")},
    {"two.yml": MAP.format(title="Two"), "both.yml": MAP.format(title="2")},
)


def write_version(project: Project, number: int) -> None:
    for version in VERSIONS:
        for name in version:
            (project.content / name).unlink(missing_ok=True)
    project.write(VERSIONS[number % 2])


def test_two_builds_at_once_leave_the_site_whole(project: Project, run: Run) -> None:
    whole = []
    for number in range(2):
        write_version(project, number)
        assert run("build", cwd=project.root).returncode == 0
        whole.append(files(project.root / "site"))
    assert set(whole[0]) != set(whole[1])
    for number, delay in enumerate(DELAYS):
        write_version(
            project, number
        )  # so that the site to come differs from the one that is there
        pair = BUILDERS[number % 4], BUILDERS[(number + 1) % 4]
        both = run_forked(STARTED_APART, str(delay), *pair, cwd=project.root)
        assert both.returncode == 0, both.stdout + both.stderr
        assert files(project.root / "site") == whole[number % 2]
        assert not list(project.root.glob(".site*"))
