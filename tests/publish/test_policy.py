"""Every page runs under a strict content security policy, and holds nothing that it would stop."""

import re
from pathlib import Path

import pytest

from projects import Project, Run

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = {
    "script": re.compile(r"<script(?![^>]* (?:src=|type=\"application/json\"))[^>]*>"),
    "style element": re.compile(r"<style\b"),
    "style attribute": re.compile(r"<[a-z][^<>]*\sstyle="),
    "handler": re.compile(r"<[a-z][^<>]*\son[a-z]+="),
    "frame": re.compile(r"<(?:iframe|object|embed)\b"),
}
MAP = (
    "kind: experience-map\ntitle: One\nsummary: One\nscope: All\ndrawn_by: designer\nnodes: "
    "[{title: One}]\n"
)


@pytest.fixture(scope="module")
def pages(own_project: Project) -> dict[Path, str]:
    return {
        path: path.read_text(encoding="utf-8")
        for path in (own_project.root / "site").rglob("*.html")
    }


def directives(html: str) -> dict[str, str]:
    policies = POLICY.findall(html)
    assert len(policies) == 1
    return dict(each.strip().split(" ", 1) for each in policies[0].split(";"))


def test_every_page_opens_with_the_policy(pages: dict[Path, str]) -> None:
    assert len(pages) > 100
    late = [
        path for path, html in pages.items() if not re.search(r"<head>\s*" + POLICY.pattern, html)
    ]
    assert late == []


def test_the_policy_lets_nothing_in_but_the_site_itself(pages: dict[Path, str]) -> None:
    for html in pages.values():
        said = directives(html)
        assert said["default-src"] == said["base-uri"] == "'none'"
        assert said["script-src"] == said["style-src"] == said["connect-src"] == "'self'"
        assert {each for value in said.values() for each in value.split()} == {
            "'none'",
            "'self'",
            "data:",
            "blob:",
        }


@pytest.mark.parametrize("kind", INLINE)
def test_no_page_holds_what_the_policy_would_stop(pages: dict[Path, str], kind: str) -> None:
    assert [path.name for path, html in pages.items() if INLINE[kind].search(html)] == []


def test_what_the_policy_would_stop_is_recognized() -> None:
    bad = '<script>1</script><style></style><p style="x"><p onclick="x"><iframe>'
    assert [kind for kind, sign in INLINE.items() if not sign.search(bad)] == []


def test_a_host_may_serve_files_without_directory_urls(project: Project, run: Run) -> None:
    project.write({"a-map.yml": MAP})
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("\nuse_directory_urls: false\n")
    assert run("build", cwd=project.root).returncode == 0
    page = (project.root / "site" / "maps" / "a-map.html").read_text(encoding="utf-8")
    assert directives(page)["script-src"] == "'self' file:"
    assert (project.root / "site" / "404.html").is_file()
