"""What changed across a playbook, on home, in the feed and in a message to paste."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hives import TREE, write_hive
from playbook.cli import main
from playbook.config.settings import Extra, Settings
from playbook.drawing.cache import PictureCache
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.site.site import make_site

MAIL = "--=_playbook_announcement"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_hive(tmp_path / "content")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "site.yml").write_text("site_name: Hives\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: site_config/site.yml\ndocs_dir: content\nplugins: [{playbook: {site: true}}]\n",
        encoding="utf-8",
    )
    return tmp_path


def make_page(root: Path, path: str, *, history: bool = True) -> str:
    address = "https://hives.example/"
    settings = Settings(site_name="Hives", site_url=address, extra=Extra(history=history))
    site = make_site(Library(root / "content", KINDS), settings, PictureCache(None))
    return str(site.find(path).content)


def announce(root: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "announce", *args])


def test_home_lists_the_last_changes_with_their_days(root: Path) -> None:
    home = make_page(root, "index.md")
    assert "## Last changes" in home
    lines = [line for line in home.splitlines() if line.startswith("- [Bees")]
    assert [line.split("): ")[1].split(" <")[0] for line in lines] == [
        "1 renamed, 1 changed",
        "1 new",
        "First version",
    ]
    assert "(trees/hive/how-it-grew.md): 1 renamed, 1 changed" in lines[0]
    assert '<time datetime="2026-01-02">2 January 2026</time>' in lines[2]
    assert 'data-recent="What changed this month"' in home
    assert "Last changes" not in make_page(root, "index.md", history=False)


def test_the_feed_carries_changes_also_without_a_club(root: Path) -> None:
    feed = make_page(root, "feed.xml")
    assert feed.count("<entry>") == 3
    assert "<title>Changed: Bees 🐝 that stay &amp; more</title>" in feed
    assert "<title>New: Bees 🐝 that stay &amp; more</title>" in feed
    assert "New (opportunity): I can't find &lt;b&gt;the queen&lt;/b&gt;" in feed
    assert "<id>https://hives.example/trees/hive/how-it-grew/#Day-2026-03-01</id>" in feed
    with pytest.raises(LookupError):
        make_page(root, "feed.xml", history=False)


def test_a_message_says_what_changed_since_a_day(root: Path) -> None:
    answer = announce(root, "--changes", "2026-01-07")
    assert answer.stdout == (
        "Hives: what changed since 7 January 2026\n\n1 of our trees, maps and clubs changed.\n\n"
        "Bees 🐝 that stay & more\n"
        "- 7 January 2026: New (opportunity): I can't find <b>the queen</b>\n"
        "- 1 March 2026: Status (opportunity): 蜂が多すぎる (open → target). "
        "Renamed (opportunity): I can't see <b>the queen</b> "
        "(before: I can't find <b>the queen</b>)\n"
    )
    mail = announce(root, "--changes", "2026-03-01", "--for", "mail").stdout
    assert "<b>" not in mail.split(MAIL)[2]


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        ([], "name a month such as 2026-03, a day, or a guide; or add --changes 2026-03-01"),
        (["--changes", "2026/1/13"], "'2026/1/13' is none: write '2026-01-13'"),
        (["--changes", "2026-02-30"], "'2026-02-30' is none: write '2026-03-01'"),
        (["--changes", "2026-03-02"], "nothing changed since 2026-03-02: the last change was on"),
        (["2026-03", "--changes", "2026-03-01"], "leave one out"),
        (["--changes", "2026-03-01", "--club", "bees"], "leave out --club"),
    ],
)
def test_a_wrong_use_is_answered(root: Path, args: list[str], answer: str) -> None:
    result = announce(root, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert answer in result.stderr


def test_content_without_earlier_states_says_how_to_keep_them(root: Path) -> None:
    versions = root / "content" / "trees" / "hive.versions"
    for path in versions.iterdir():
        path.unlink()
    result = announce(root, "--changes", "2026-03-01")
    assert result.exit_code == 2
    assert "commit your content to git, or keep earlier versions in a folder" in result.stderr


def test_dates_in_the_yaml_tell_what_they_can_where_no_state_is_kept(root: Path) -> None:
    versions = root / "content" / "trees" / "hive.versions"
    for path in versions.iterdir():
        path.unlink()
    decided = """\
decisions:
  - {date: 2026-02-02, title: "Begin with <i>swarms</i>", because: They leave in May.}
  - {date: 2026-02-12, title: Watch ten hives, because: Nobody had.}
"""
    (root / "content" / "trees" / "hive.yml").write_text(TREE + decided, encoding="utf-8")
    page = make_page(root, "trees/hive/how-it-grew.md")
    assert "From 2 February 2026 to 12 February 2026, in 2 moments." in page
    assert "no earlier state is kept" in page
    assert '<span class="pb-kind">Decided</span>: Begin with &#60;i&#62;swarms' in page
    assert "<figure" not in page
    answer = announce(root, "--changes", "2026-02-12")
    assert "- 12 February 2026: Decided: Watch ten hives\n" in answer.stdout
