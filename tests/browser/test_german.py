"""A site whose theme speaks German: every kind's example, built strictly and opened once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.serving import served
from browser.visit import Visit
from guides import GUIDE_BEFORE
from playbook.kinds import KINDS
from playbook.reference.examples import Examples
from projects import make_project, run_playbook


@pytest.fixture(scope="module")
def german(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which a German site is served."""
    assert browser.is_connected()
    project = make_project(tmp_path_factory.mktemp("german") / "project", content=False)
    site = project.root / "site_config" / "site.yml"
    site.write_text(
        site.read_text(encoding="utf-8").replace("language: en", "language: de"), encoding="utf-8"
    )
    examples = {
        f"example-{kind.name.rpartition('-')[2]}.yml": Examples(kind).text for kind in KINDS
    }
    project.write({**examples, "example-guide-before.yml": GUIDE_BEFORE})
    built = run_playbook("build", "--strict", cwd=project.root)
    assert (built.returncode, built.stderr) == (0, "")
    with served(project.root / "site", searchable=False) as address:
        yield address


def test_a_tree_is_told_in_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}trees/example-tree/").page
    assert page.evaluate("document.documentElement.lang") == "de"
    expect(page.get_by_role("heading", name="Der ganze Baum")).to_be_visible()
    expect(page.locator("time", has_text="2026").first).to_contain_text(". ")
    expect(page.locator("svg .pb-eyebrow", has_text="Ziel-Opportunity").first).to_be_visible()
    expect(page.locator("svg").get_by_role("link", name="Lösung · ").first).to_be_visible()
    expect(page.locator("nav.md-tabs")).to_contain_text("Lesekreis")
    expect(page.locator(".pb-foot")).to_contain_text("Erstellt aus example-tree.yml")
    expect(page.get_by_role("button", name="Das ganze Bild zeigen").first).to_be_visible()
    assert visit.complaints == []


def test_scripts_speak_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}anti-patterns/").page
    status = page.locator(".pb-ticked [role=status]")
    expect(status).to_have_text("Noch nichts abgehakt")
    boxes = page.locator(".pb-theme input[type=checkbox]")
    boxes.first.check()
    expect(status).to_have_text(f"1 von {boxes.count()} abgehakt")
    forms = page.evaluate(
        "[0, 1, 2].map(number => ngettext('%(number)s a', '%(number)s b', number))"
    )
    assert forms == ["0 b", "1 a", "2 b"]
    assert visit.complaints == []


def test_the_page_for_what_is_not_here_is_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}nirgends/").page
    expect(page.get_by_role("heading", name="Hier endet die Karte")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("link", name="Einstiege")).to_have_attribute(
        "href", "/ways-in/"
    )
