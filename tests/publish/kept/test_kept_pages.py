import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from built import files
from large import MAP
from projects import (
    ROOT,
    Project,
    Run,
    leave_out_handouts,
    make_project,
    run_forked,
    run_mkdocs,
    run_playbook,
)

KEPT = Path(".cache") / "playbook" / "pages"
ANCHOR = "[Nowhere](a-map.md#nowhere)"


def build(project: Project) -> dict[str, bytes]:
    done = run_playbook("build", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    return files(project.root / "site")


def find_differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def build_afresh(project: Project, to: Path) -> dict[str, bytes]:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(project.root, to, ignore=shutil.ignore_patterns("site", ".cache"))
    return build(Project(to))


@pytest.fixture
def small(project: Project) -> Project:
    leave_out_handouts(project)
    project.write(
        {"a-map.yml": MAP.format(title="A map"), "about.md": "# About\n\n[A map](maps/a-map.md)\n"}
    )
    return project


def add_map(project: Project) -> None:
    project.write({"a-second.yml": MAP.format(title="A second map")})


def delete_map(project: Project) -> None:
    (project.content / "a-second.yml").unlink(missing_ok=True)


def rename_map(project: Project) -> None:
    text = (project.content / "a-map.yml").read_text()
    project.write({"a-map.yml": text.replace("title: A map", "title: Another map & more", 1)})


def change_text(project: Project) -> None:
    path = project.content / "a-map.yml"
    path.write_text(path.read_text().replace("summary: ", "summary: Again, ", 1))


def write_page(project: Project) -> None:
    project.write({"more.md": "---\ntags: [more]\n---\n# More\n\n[Us](about.md), [[a-map]]\n"})


def lose_page(project: Project) -> None:
    (project.content / "more.md").unlink(missing_ok=True)


def name_site(project: Project) -> None:
    path = project.root / "site_config" / "site.yml"
    path.write_text(path.read_text().replace("site_name: ", "site_name: Our ", 1))


def damage(project: Project) -> None:
    for number, path in enumerate(sorted((project.root / KEPT).iterdir())):
        path.write_bytes(path.read_bytes()[: -1 - number % 3])


EDITS: list[Callable[[Project], None]] = [
    *(add_map, delete_map, rename_map, change_text, write_page, lose_page, name_site, damage)
]


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits=st.permutations(EDITS).map(lambda edits: edits[:4]))
def test_after_any_edits_a_site_is_as_if_made_afresh(
    edits: list[Callable[[Project], None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("edited")
    project = make_project(home / "project", content=False)
    leave_out_handouts(project)
    project.write(
        {"a-map.yml": MAP.format(title="A map"), "about.md": "# About\n\n[A map](maps/a-map.md)\n"}
    )
    build(project)
    for edit in edits[:-1]:
        edit(project)
    build(project)
    edits[-1](project)
    assert not find_differences(build(project), build_afresh(project, home / "fresh"))


def test_a_site_is_the_same_with_one_process_and_with_several(
    one_of_each: Project, tmp_path: Path
) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(one_of_each.root, alone, ignore=shutil.ignore_patterns("site"))
    shutil.rmtree(alone / KEPT)
    done = run_forked(str(ROOT / "tests" / "on_one_processor.py"), "build", cwd=alone)
    assert (done.returncode, done.stderr) == (0, "")
    for folder in ("site", KEPT):
        several = files(one_of_each.root / folder)
        assert several
        assert not find_differences(files(alone / folder), several)


def test_a_kept_page_warns_as_it_did(small: Project, run: Run) -> None:
    small.write({"about.md": f"# About\n\n{ANCHOR.replace('a-map.md', 'maps/a-map.md')}\n"})
    first, second = [run("build", "--strict", cwd=small.root) for _ in range(2)]
    assert "#nowhere" in first.stderr
    assert (second.returncode, second.stderr) == (first.returncode, first.stderr)
    assert first.returncode == 1


def test_what_is_no_longer_used_is_deleted(small: Project) -> None:
    build(small)
    kept = set((small.root / KEPT).iterdir())
    change_text(small)
    build(small)
    assert kept < set((small.root / KEPT).iterdir()), "another build may want it today"
    for path in (small.root / KEPT).iterdir():
        os.utime(path, (0, 0))
    build(small)
    left = set((small.root / KEPT).iterdir())
    assert left
    assert kept - left, "nobody wants it any more"
    assert build(small)
    assert set((small.root / KEPT).iterdir()) == left


def test_only_what_has_read_a_changed_artifact_is_made_anew(small: Project) -> None:
    add_map(small)
    build(small)
    kept = {path: path.read_bytes() for path in (small.root / KEPT).glob("*.reads")}
    assert len(kept) > 1
    change_text(small)
    build(small)
    assert len([path for path in kept if path.read_bytes() != kept[path]]) == 1


def test_a_hook_of_the_project_sees_each_page_itself(small: Project) -> None:
    (small.root / "hook.py").write_text(
        "def on_page_content(html, page, **_):\n    return f'{html}<p>of {page.url}</p>'\n"
    )
    config = small.root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}\nhooks: [hook.py]\n")
    build(small)
    site = build(small)
    assert b"<p>of about/</p>" in site["about/index.html"]
    assert not files(small.root / KEPT)


def test_mkdocs_keeps_pages_as_well(small: Project) -> None:
    site = build(small)
    kept = files(small.root / KEPT)
    assert run_mkdocs("build", cwd=small.root).returncode == 0
    assert files(small.root / "site") == site
    assert files(small.root / KEPT) == kept
