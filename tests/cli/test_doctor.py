import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

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


def test_outside_of_a_project_it_says_what_is_installed(run: Run, tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "without  a playbook in this folder: 'playbook init' begins one\n" in done.stdout
    assert done.stdout.endswith("All that a build needs is here.\n")


def test_half_a_project_lacks_the_other_half(project: Project, run: Run) -> None:
    (project.root / "mkdocs.yml").unlink()
    done = run("doctor", cwd=project.root)
    assert (done.returncode, done.stderr) == (1, "")
    assert "missing  mkdocs.yml in this folder: go to the playbook's folder" in done.stdout
    assert done.stdout.endswith("Some of what a build needs is missing.\n")


def test_what_makes_writing_easy_is_said_with_how_to_add_it(project: Project, run: Run) -> None:
    config = project.root / "mkdocs.yml"
    today = config.read_text(encoding="utf-8")
    config.write_text(f"{today.split('  - playbook')[0]}  - playbook\n", encoding="utf-8")
    as_guest = run("doctor", cwd=project.root)
    assert as_guest.returncode == 1
    assert "missing  'content/discovery', the folder for the YAML, isn't there yet: " in (
        as_guest.stdout
    )
    assert "'playbook new play first-look' makes it" in as_guest.stdout
    assert "site: true" not in as_guest.stdout
    config.write_text(today.replace("playbook", "other"), encoding="utf-8")
    without_us = run("doctor", cwd=project.root).stdout
    assert "missing  our plugin in mkdocs.yml: write '- playbook' below 'plugins:'" in without_us
    config.write_text(today, encoding="utf-8")
    assert list_lacks(project, run) == [
        "completion in Visual Studio Code",
        "the schema that editors complete from",
        "a check before each commit",
        "a workflow that checks and publishes",
        "a pinned version, for all to build the same",
    ]
    assert run("init", "--yes", "--host", "gitlab", cwd=project.root).returncode == 0
    assert list_lacks(project, run) == []
    (project.root / "requirements.txt").write_text("discovery-playbook==0.0.9\n")
    (project.root / ".vscode" / "playbook.schema.json").write_text("{}")
    (project.root / ".gitignore").write_text("/site/\n")
    subprocess.run(["git", "init", "--quiet"], cwd=project.root, check=True)  # noqa: S607 - git of this machine
    assert list_lacks(project, run) == [
        "a schema of this version in .vscode/playbook.schema.json",
        "the check before each commit in this clone, as .pre-commit-config.yaml has it",
        "a line '/.cache/' in .gitignore, for what is made here",
        "the version that requirements.txt pins, 0.0.9",
    ]
    (project.root / ".git" / "hooks" / "pre-commit").write_text("", encoding="utf-8")
    assert len(list_lacks(project, run)) == 3


def list_lacks(project: Project, run: Run) -> list[str]:
    done = run("doctor", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    return [
        line.removeprefix("without  ").split(": ")[0].split(", in")[0]
        for line in lines
        if line.startswith("without")
    ]


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
