"""A command works below a playbook's folder as in it, and `-C` counts before that."""

from pathlib import Path

import pytest

from projects import Project, Run


@pytest.mark.parametrize("folder", ["content/maps", "site_config", "some/deep folder"])
def test_a_folder_above_is_found(project: Project, run: Run, folder: str) -> None:
    below = project.root / folder
    below.mkdir(parents=True, exist_ok=True)
    done = run("new", "play", "ours", cwd=below)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project.content / "plays" / "ours.yml").is_file()
    assert "1 artifact checked" in run("check", cwd=below).stdout
    named = run("-C", ".", "check", cwd=below)
    assert (named.returncode, "no playbook here: 'playbook init'" in named.stderr) == (2, True)


def test_one_without_our_plugin_is_passed_over_and_init_begins_where_it_is(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Other\nplugins: [search]\n")
    below = tmp_path / "below"
    below.mkdir()
    assert "there is no playbook here: 'playbook init' begins one" in run("check", cwd=below).stderr
    (tmp_path / "mkdocs.yml").write_text("site_name: Other\nplugins: [playbook]\n")
    assert "'docs/discovery', the folder for the YAML, isn't there yet" in (
        run("check", cwd=below).stderr
    )
    assert run("init", cwd=below).returncode == 0
    assert (below / "mkdocs.yml").is_file()
