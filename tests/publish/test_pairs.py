"""Two builds at once leave a site that is whole: a few pairs here, `make pairs` runs twenty."""

import os
import subprocess
import time
from pathlib import Path

from built import files
from large import MAP
from projects import PYTHON, Project, Run

COUNT = int(os.environ.get("PLAYBOOK_PAIRS", "2"))
DELAYS = [number / COUNT for number in range(COUNT)]
"""How many seconds lie between the starts, which is what is tested here, and so must pass."""
BUILDERS = ["playbook", "mkdocs", "playbook", "playbook"]
VERSIONS = (
    {"one.yml": MAP.format(title="One")},
    {"two.yml": MAP.format(title="Two"), "both.yml": MAP.format(title="2")},
)
ENV = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def write_version(project: Project, number: int) -> None:
    for version in VERSIONS:
        for name in version:
            (project.content / name).unlink(missing_ok=True)
    project.write(VERSIONS[number % 2])


def start(builder: str, root: Path) -> "subprocess.Popen[str]":
    command = [*PYTHON, "-m", builder, "build"]
    return subprocess.Popen(
        command, cwd=root, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


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
        with start(BUILDERS[number % 4], project.root) as first:
            time.sleep(delay)
            with start(BUILDERS[(number + 1) % 4], project.root) as second:
                outputs = [build.communicate()[0] for build in (first, second)]
        assert (first.returncode, second.returncode) == (0, 0), outputs
        assert files(project.root / "site") == whole[number % 2]
        assert not list(project.root.glob(".site*"))
