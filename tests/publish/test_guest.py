"""Our pages in someone's site: what is theirs stays as it is, to the byte."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from built import Page, files
from projects import ONE_OF_EACH, run_mkdocs, run_playbook

CONFIG = """site_name: Acme
site_url: https://acme.test/docs/
strict: true
theme:
  name: material
  features: [navigation.tabs, navigation.indexes, navigation.instant]
  palette: {scheme: slate, primary: deep purple, accent: amber}
  custom_dir: overrides
extra_javascript: [https://cdn.acme.test/chart.js]
markdown_extensions:
  - admonition
  - pymdownx.superfences:
      custom_fences: [{name: mermaid, class: mermaid}]
plugins:
  - search
  - blog
  - tags
"""
OURS = "  - playbook\n"
NAV = """nav:
  - Home: index.md
  - Guide: [guide.md, tags.md]
  - blog/index.md
"""
THEIRS = {
    "index.md": "---\ntags: [welcome]\n---\n# Welcome\n\n![far](https://pictures.test/a.png)\n\n"
    "```mermaid\ngraph LR\n  A --> B\n```\n\nNo attribute {: .x }\n\n<div markdown='1'>*x*</div>\n",
    "guide.md": "# Über & more\n\n!!! note\n    [A play](discovery/plays/watch-a-repair.md)\n\n"
    '<iframe src="https://video.test/1"></iframe>\n',
    "tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "openapi.yaml": "kind: play\nopenapi: 3.0.0\n",
    "blog/index.md": "# Blog\n",
    "blog/posts/one.md": "---\ndate: 2026-01-02\ntags: [news]\n---\n# Hello\n\nA post.\n",
    "downloads/data.csv": "a,b\n",
}
PAGES = {"index.html", "guide/index.html", "tags/index.html", "404.html", "blog/index.html"}
PLAY = "discovery/plays/watch-a-repair/index.html"
BARE = """kind: play
title: Look
summary: Look.
purpose: To see.
time: 10
steps: [{title: Look}]
"""


def write_site(root: Path, config: str) -> Path:
    """Write someone's site, with our YAML in a folder of it."""
    for name, text in THEIRS.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ONE_OF_EACH, root / "docs" / "discovery")
    (root / "overrides").mkdir()
    (root / "overrides" / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}Hear, hear{% endblock %}'
        "{% block extrahead %}<script>acme('https://count.test/x.js')</script>{% endblock %}"
    )
    (root / "overrides" / "foot.html").write_text("theirs")
    leave_out_sheets(root)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


def leave_out_sheets(root: Path) -> None:
    """Let a site go without what is printed, which takes the longest."""
    (root / "site_config").mkdir()
    (root / "site_config" / "site.yml").write_text("extra: {handouts: false}\n")


def build(root: Path, *args: str) -> dict[str, bytes]:
    """Return the files of a site as MkDocs builds it."""
    done = run_mkdocs("build", *args, cwd=root)
    assert done.returncode == 0, done.stderr
    return files(root / "site")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Someone's site without us, and with us where no navigation leads to us."""
    plain = f"{CONFIG}{NAV}exclude_docs: discovery/\nvalidation: {{links: {{not_found: info}}}}\n"
    without = build(write_site(tmp_path_factory.mktemp("without"), plain))
    own = re.sub("(?m)^(plugins:.*(?:\n .*)*\n)", rf"\g<1>{OURS}", CONFIG)
    return without, build(write_site(tmp_path_factory.mktemp("with"), f"{own}{NAV}"))


def leave_out_link(page: bytes) -> bytes:
    """Return a page without the one link of theirs that leads to us."""
    return re.sub(rb"discovery/plays/watch-a-repair(\.md|/)", b"", page).replace(b'../"', b'"')


def test_each_of_their_files_is_the_same(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    without, ours = sites
    assert {*without} >= PAGES
    assert {path for path in ours if not path.startswith("discovery/")} == {*without}
    different = {
        path for path in without if leave_out_link(without[path]) != leave_out_link(ours[path])
    }
    assert different == {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
    assert ours["openapi.yaml"] == THEIRS["openapi.yaml"].encode()


def test_our_pages_stand_in_their_frame_with_our_styles_and_policy(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    text = sites[1][PLAY].decode()
    page = Page(PLAY, text)
    assert "Hear, hear" in text
    assert 'data-md-color-primary="deep-purple"' in text
    assert "theirs" not in text
    assert '"navigation.instant"' not in text
    policy = next(e for e in page.elements if e.get("http-equiv")).attrib["content"]
    assert "'unsafe-inline'" not in policy
    assert {"https://cdn.acme.test", "https://count.test"} <= {*policy.replace(";", " ").split()}
    loaded = {address.partition("/discovery/")[2] for address in page.loads}
    assert {"assets/playbook.css", "assets/playbook.js", "assets/arrive.js"} <= loaded
    assert "assets/search-open.js" not in loaded
    assets = {name for name in loaded if name.startswith("assets/")}
    assert {f"discovery/{name}" for name in assets} <= {*sites[1]}
    assert "--md-primary-fg-color:" not in sites[1]["discovery/assets/playbook.css"].decode()
    assert b'Made from <code dir="ltr">discovery/plays/watch-a-repair.yml' in sites[1][PLAY]


def test_what_leaves_the_site_says_where_in_it_we_are(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    ours = sites[1]
    address = "https://acme.test/docs/discovery/"
    assert f"{address}reading-guides/".encode() in ours["discovery/feed.xml"]
    assert f"{address}plays/watch-a-repair/".encode() in ours[PLAY]
    calendar = ours["discovery/clubs/evening-readers.ics"].replace(b"\r\n ", b"")
    assert f"{address}clubs/".encode() in calendar
    assert not [path for path in ours if path.endswith((".yml", ".yaml")) and "discovery" in path]


def test_their_search_has_our_pages_and_none_of_our_rules(
    sites: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    index = sites[1]["search/search_index.json"].decode()
    assert "discovery/plays/watch-a-repair/" in index
    assert "discovery/rules/" not in index
    assert "discovery/reference/" not in index
    assert not [path for path in sites[1] if path.startswith("search/") and "index" not in path]
    assert "#Top" not in index


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A site of two pages with a play of ours."""
    root = tmp_path / "site of theirs (2)"
    (root / "docs" / "discovery").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Theirs\n")
    (root / "docs" / "discovery" / "look.yml").write_text(BARE)
    leave_out_sheets(root)
    return root


def configure(root: Path, plugins: str, more: str = "") -> None:
    (root / "mkdocs.yml").write_text(
        f"site_name: Theirs\ntheme: material\nplugins: {plugins}\n{more}", encoding="utf-8"
    )


def test_their_navigation_has_our_pages_where_it_names_the_folder(small: Path) -> None:
    shutil.rmtree(small / "site_config")
    configure(small, "[playbook]", "nav: [index.md, {Research: discovery/}]\nstrict: true\n")
    page = build(small)["index.html"].decode()
    assert re.search(r"md-ellipsis\">\s*Research\s*<", page)
    assert re.search(r"md-ellipsis\">\s*Plays\s*<", page)
    assert 'href="discovery/plays/look/"' in page
    assert "present" not in page


def test_their_pages_list_no_long_section_of_ours(small: Path) -> None:
    for number in range(10):
        (small / "docs" / "discovery" / f"look-{number}.yml").write_text(BARE)
    configure(small, "[playbook]", "nav: [index.md, {Research: discovery/}]\n")
    site = build(small)
    theirs, ours = site["index.html"].decode(), site["discovery/plays/look/index.html"].decode()
    assert 'href="discovery/plays/"' in theirs
    assert 'href="discovery/plays/look' not in theirs
    assert 'href="../look-9/"' in ours


def test_a_navigation_that_leaves_us_out_is_told_once_and_breaks_nothing(small: Path) -> None:
    configure(
        small,
        "[playbook]",
        "nav: [index.md]\nstrict: true\nvalidation: {nav: {omitted_files: warn}}\n",
    )
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("add '- Discovery: discovery/' to it") == 1


def test_a_site_without_a_navigation_has_our_sections_by_their_names(small: Path) -> None:
    (small / "docs" / "discovery").rename(small / "docs" / "team work")
    configure(small, "[playbook: {folder: team work}]")
    site = build(small)
    page = site["index.html"].decode()
    assert re.search(r"md-ellipsis\">\s*Team work\s*<", page)
    assert re.search(r"md-ellipsis\">\s*Plays\s*<", page)
    assert not [path for path in site if "/rules/" in path]


def test_awesome_nav_has_our_pages(small: Path) -> None:
    (small / "docs" / ".nav.yml").write_text("nav: [index.md, discovery]\n")
    configure(small, "[awesome-nav, playbook]", "strict: true\n")
    page = build(small)["index.html"].decode()
    assert re.search(r"md-ellipsis\">\s*Plays\s*<", page)
    assert 'href="discovery/plays/look/"' in page


def test_advice_breaks_no_strict_build_of_theirs_and_errors_do(small: Path) -> None:
    look = small / "docs" / "discovery" / "look.yml"
    look.write_text(BARE.replace("{title: Look}", "{title: Look, minutes: 90}"))
    configure(small, "[playbook]", "strict: true\n")
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 0, done.stderr
    assert "of advice: 'playbook check' shows it" in done.stderr
    assert run_playbook("check", "--strict", cwd=small).returncode == 1
    assert run_playbook("build", "--strict", cwd=small).returncode == 1
    look.write_text("kind: play\n")
    broken = run_mkdocs("build", cwd=small)
    assert broken.returncode == 1
    assert "docs/discovery/look.yml:1:1: SHP002" in broken.stderr


def test_what_is_internal_stays_out_of_a_public_site(small: Path) -> None:
    folder = small / "docs" / "discovery"
    (folder / "look.yml").write_text(f"{BARE}visibility: internal\n")
    (folder / "notes.md").write_text("---\nvisibility: internal\n---\n# Notes\n\n![x](x.png)\n")
    (folder / "x.png").write_bytes(b"x")
    (folder / "open.md").write_text("# Open\n\n[Theirs](../index.md), [[look]]\n")
    configure(small, "[playbook]")
    assert {"discovery/plays/look/index.html", "discovery/x.png"} <= {*build(small)}
    assert run_playbook("build", "--public", cwd=small).returncode == 0
    site = files(small / "site")
    assert not [path for path in site if "look" in path or "notes" in path or "x.png" in path]
    assert b'href="../.."' in site["discovery/open/index.html"]


def test_their_links_to_what_is_internal_are_answered_where_they_stand(small: Path) -> None:
    look = small / "docs" / "discovery" / "look.yml"
    look.write_text(f"{BARE}visibility: internal\n")
    (small / "docs" / "team").mkdir()
    (small / "docs" / "team" / "us.md").write_text(
        "# Us\n\nplays/look.md and\n[ours](../discovery/plays/look.md#steps),\n"
        "<https://acme.test/docs/discovery/plays/look/>\n"
    )
    configure(small, "[playbook]")
    assert run_playbook("check", "--strict", cwd=small).stdout.count("VIS002") == 2
    done = run_playbook("build", "--public", cwd=small)
    assert done.returncode == 1
    told = f"{done.stdout}{done.stderr}"
    for place in ("4:8", "5:8"):
        assert f"docs/team/us.md:{place}: VIS002 'discovery/plays/look' is internal" in told


def test_yaml_of_another_program_stays_what_it_is_where_the_settings_name_it(small: Path) -> None:
    (small / "docs" / "discovery" / "api.yaml").write_text("openapi: 3.0.0\n")
    configure(small, "[playbook]")
    told = run_mkdocs("build", cwd=small).stderr
    assert "if this file isn't playbook's, move it out of 'discovery'" in told
    settings = "extra: {handouts: false, publish: [api.yaml], public: true}\n"
    (small / "site_config" / "site.yml").write_text(settings)
    assert build(small)["discovery/api.yaml"] == b"openapi: 3.0.0\n"


def test_a_diagram_has_the_colours_that_the_settings_name(small: Path) -> None:
    (small / "site_config" / "identity.yml").write_text('light: {outcome: "#5e35b1"}\n')
    configure(small, "[playbook]")
    assert b"--pb-outcome: #5e35b1;" in build(small)["discovery/assets/playbook.css"]


@pytest.mark.parametrize(
    ("options", "column", "answer"),
    [
        ("{folder: ../out}", 10, "'folder' below 'playbook:': it names a folder below 'docs_dir'"),
        ("{sites: true}", 10, "'sites' below 'playbook:': "),
        ("{site: true, folder: discovery}", 34, "with 'site: true' the whole site is playbook's"),
    ],
)
def test_an_option_that_is_none_is_answered_at_its_line(
    options: str, column: int, answer: str, small: Path
) -> None:
    shutil.rmtree(small / "site_config")
    configure(small, f"[playbook: {options}]")
    done = run_playbook("check", cwd=small)
    assert done.returncode == 1
    assert answer in done.stdout
    assert f"mkdocs.yml:3:{column}: SET020" in done.stdout


def test_a_folder_that_is_not_there_is_answered(small: Path) -> None:
    configure(small, "[playbook: {folder: nowhere}]")
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 1
    missing = "'docs/nowhere', the folder for the YAML, isn't there yet: 'playbook new play "
    assert missing in done.stderr
    assert missing in run_playbook("check", cwd=small).stderr


def test_the_first_file_is_an_example_that_builds_name_and_readers_get_no_commands(
    small: Path,
) -> None:
    configure(small, "[playbook]")
    assert run_playbook("new", "play", "first-look", cwd=small).returncode == 0
    sign = "1 place still says 'Replace me': docs/discovery/plays/first-look.yml:2"
    assert sign in run_playbook("check", cwd=small).stdout
    assert sign in run_mkdocs("build", "--strict", cwd=small).stderr
    assert "playbook new" not in (small / "site/discovery/index.html").read_text(encoding="utf-8")
    done = run_playbook("build", cwd=small)
    assert (done.stdout + done.stderr).count(sign) == 1


def test_the_commands_follow_mkdocs(small: Path) -> None:
    configure(small, "{search: {}, playbook: }")
    made = run_playbook("new", "play", "second", cwd=small)
    assert (small / "docs" / "discovery" / "plays" / "second.yml").is_file(), made.stderr
    assert run_playbook("check", cwd=small).stdout.startswith("docs/discovery/look.yml:1:1: PL003")
    out = run_playbook("export", "out", cwd=small)
    assert out.returncode == 0, out.stderr
    assert (small / "out" / "content" / "plays" / "second.md").is_file()
    assert run_mkdocs("build", "--strict", cwd=small / "out", with_us=False).returncode == 0


def test_what_their_settings_mean_is_their_business(small: Path) -> None:
    configure(small, "[playbook]", "extra: {paper: https://x.test, rules: [a], publish: 3}\n")
    (small / "docs" / "openapi.yaml").write_text("openapi: [\n")
    checked = run_playbook("check", cwd=small)
    assert (checked.returncode, "mkdocs.yml" in checked.stdout) == (0, False)
    assert "openapi.yaml" in build(small)
