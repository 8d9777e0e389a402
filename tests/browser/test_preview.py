"""What somebody sees of an edit, in a page that is open and not touched."""

import pytest
from playwright.sync_api import expect

from browser.visit import Visit
from previewing import previewing
from projects import Project

pytestmark = pytest.mark.browser

PLAY = """kind: play
title: {title}
summary: For the preview.
purpose: To see an edit.
time: 10
steps: [{{title: Look}}]
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
