"""CONTRIBUTING.md is true: what it lists for a rule, a block of a play and a command is all that
has to be touched.

They are added to a copy of the repository, each in just the files that its section names, and the
tests that look at every rule, field and command pass there. A kind is added in
kinds/test_fifth_kind.py, a sheet in handouts/test_new_sheet.py.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from built import files
from playbook.kinds import KINDS
from playbook.reference.lessons import load_lessons
from projects import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = r"^- \*\*{}\*\*.+?(?=^- \*\*|^Commit)"
BESIDE = ("README.md", "pyproject.toml", "mkdocs.yml", "site_config", "theme", "tests")
PACKAGE = "generator/playbook/"

CODE = next(
    code for code in (f"PL{number:03}" for number in count(1)) if code not in load_lessons(KINDS)
)
"""The next that is free."""
RULE = f'''\
@rule("{CODE}", "shouted-purpose")
def shouted_purpose(it: Play) -> Iterator[Finding]:
    """People read what shouts at them with half an ear.

    Bad:
        purpose: SEE IT
    Good:
        purpose: See it
    """
    if it.purpose.plain().isupper():
        yield Finding(("purpose",), "the purpose shouts: write it in small letters")


'''
CASE = """\
# expect: {expected}
kind: play
title: Look
summary: What the team sees.
purpose: {purpose}
time: 10
steps:
  - title: Look
"""

TOAST = '''\
"""A toast: what is said to those who helped."""

from playbook.model.part import Part
from playbook.text.inline import Text


class Toast(Part):
    """Words of thanks."""

    to: Text
    """Whom we thank."""
    words: Text | None = None
    """What we say."""
'''
TOAST_MACRO = """\
{% macro show(toast) %}
<span class="pb-fact">{{ _("To") }}</span> {{ toast.to }}
{%- if toast.words %} — {{ toast.words }}{% endif %}


{% endmacro %}
"""
IMPORT = '{% import "parts/scorecard.md.jinja" as scorecard with context %}\n'
FOOT = "{{ artifact.examples(it.examples) }}\n"
TOASTED = (
    '{% if it.toast %}\n## {{ _("A toast") }} { #Toast }\n\n{{ toast.show(it.toast) }}\n{% endif '
    "%}\n"
)

TALLY = '''\
"""`playbook tally`."""

from pathlib import Path

import click

from playbook.config.place import find_place


@click.command()
@click.pass_obj
def tally(root: Path) -> None:
    """Count the YAML files."""
    click.echo(f"{len([*find_place(root).content.rglob('*.yml')])} files")
'''
DOCTOR = "| `playbook doctor`"

TESTS = (
    "tests/rules/test_rules.py",
    "tests/reference",
    "tests/kinds/test_golden.py",
    "tests/test_language.py",
    "tests/test_readme.py",
    "tests/test_architecture.py",
)
CHOSEN = f"({CODE} or play or every or message or tally or cli)"
ELSEWHERE = ("new_file", "of_its_own", "template_has", "signpost", "club", "tree", "map", "book")
"""What the copy's tests need not look at: other kinds, and the template, which is renewed here."""
ASK = f"""\
from playbook.cli import main
for words in (["explain", "{CODE}"], ["schema", "play"], ["tally"]):
    main(words, standalone_mode=False)
"""


@dataclass(frozen=True)
class Addition:
    """A copy of what the program's tests need, and the section that says what to touch in it."""

    root: Path
    section: str

    def write(self, path: str, text: str, *, named: str = "") -> None:
        """Write a file that the section names, by its path or as `named` where that has a
        placeholder."""
        self.check_named(named or path)
        file = self.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, *changes: tuple[str, str], named: str = "") -> None:
        """Replace texts, each of which stands once, in a file that the section names."""
        self.check_named(named or path)
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} in {path}"
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")

    def check_named(self, path: str) -> None:
        """Fail where a contributor would not have been told of a file."""
        assert f"`{path.removeprefix(PACKAGE)}`" in self.section, (
            f"CONTRIBUTING.md must name {path}"
        )


def add(root: Path, subject: str) -> Addition:
    section = re.search(SECTION.format(subject), CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert section, f"CONTRIBUTING.md says nothing of **{subject}**"
    return Addition(root, section[0])


def copy_repository(root: Path) -> None:
    """Copy what the program's tests need, with what is compiled of it."""
    ignored = shutil.ignore_patterns("browser", "fuzz")
    shutil.copytree(ROOT / "generator", root / "generator", ignore=ignored)
    for name in BESIDE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=ignored)
        else:
            shutil.copy(source, root / name)


def run_python(root: Path, *command: str, **environment: str) -> str:
    """Return what a Python command prints in the copy, where it must succeed."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "generator"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def add_rule(rule: Addition) -> None:
    path = f"{PACKAGE}kinds/play/rules.py"
    text = (rule.root / path).read_text(encoding="utf-8")
    table = text[text.index("RULES = (") :]
    rules = table.rstrip().removesuffix(")").rstrip(", \n")
    longer = f"{rules}, shouted_purpose)\n"
    rule.edit(path, (table, RULE + longer), named="kinds/KIND/rules.py")
    bad = CASE.format(expected=f"{CODE} 5:10", purpose="SEE IT")
    rule.write(f"tests/rules/{CODE}/bad.yml", bad, named="tests/rules/PL007/bad.yml")
    good = CASE.format(expected="nothing", purpose="See it")
    rule.write(f"tests/rules/{CODE}/good.yml", good, named="good.yml")


def add_block(block: Addition) -> None:
    play, cases = f"{PACKAGE}kinds/play", "tests/kinds/play"
    block.write(f"{PACKAGE}parts/toast.py", TOAST, named="parts/NAME.py")
    block.write(f"{PACKAGE}parts/toast.md.jinja", TOAST_MACRO, named="parts/NAME.md.jinja")
    block.edit(
        f"{play}/model.py",
        (
            "from playbook.text.inline import Text\n",
            "from playbook.parts.toast import Toast\nfrom playbook.text.inline import Text\n",
        ),
        (
            "    examples: tuple[Ref, ...] = ()\n",
            (
                '    toast: Toast | None = None\n    """Whom to thank."""\n    examples: '
                "tuple[Ref, ...] = ()\n"
            ),
        ),
    )
    macro = IMPORT.replace("scorecard", "toast")
    block.edit(f"{play}/page.md.jinja", (IMPORT, IMPORT + macro), (FOOT, TOASTED + FOOT))
    block.edit(
        f"{play}/example.yml",
        ("visibility:", "toast: {to: The baker, words: Thank you}\nvisibility:"),
    )
    block.edit(
        f"{cases}/whole.yml",
        ("\nexamples:", "\ntoast: {to: The *baker*, words: Thanks}\nexamples:"),
    )
    hostile = '\ntoast: {to: "<b> | *x", words: "# {: .x }"}\nanti_patterns:'
    block.edit(f"{cases}/hostile.yml", ("\nanti_patterns:", hostile), named="hostile.yml")


def add_command(command: Addition) -> None:
    command.write(f"{PACKAGE}cli/tally.py", TALLY)
    command.edit(f"{PACKAGE}cli/__init__.py", ('    "doctor",\n', '    "doctor",\n    "tally",\n'))
    row = "| `playbook tally` | how many files there are |\n"
    command.edit("README.md", (DOCTOR, row + DOCTOR))


def test_a_rule_a_block_and_a_command_are_the_files_that_their_sections_name(
    tmp_path: Path,
) -> None:
    root = tmp_path / "copy"
    copy_repository(root)
    add_rule(add(root, "A rule"))
    add_block(add(root, "A block of a play"))
    add_command(add(root, "A command"))
    run_python(root, "generator/tools/languages.py")
    assert '"A toast"' in (root / "theme/languages/playbook.pot").read_text(encoding="utf-8")
    pytest = ("-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider")
    passed = run_python(
        root, *pytest, *TESTS, "-k", " and not ".join([CHOSEN, *ELSEWHERE]), PLAYBOOK_GOLDEN="write"
    )
    assert int(passed.split(" passed")[0].split()[-1]) > 200
    goldens, before = files(root / "tests/kinds"), files(ROOT / "tests/kinds")
    changed = {path for path in before if goldens[path] != before[path]}
    pages = {path for path in changed if path.endswith((".md", ".dot"))}
    assert pages == {"play/whole.md", "play/hostile.md"}
    assert b"## A toast { #Toast }" in goldens["play/whole.md"]
    answers = run_python(root, "-c", ASK)
    assert "People read what shouts" in answers
    assert "Whom to thank." in answers
    assert answers.endswith("\n0 files\n")
