"""Whatever stands in mkdocs.yml, each command answers."""

import re
from itertools import pairwise

import pytest

from projects import Project, Run

PLAY = """\
kind: play
title: Look
summary: For the machine.
purpose: To see what it does.
time: 10
steps: [{title: Look}]
"""
PLUGINS = "plugins: [search, {playbook: {site: true}}]\n"
REST = f"theme: {{name: material}}\n{PLUGINS}"
CODED = re.compile(r"\w+\.yml:\d+:\d+: (?:SET|SHP|SRC)\d{3} ")
CONFIGS = {
    "empty": "",
    "a-list": "- site_name\n",
    "a-word": "site_name",
    "a-number": "3",
    "null": "~",
    "not-yaml": "site_name: [",
    "tabs": "site_name:\t\tx\n\tplugins: y\n",
    "not-text": "\x00\x01\x02",
    "no-plugins": "site_name: x\ntheme: {name: material}\n",
    "without-us": "site_name: x\ntheme: {name: material}\nplugins: [search]\n",
    "missing-plugin": f"site_name: x\n{REST}  ".replace("}]", "}, nope]"),
    "plugins-word": "site_name: x\nplugins: playbook\n",
    "plugins-number": "site_name: x\nplugins: 3\n",
    "missing-theme": f"site_name: x\ntheme: nope\n{PLUGINS}",
    "other-theme": f"site_name: x\ntheme: mkdocs\n{PLUGINS}",
    "theme-number": f"site_name: x\ntheme: 3\n{PLUGINS}",
    "missing-extension": f"site_name: x\n{REST}markdown_extensions: [nope]\n",
    "unknown-key": f"site_name: x\nnope: 3\n{REST}",
    "key-is-a-list": f"site_name: x\n? [a]\n: b\n{REST}",
    "key-is-a-number": f"site_name: x\n3: b\n{REST}",
    "key-is-null": f"site_name: x\n~: b\n{REST}",
    "missing-parent": f"INHERIT: nope.yml\n{REST}",
    "parent-number": f"INHERIT: 3\n{REST}",
    "parent-itself": f"INHERIT: mkdocs.yml\n{REST}",
    "parent-folder": f"INHERIT: content\n{REST}",
    "parent-not-yaml": f"INHERIT: broken.yml\n{REST}",
    "parent-list": f"INHERIT: list.yml\n{REST}",
    "env": f"site_name: !ENV [A, B, {{c: d}}]\n{REST}",
    "env-word": f"site_name: !ENV NOT_THERE\n{REST}",
    "env-map": f"site_name: !ENV {{a: b}}\n{REST}",
    "env-in-url": f"site_name: x\nsite_url: !ENV [NOT_THERE, 3]\n{REST}",
    "python": f"site_name: !!python/object/apply:os.getcwd []\n{REST}",
    "relative": f"site_name: !relative $docs_dir\n{REST}",
    "name-list": f"site_name: [a]\n{REST}",
    "url": f"site_name: x\nsite_url: nope\n{REST}",
    "url-number": f"site_name: x\nsite_url: 3\n{REST}",
    "nav-number": f"site_name: x\nnav: 3\n{REST}",
    "nav-missing": f"site_name: x\nnav: [nope.md]\n{REST}",
    "hooks": f"site_name: x\nhooks: [nope.py]\n{REST}",
    "custom-dir": f"site_name: x\ntheme: {{name: material, custom_dir: nope}}\n{PLUGINS}",
    "strict-word": f"site_name: x\nstrict: perhaps\n{REST}",
    "site-dir-number": f"site_name: x\nsite_dir: 3\n{REST}",
    "site-dir-null": f"site_name: x\nsite_dir:\n{REST}",
    "site-dir-root": f"site_name: x\nsite_dir: .\n{REST}",
    "site-dir-content": f"site_name: x\nsite_dir: content/site\n{REST}",
    "docs-dir-missing": f"site_name: x\ndocs_dir: nope\n{REST}",
    "docs-dir-number": f"site_name: x\ndocs_dir: 3\n{REST}",
    "docs-dir-file": f"site_name: x\ndocs_dir: hook.py\n{REST}",
    "extra-list": f"site_name: x\nextra: [a]\n{REST}",
    "extra-css": f"site_name: x\nextra_css: 3\n{REST}",
    "dev-addr": f"site_name: x\ndev_addr: nope\n{REST}",
    "deep": "site_name: " + "[" * 2000,
    "bomb": "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise("abcdefghijk")),  # noqa: E501 - a script, YAML or a title, as it is
}  # fmt: skip
FINE = {"unknown-key", "key-is-a-number", "key-is-null", "nav-missing", "site-dir-null"}
"""What MkDocs builds with all the same."""
OTHERS = [
    ["announce", "2026-03"],
    ["new", "play", "another"],
    ["handouts", "look#nope"],
    ["export", "out"],
    ["doctor"],
]


@pytest.mark.parametrize("config", CONFIGS)
def test_what_no_build_can_use_is_a_problem_at_its_line(
    project: Project, run: Run, config: str
) -> None:
    text = CONFIGS[config]
    if "site_name: x" in text and "docs_dir" not in text:
        text = f"docs_dir: content\n{text}"
    if config in FINE:
        text += "extra: {handouts: false, reference: false}\n"
    project.write({"look.yml": PLAY})
    (project.root / "mkdocs.yml").write_text(text)
    (project.root / "broken.yml").write_text("a: [")
    (project.root / "list.yml").write_text("- a")
    checked, built = (run(command, cwd=project.root) for command in ("check", "build"))
    assert checked.returncode == built.returncode == (0 if config in FINE else 1), built.stderr
    problems = [line for line in checked.stdout.splitlines() if CODED.match(line)]
    assert bool(problems) is (config not in FINE)
    assert [line for line in problems if line not in built.stderr and ": SHP" not in line] == []
    assert "Traceback" not in checked.stderr + built.stderr


@pytest.mark.parametrize(
    "config", ["a-number", "not-yaml", "parent-itself", "deep", "bomb", "docs-dir-missing"]
)
@pytest.mark.parametrize("command", OTHERS, ids=lambda command: command[0])
def test_each_other_command_answers(
    project: Project, run: Run, config: str, command: list[str]
) -> None:
    project.write({"look.yml": PLAY})
    (project.root / "mkdocs.yml").write_text(CONFIGS[config])
    done = run(*command, cwd=project.root)
    assert done.returncode in {0, 1, 2}
    assert "Traceback" not in done.stderr


def test_the_folder_of_the_content_may_be_called_otherwise(project: Project, run: Run) -> None:
    project.write({"look.yml": PLAY})
    project.content.rename(project.root / "other")
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("docs_dir: content", "docs_dir: other"))
    assert "other/look.yml:1:1: SHP" not in run("check", cwd=project.root).stdout
    assert run("build", cwd=project.root).returncode == 0
    assert (project.root / "site" / "plays" / "look" / "index.html").is_file()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("nav: [{X: 'http://['}]", "mkdocs.yml:LINE:6: SET020 'http://[' is not an address"),
        (
            "nav: [{X: [{Y: 'https://[x]/'}]}]",
            "mkdocs.yml:LINE:6: SET020 'https://[x]/' is not an address",
        ),
        ("exclude_docs: plays/", "mkdocs.yml:LINE:15: SET020 'exclude_docs' leaves out 'look.yml'"),
        ("draft_docs: look.md", "mkdocs.yml:LINE:13: SET020 'draft_docs' leaves out 'look.yml'"),
        (
            "exclude_docs: look.yml",
            "mkdocs.yml:LINE:15: SET020 'exclude_docs' leaves out 'look.yml'",
        ),
        (
            "docs_dir: content",
            "mkdocs.yml:LINE:1: SET020 'docs_dir' is written twice (first on line 3)",
        ),
        ("\tx: y", "mkdocs.yml:LINE:1: SRC001 this is not YAML: a tab"),
        ("edit_uri: [1]", "mkdocs.yml:LINE:11: SET020 'edit_uri'"),
    ],
)
def test_a_setting_that_spoils_pages_is_a_problem_of_check_and_build(
    project: Project, run: Run, line: str, answer: str
) -> None:
    project.write({"look.yml": PLAY})
    config = project.root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}{line}\n")
    wanted = answer.replace("LINE", str(len(config.read_text().splitlines())))
    if "draft_docs" in line:
        config.write_text(config.read_text().replace("look.md", "plays/look.md"))
    for command in ("check", "build"):
        done = run(command, cwd=project.root)
        (problem,) = [
            each for each in (done.stdout + done.stderr).splitlines() if CODED.match(each)
        ]
        assert problem.startswith(wanted)
        assert done.returncode == 1


def test_what_is_inherited_is_answered_in_its_own_file(project: Project, run: Run) -> None:
    project.write({"look.yml": PLAY})
    config = project.root / "site_config" / "site.yml"
    text = re.sub("^edit_uri:.*", "edit_uri: 12", config.read_text(), flags=re.MULTILINE)
    config.write_text(text)
    line = text.splitlines().index("edit_uri: 12") + 1
    assert (
        f"site_config/site.yml:{line}:11: SET020 'edit_uri'"
        in run("check", cwd=project.root).stdout
    )


def test_our_pages_need_no_extension_to_be_named(project: Project, run: Run) -> None:
    project.write({"look.yml": PLAY})
    pages = []
    for text in (REST, f"{REST}markdown_extensions: [attr_list, md_in_html, tables]\n"):
        (project.root / "mkdocs.yml").write_text(
            "INHERIT: site_config/site.yml\ndocs_dir: content\nextra: {handouts: false}\n" + text
        )
        assert run("build", cwd=project.root).returncode == 0
        pages.append((project.root / "site" / "plays" / "look" / "index.html").read_text())
    assert pages[0] == pages[1]


def test_somebodys_hook_that_fails_is_named(project: Project, run: Run) -> None:
    (project.root / "hook.py").write_text("def on_config(config):\n    raise KeyError('theirs')\n")
    config = project.root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}hooks: [hook.py]\n")
    done = run("build", cwd=project.root)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "Error: 'hook.py', line 2, fails: KeyError: 'theirs'"
