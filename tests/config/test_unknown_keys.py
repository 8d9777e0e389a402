"""A key that looks like a slip of one that is read is advice; what others may read is not."""

import pytest
from mkdocs.config.defaults import MkDocsConfig

from playbook.config.unknown_keys import OF_MKDOCS
from playbook.project import load_project
from playbook.source.problem import Severity
from projects import Project

GONE = {"config_file_path", "pages", "google_analytics"}
"""What no longer is a setting that someone may write."""


def test_the_keys_of_mkdocs_are_those_that_it_reads() -> None:
    assert {name for name, _ in MkDocsConfig._schema} - GONE | {"INHERIT"} == OF_MKDOCS  # noqa: SLF001 - it lists them nowhere else


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        ("site_descripton: x", "1:1 'site_descripton' here: did you mean 'site_description:'?"),
        ("site-url: x", "1:1 'site-url' here: did you mean 'site_url:'?"),
        ("shelves: [plays]", "1:1 'shelves' here: it belongs below 'extra:'"),
        ("tag_line: x", "1:1 'tag_line' here: did you mean 'tagline:' below 'extra:'?"),
        ("extra: {shelfs: [plays]}", "1:9 'shelfs' here: did you mean 'shelves:'?"),
        ("extra: {leaveout: [a]}", "1:9 'leaveout' here: did you mean 'leave_out:'?"),
        ("extra: {Paper: a4}", "1:9 'Paper' here: did you mean 'paper:'?"),
        ("extra: {site_url: x}", "1:9 'site_url' here: it belongs at the top, and not below"),
    ],
)
def test_a_slip_is_advice(lines: str, remedy: str, project: Project) -> None:
    (project.root / "site_config" / "site.yml").write_text(f"{lines}\nsite_name: Otter\n")
    [found] = load_project(project.root).problems
    assert (found.code, found.severity) == ("SET012", Severity.WARNING)
    place, _, words = remedy.partition(" ")
    assert f"{found.mark.line}:{found.mark.column}" == place
    assert found.message.startswith(f"nothing reads the setting {words}")


def test_what_another_may_read_is_left_alone(project: Project) -> None:
    config = (
        "site_name: Otter\nrepo_icon: x\n1: 2\nmacros: {a: b}\nextra:\n  social: []\n"
        "  version: {}\n  status: {}\n  tags: {}\n  team: Otter\n  shelter: x\n  price: 2\n"
    )
    (project.root / "site_config" / "site.yml").write_text(config)
    assert load_project(project.root).problems == []
