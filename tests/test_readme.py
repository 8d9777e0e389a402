"""What the README shows is what happens."""

import json
import re

from click.testing import CliRunner

from playbook.cli import main
from projects import ROOT, Project, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.+?)```", README, re.DOTALL)[0]
ANSWER = re.findall(r"```\n(content/.+?)\n```", README, re.DOTALL)[0]
FILE = EXAMPLE.split("\n")[0].removeprefix("# content/")


def test_the_example_is_a_whole_artifact(project: Project, run: Run) -> None:
    project.write({FILE: EXAMPLE})
    checked = run("check", "--strict", cwd=project.root)
    assert (checked.returncode, checked.stdout) == (0, "All is well: 1 artifact checked.\n")


def test_a_mistake_in_the_example_gets_the_answer_shown(project: Project, run: Run) -> None:
    project.write({FILE: EXAMPLE.replace("- tries-one", "- tries-on")})
    checked = run("check", cwd=project.root)
    assert (checked.returncode, checked.stdout) == (1, f"{ANSWER}\n")


def test_the_flow_gets_the_answer_shown(project: Project, run: Run) -> None:
    play = (ROOT / "tests" / "kinds" / "play" / "barest.yml").read_text(encoding="utf-8")
    flow = re.findall(r"```yaml\n(flow:.+?)```", README, re.DOTALL)[0]
    answer = re.findall(r"```\n('.+?)\n```", README, re.DOTALL)[0]
    project.write({"lend-a-bike.yml": play + flow})
    checked = run("check", "--format", "json", cwd=project.root)
    assert [
        each["message"] for each in json.loads(checked.stdout) if each["severity"] == "error"
    ] == [answer]


def test_every_command_is_in_the_readme() -> None:
    shown = CliRunner().invoke(main, ["--help"]).stdout
    listed = re.findall(r"^  ([a-z]+)  +\S", shown.partition("Commands:")[2], re.MULTILINE)
    assert len(listed) > 1
    assert [name for name in listed if f"`playbook {name}" not in README] == []
