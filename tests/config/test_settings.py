"""What `mkdocs.yml` itself says counts before `site.yml`, and is checked as that is."""

from pathlib import Path

import pytest

from playbook.project import load_project
from projects import Project, Run

CONFIG = (
    "INHERIT: site_config/site.yml\ndocs_dir: content\ntheme: {name: material}\n"
    "plugins: [search, {playbook: {site: true}}]\n"
)


def problems(project: Project, config: str) -> list[str]:
    (project.root / "mkdocs.yml").write_text(CONFIG + config, encoding="utf-8")
    found = load_project(project.root).problems
    return [
        f"{each.path.name}:{each.mark.line}:{each.mark.column}: {each.code} {each.message}"
        for each in found
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.test", "tracker"]
)
def test_the_tracker_is_checked_where_mkdocs_reads_it(url: str, project: Project, run: Run) -> None:
    told = problems(project, f"extra:\n  report_url: {url}\n")
    assert told == [
        (
            f"mkdocs.yml:6:15: SHP004 'report_url' is '{url}': an address starts with 'https://' "
            "or 'mailto:'"
        )
    ]
    assert run("build", cwd=project.root).returncode == 1


def test_what_mkdocs_says_counts_before_what_it_inherits(project: Project) -> None:
    told = problems(
        project, "site_name: Otter\nextra: {report_url: 'mailto:a@b.test', rules: {OT301: off}}\n"
    )
    assert told == []
    settings = load_project(project.root).settings
    assert (settings.site_name, settings.extra.report_url) == ("Otter", "mailto:a@b.test")
    assert settings.extra.rules == {"OT301": "off"}
    assert settings.extra.tagline.startswith("Pick a play")


def test_a_rule_that_is_none_is_answered_in_mkdocs_own_file(project: Project) -> None:
    (told,) = problems(project, "extra: {rules: {OT0301: off}}\n")
    assert told.startswith(
        "mkdocs.yml:5:17: SET001 there is no rule 'OT0301' (did you mean 'OT301'?)"
    )


def test_a_theme_by_its_name_alone_is_fine(project: Project) -> None:
    config = project.root / "mkdocs.yml"
    config.write_text(CONFIG.replace("{name: material}", "material"), encoding="utf-8")
    assert load_project(project.root).problems == []


def test_a_project_without_site_yml_is_named_by_mkdocs(project: Project) -> None:
    Path(project.root / "site_config" / "site.yml").unlink()
    (project.root / "mkdocs.yml").write_text(
        "site_name: Otter\ntheme: {language: de}\n", encoding="utf-8"
    )
    settings = load_project(project.root).settings
    assert (settings.site_name, settings.theme.language) == ("Otter", "de")
