"""What a whole site of ours sets by itself, and what its owner sets counts before it."""

import logging
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify_unicode
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from projects import ROOT, Project, Run

SHORT = """INHERIT: site_config/site.yml
docs_dir: content
theme: {name: material}
plugins: [search, {playbook: {site: true}}]
"""
OWN = """
validation: {anchors: ignore, links: {not_found: info}}
markdown_extensions: [pymdownx.tasklist, toc: {permalink: "#"}]
"""


def configure(project: Project, text: str) -> MkDocsConfig:
    """Return what MkDocs works with once our plugin has had its say."""
    path = project.root / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    config = load_config(str(path))
    return config.plugins.on_config(config)


def test_a_whole_site_needs_four_lines(project: Project) -> None:
    config = configure(project, SHORT)
    theme = config.theme
    assert theme["font"] is False
    assert theme["logo"] == theme["favicon"] == "assets/logo.svg"
    assert [each["scheme"] for each in theme["palette"]] == ["default", "slate"]
    assert "navigation.tabs" in theme["features"]
    assert {"attr_list", "md_in_html", "tables", "toc"} <= {*config.markdown_extensions}
    assert config.mdx_configs["toc"] == {
        "permalink": True,
        "permalink_title": "Link to this section",
        "slugify": slugify_unicode,
    }
    assert config.validation.links.anchors == logging.WARNING
    assert config.validation.nav.omitted_files == logging.DEBUG


def test_a_name_is_no_html(project: Project, run: Run) -> None:
    name = 'Team "Otter" & <script>us</script>'
    (project.root / "site_config" / "site.yml").write_text(
        f"site_name: '{name}'\nextra: {{handouts: false, reference: false}}\n"
    )
    done = run("build", "--strict", cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    home = (project.root / "site" / "index.html").read_text(encoding="utf-8")
    assert "<script>us" not in home
    assert 'aria-label="Team &#34;Otter&#34; &amp; &lt;script&gt;us&lt;/script&gt;"' in home
    assert "&amp;amp;" not in home
    assert "&amp;lt;" not in home


def test_what_an_owner_sets_counts(project: Project) -> None:
    theme = "{name: material, font: {text: Inter}, features: [toc.follow], palette: []}"
    config = configure(project, SHORT.replace("{name: material}", theme) + OWN)
    assert config.theme["font"] == {"text": "Inter"}
    assert config.theme["features"] == ["toc.follow"]
    assert config.theme["palette"] == []
    assert config.theme["logo"] == "assets/logo.svg"
    assert "pymdownx.tasklist" in config.markdown_extensions
    assert config.mdx_configs["toc"] == {
        "permalink": "#",
        "permalink_title": "Link to this section",
        "slugify": slugify_unicode,
    }
    links = config.validation.links
    assert (links.anchors, links.not_found) == (logging.DEBUG, logging.INFO)
    assert links.absolute_links == logging.WARNING


def test_what_an_owner_inherits_counts_as_well(project: Project) -> None:
    (project.root / "base.yml").write_text("theme: {features: [toc.follow], logo: mine.svg}\n")
    config = configure(
        project, SHORT.replace("site_config/site.yml", "base.yml") + "site_name: x\n"
    )
    assert config.theme["features"] == ["toc.follow"]
    assert (config.theme["logo"], config.theme["favicon"]) == ("mine.svg", "assets/logo.svg")


@pytest.mark.parametrize("own", ["", OWN])
def test_an_export_is_set_as_the_site_is(
    own: str, project: Project, run: Run, tmp_path: Path
) -> None:
    before = configure(project, SHORT + own)
    out = tmp_path / "out"
    done = run("export", str(out), cwd=project.root)
    assert (done.returncode, done.stderr) == (0, "")
    after = load_config(str(out / "mkdocs.yml"))
    for key in ("font", "logo", "favicon", "features", "palette"):
        assert after.theme[key] == before.theme[key]
    assert after.mdx_configs == before.mdx_configs
    assert [*after.markdown_extensions] == [*before.markdown_extensions]
    assert dict(after.validation.links) == dict(before.validation.links)


def test_our_own_site_sets_no_more_than_a_new_one() -> None:
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line]) < 10
