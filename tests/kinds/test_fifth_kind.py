import shutil
from pathlib import Path

import pytest

from built import HOST, Page, files, pages
from projects import ROOT, Project, run_playbook, set_reference

FOLDER = {
    "__init__.py": '''\
"""Retrospectives: what a team takes from its last weeks."""

from playbook.library.kind import Kind
from playbook.kinds.retrospective.model import Retrospective

KIND = Kind(
    name="retrospective",
    title="Retrospective",
    plural="Retrospectives",
    folder="retrospectives",
    about="What a team takes from its last weeks.",
    model=Retrospective,
)
''',
    "model.py": '''\
"""What a retrospective says."""

from playbook.library.kind import Artifact
from playbook.text.inline import Text


class Retrospective(Artifact):
    """What went well, and what to try next."""

    tells_of_customers = False

    keep: tuple[Text, ...]
    """What went well."""
''',
    "example.yml": """\
kind: retrospective
title: Six weeks
summary: What we keep.
keep: [Writing on the same day]
""",
    "page.md.jinja": """\
{% import "artifact.md.jinja" as artifact with context %}
{{ artifact.head() }}
## Keep doing { #Keep }

{% for each in it.keep %}
- {{ each }}
{% endfor %}

{{ artifact.foot() }}
""",
}
REGISTRY = "kinds/__init__.py"
SIGNPOST = "from playbook.kinds.signpost import KIND as SIGNPOST\n"
RETROSPECTIVES = "from playbook.kinds.retrospective import KIND as RETROSPECTIVE\n"
RETROSPECTIVE = """\
kind: retrospective
title: Six weeks of interviews
summary: What we keep from the first six weeks.
keep:
  - Writing the *snapshot* on the same day, as in [[watch-a-repair]]
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("extended")
    shutil.copytree(ROOT / "generator", home / "generator")  # with what is compiled
    shutil.copytree(ROOT / "theme", home / "theme")
    kinds = home / "generator" / "playbook" / "kinds"
    (kinds / "retrospective").mkdir()
    for name, text in FOLDER.items():
        (kinds / "retrospective" / name).write_text(text)
    registry = kinds / "__init__.py"
    text = registry.read_text().replace(
        "    OPPORTUNITY_TREE,\n", "    OPPORTUNITY_TREE,\n    RETROSPECTIVE,\n"
    )
    registry.write_text(text.replace(SIGNPOST, RETROSPECTIVES + SIGNPOST))
    return home / "generator"


@pytest.fixture(scope="module")
def site(
    extended: Path, one_of_each: Project, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Page]:
    root = tmp_path_factory.mktemp("fifth") / "project"
    shutil.copytree(one_of_each.root, root, ignore=shutil.ignore_patterns("site"))
    set_reference(Project(root), on=True)
    Project(root).write(
        {
            "retrospectives/six-weeks.yml": RETROSPECTIVE,
            "notes/links.md": "# Notes\n\n[A rule](../rules/em101.md)\n",
        }
    )
    done = run_playbook("build", "--strict", cwd=root, PYTHONPATH=str(extended))
    assert (done.returncode, done.stderr) == (0, "")
    return {page.path: page for page in pages(root / "site")}


def test_a_new_kind_is_one_folder_and_the_registry(extended: Path) -> None:
    ours, theirs = (
        {path: text for path, text in files(package).items() if "__pycache__" not in path}
        for package in (ROOT / "generator" / "playbook", extended / "playbook")
    )
    changed = {path for path in theirs if theirs[path] != ours.get(path)}
    assert changed == {REGISTRY, *(f"kinds/retrospective/{name}" for name in FOLDER)}
    old, new = (each[REGISTRY].decode().splitlines() for each in (ours, theirs))
    assert len([line for line in new if line not in old]) <= 2


def test_the_new_kind_has_a_section_with_its_gallery(site: dict[str, Page]) -> None:
    section = site["retrospectives/index.html"]
    assert "What a team takes from its last weeks." in section.text
    assert f"{HOST}retrospectives/six-weeks/" in section.links


def test_the_new_kind_has_its_page(site: dict[str, Page]) -> None:
    page = site["retrospectives/six-weeks/index.html"]
    assert {"Top", "Keep"} <= set(page.ids)
    assert (
        "<li>Writing the <em>snapshot</em> on the same day, as in <a "
        'href="../../plays/watch-a-repair/">'
    ) in page.text
    assert page.edit is not None
    assert page.edit.endswith("/content/retrospectives/six-weeks.yml")


def test_the_new_kind_stands_on_the_home_page_and_in_the_tabs_of_every_other(
    site: dict[str, Page],
) -> None:
    assert (
        '<a href="retrospectives/">Retrospectives</a></strong> <span class="pb-count">1</span>'
        in site["index.html"].text
    )
    assert [path for path, page in site.items() if f"{HOST}retrospectives/" not in page.links] == []


def test_the_new_kind_is_linked_back_from_what_it_refers_to(site: dict[str, Page]) -> None:
    assert f"{HOST}retrospectives/six-weeks/" in site["plays/watch-a-repair/index.html"].links


def test_check_knows_the_new_kind(extended: Path, project: Project) -> None:
    project.write(
        {"one.yml": "kind: retrospectiv\n", "two.yml": RETROSPECTIVE.replace("keep:", "kept:")}
    )
    done = run_playbook("check", cwd=project.root, PYTHONPATH=str(extended))
    assert done.returncode == 1
    assert (
        "there is no kind 'retrospectiv' (did you mean 'retrospective'?): it can be 'signpost'"
        in done.stdout
    )
    assert (
        "content/two.yml:4:1: SHP003 'kept' is not known here (did you mean 'keep'?)" in done.stdout
    )
    unknown = run_playbook("check", cwd=project.root)
    assert "there is no kind 'retrospectiv': it can be 'signpost'" in unknown.stdout
