import sys
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from projects import Project, Run


def test_all_that_a_build_needs_is_said_with_its_version(own_project: Project, run: Run) -> None:
    done = run("doctor", cwd=own_project.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"ok       Python {'.'.join(map(str, sys.version_info[:3]))} on " in done.stdout
    needed = [Requirement(line).name for line in requires("discovery-playbook") or []]
    assert "mkdocs-material" in needed
    assert [
        name for name in needed if f"ok       {name} {version(name)}\n" not in done.stdout
    ] == []
    assert "ok       graphviz " in done.stdout.split("All that")[0]
    assert "missing" not in done.stdout
    assert done.stdout.endswith("All that a build needs is here.\n")


def test_an_empty_folder_lacks_a_playbook(run: Run, tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    missing = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("missing")]
    assert missing == ["content", "mkdocs.yml", "site_config/site.yml"]
    assert "go to the playbook's folder, or name it with -C FOLDER" in done.stdout
    assert done.stdout.endswith("Some of what a build needs is missing.\n")


@pytest.mark.parametrize(
    ("names", "said"), [((), "without  a browser"), (("chromium",), "ok       browser chromium")]
)
def test_a_browser_is_good_to_have_and_not_needed(
    own_project: Project, run: Run, tmp_path: Path, names: tuple[str, ...], said: str
) -> None:
    for name in names:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    done = run("doctor", cwd=own_project.root, PATH=str(tmp_path))
    assert done.returncode == 0
    assert said in done.stdout


def test_a_package_that_is_missing_is_named_with_its_remedy(
    own_project: Project, run: Run, tmp_path: Path
) -> None:
    info = tmp_path / "discovery_playbook-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: discovery-playbook\nVersion: 0.1.0\n"
        "Requires-Dist: click>=8.1\nRequires-Dist: lost-one>=2\n"
    )
    done = run("doctor", cwd=own_project.root, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "missing  lost-one, needed to build the site: pip install lost-one\n" in done.stdout
    assert f"ok       click {version('click')}\n" in done.stdout
