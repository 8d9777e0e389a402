"""What somebody sees of an edit, in a page that is open and not touched."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.visit import Visit
from previewing import STARTED_ANEW, previewing
from projects import ROOT, Project

pytestmark = pytest.mark.browser

PLAY = """kind: play
title: {title}
summary: For the preview.
purpose: To see an edit.
time: 10
steps: [{{title: Look}}]
"""
WRONG_MAP = """kind: experience-map
title: Buying bread
summary: What we believe.
scope: From hunger to bread
drawn_by: baker
nodes: [{id: bakery, title: Goes to the bakery, next: countr}, {id: counter, title: Waits}]
"""


def test_an_open_page_follows_what_becomes_of_its_files(project: Project, visit: Visit) -> None:
    """An edit, a mistake and its fix, a new file, a rename, a deletion, settings and a theme."""
    look, site = project.content / "look.yml", project.root / "site_config" / "site.yml"
    project.write({"look.yml": PLAY.format(title="Before")})
    with previewing(project.root) as preview:
        page = visit.go(f"{preview.address}/plays/look/").page
        heading, alert = page.get_by_role("heading", level=1), page.get_by_role("alert")
        expect(heading).to_contain_text("Before")
        page.evaluate("window.untouched = true")

        look.write_text(PLAY.format(title="After"), encoding="utf-8")
        expect(heading).to_contain_text("After")
        assert page.evaluate("window.untouched") is None
        page.evaluate("window.untouched = true")

        look.write_text(PLAY.format(title="[]"), encoding="utf-8")
        expect(alert).to_contain_text("content/look.yml:2:8: SHP004")
        expect(alert).to_contain_text("2 | title: []")
        expect(heading).to_contain_text("After")
        look.write_text(PLAY.format(title="After"), encoding="utf-8")
        expect(alert).to_have_count(0)
        project.write({"page.md": "# A page\n"})
        assert page.evaluate("window.untouched")

        site.write_text(f"{site.read_text(encoding='utf-8')}\ncopyright: Ours\n", encoding="utf-8")
        expect(page.locator(".md-footer")).to_contain_text("Ours")
        config = project.root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        theme = text.replace("name: material\n", "name: material\n  custom_dir: theirs\n")
        partials = project.root / "theirs" / "partials"
        partials.mkdir(parents=True)
        config.write_text(theme, encoding="utf-8")
        (partials / "copyright.html").write_text("<p>Theirs</p>", encoding="utf-8")
        expect(page.locator(".md-footer")).to_contain_text("Theirs")
        (partials / "copyright.html").write_text("<p>Renewed</p>", encoding="utf-8")
        expect(page.locator(".md-footer")).to_contain_text("Renewed")

        look.rename(project.content / "look-again.yml")
        expect(page).to_have_url(f"{preview.address}/plays/look-again/")
        expect(heading).to_contain_text("After")
        (project.content / "look-again.yml").unlink()
        expect(heading).to_contain_text("Off the map")

        visit.go(f"{preview.address}/plays/new/")
        expect(heading).to_contain_text("Off the map")
        project.write({"new.yml": PLAY.format(title="New")})
        expect(heading).to_contain_text("New")
        visit.go(f"{preview.address}/page/")
        project.write({"page.md": "# A page by hand\n"})
        expect(heading).to_contain_text("A page by hand")
        assert not [said for said in visit.complaints if "Content Security Policy" in said]


def test_a_page_that_was_never_seen_appears_once_its_mistake_is_fixed(
    project: Project, visit: Visit
) -> None:
    project.write({"map.yml": WRONG_MAP})
    with previewing(project.root) as preview:
        page = visit.go(f"{preview.address}/maps/map/").page
        heading, alert = page.get_by_role("heading", level=1), page.get_by_role("alert")
        expect(heading).to_have_text("This page can't be made yet")
        expect(page.locator(".md-header")).to_be_visible()
        expect(alert).to_contain_text("content/map.yml:6:55: REF005")
        project.write({"map.yml": WRONG_MAP.replace("countr}", "counter}")})
        expect(heading).to_contain_text("Buying bread")
        expect(alert).to_have_count(0)


def test_an_open_page_follows_our_own_theme_and_a_branch_and_outlives_its_folder(
    project: Project, visit: Visit, tmp_path: Path
) -> None:
    """The theme's own folder, as where the program is run from this repository."""

    def git(*args: str) -> None:
        own = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        command = ["git", *own, *args]
        subprocess.run(command, cwd=project.root, check=True, capture_output=True)

    theme, package = tmp_path / "ours" / "theme", tmp_path / "ours" / "generator" / "playbook"
    shutil.copytree(ROOT / "theme", theme)
    shutil.copytree(ROOT / "generator" / "playbook", package)
    project.write({"look.yml": PLAY.format(title="Main"), "other.yml": PLAY.format(title="Gone")})
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "branch")
    git("rm", "-q", "content/other.yml")
    project.write({"look.yml": PLAY.format(title="Branch")})
    git("commit", "-qam", "two")
    with previewing(project.root, STARTED_ANEW, PYTHONPATH=str(package.parent)) as preview:
        page = visit.go(f"{preview.address}/plays/look/").page
        heading, alert = page.get_by_role("heading", level=1), page.get_by_role("alert")
        expect(heading).to_contain_text("Branch")
        with (theme / "styles" / "page.css").open("a", encoding="utf-8") as style:
            style.write(".md-typeset h1 { color: rgb(1, 2, 3); }\n")
        expect(heading).to_have_css("color", "rgb(1, 2, 3)")
        template = theme / "pages" / "artifact.md.jinja"
        text = template.read_text(encoding="utf-8")
        template.write_text(text.replace("# {{", "# Renewed {{", 1), encoding="utf-8")
        expect(heading).to_contain_text("Renewed")

        git("checkout", "-q", "main")
        expect(heading).to_contain_text("Main")
        git("checkout", "-q", "branch")
        expect(heading).to_contain_text("Branch")

        shutil.rmtree(project.content)
        expect(alert).to_contain_text("mkdocs.yml:3:11")
        expect(heading).to_contain_text("Branch")
        git("checkout", "--", "content")
        expect(alert).to_have_count(0)
        expect(heading).to_contain_text("Branch")
