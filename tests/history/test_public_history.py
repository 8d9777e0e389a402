"""What was internal in any past state is nowhere on a public site, nor in a message."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.drawing.cache import PictureCache
from playbook.project import Project, load_project
from playbook.site.site import make_site
from playbook.source.problem import is_breaking

TODAY = """\
kind: opportunity-tree
title: Bees that stay
summary: Why swarms leave a new hive.
date: 2026-04-01
visibility: public
outcome: {title: More swarms stay, type: product, metric: Share of hives with bees in May}
opportunities:
  - id: queen
    title: I can't see the queen
    status: target
    heard_in: [mara]
    solutions:
      - id: mark-her
        title: Mark her back
        status: candidate
        assumptions:
          - id: paint-lasts
            title: Paint lasts a summer
            type: feasibility
            tests: [{id: ten-queens, title: Ten queens, criterion: {at_least: 7 of 10, who: stay}}]
  - {id: space, title: Too little space}
decisions:
  - {date: 2026-03-01, title: Look for the queen first, because: Nobody could., about: queen}
"""
INTERNAL = "visibility: internal\n"
PAST = {
    "2026-01-02": TODAY.replace("visibility: public\n", INTERNAL).replace("Mark", "MARKER Mark"),
    "2026-01-05": re.sub(r"(title: (?:\"|')?)(\w)", r"\1MARKER \2", TODAY),
    "2026-01-09": TODAY.replace("title: Ten queens", "title: Ten queens of MARKER").replace(
        "because: Nobody could.", "because: MARKER could."
    ),
    "2026-02-01": TODAY.replace("metric: Share", "metric: MARKER's share").replace(
        "summary: Why", "summary: MARKER why"
    ),
    "2026-02-11": TODAY.replace(
        "  - {id: space, title: Too little space}\n",
        "  - {id: marker, title: MARKER was here, heard_in: [marker-mara]}\n",
    ),
    "2026-02-19": TODAY.replace("id: space, title: Too", "id: marker-space, title: Too").replace(
        "id: ten-queens", "id: marker-queens"
    ),
    "2026-03-03": TODAY.replace("about: queen", "about: marker-queen")
    .replace("id: queen", "id: marker-queen")
    .replace("Look for the queen", "Look for MARKER"),
}
SNAPSHOT = """\
kind: interview-snapshot
title: MARKER told us of her hive
summary: What MARKER saw.
date: 2026-02-27
visibility: internal
who: {name: Mara}
quote: MARKER said so.
"""


@pytest.fixture(params=[True, False], ids=["public", "whole"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    trees = tmp_path / "content" / "trees"
    (trees / "hive.versions").mkdir(parents=True)
    (trees / "hive.yml").write_text(TODAY, encoding="utf-8")
    for day, text in PAST.items():
        (trees / "hive.versions" / f"{day}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "content" / "mara.yml").write_text(SNAPSHOT, encoding="utf-8")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "site.yml").write_text(
        "site_name: Hives\nsite_url: https://hives.example/\nextra: {history: true, handouts: false"
        f", reference: false, public: {str(request.param).lower()}}}\n",
        encoding="utf-8",
    )
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: site_config/site.yml\ndocs_dir: content\nplugins: [{playbook: {site: true}}]\n",
        encoding="utf-8",
    )
    return load_project(tmp_path)


def test_a_past_state_gives_nothing_internal_away(project: Project) -> None:
    is_public = project.settings.extra.public
    assert not is_breaking(project.problems, strict=False), [*map(str, project.problems)]
    site = make_site(project.library, project.settings, PictureCache(None))
    marked = {
        file.path
        for file in site.files
        if not file.path.endswith(".png") and "marker" in f"{file.path} {file.content!r}".lower()
    }
    if "marker" in repr(site.pieces).lower():
        marked.add("search")
    root = project.library.content.parent
    answer = CliRunner().invoke(main, ["-C", str(root), "announce", "--changes", "2026-01-01"])
    assert answer.exit_code == 0, answer.output
    if "marker" in answer.output.lower():
        marked.add("announce")
    page = str(site.find("trees/hive/how-it-grew.md").content)
    assert "Look for the queen first" in page
    if is_public:
        assert marked == set(), re.findall(r"(?i).{200}marker.{80}", page)
    else:
        assert marked >= {"trees/hive/how-it-grew.md", "feed.xml", "announce"}
