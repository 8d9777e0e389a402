"""What is still an example is named, and is no problem."""

from pathlib import Path

from playbook.source.problem import Mark
from playbook.starter.unreplaced import describe_unreplaced
from projects import Run


def test_the_tagline_is_named_when_the_last_example_goes(run: Run, tmp_path: Path) -> None:
    assert run("init", "--yes", "--shelf", "none", "--host", "none", cwd=tmp_path).returncode == 0
    examples = [path.stem for path in (tmp_path / "content").rglob("*.yml")]
    removed = run("remove", *examples, "--clean", cwd=tmp_path)
    site = (tmp_path / "site_config/site.yml").read_text(encoding="utf-8")
    line = site[: site.index("  tagline:")].count("\n") + 1
    left = f"1 place still says 'Replace me': site_config/site.yml:{line}\n"
    assert removed.stdout.endswith(left)
    assert run("new", "interview-snapshot", "bea", cwd=tmp_path).returncode == 0
    draft = tmp_path / "content/snapshots/bea.yml"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("Replace me: ", ""), encoding="utf-8"
    )
    checked = run("check", "--strict", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "2 places still say 'Replace me': content/snapshots/bea.yml:4, site_" in checked.stdout
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("tags: [replace-me]", ""), encoding="utf-8"
    )
    assert run("check", "content", cwd=tmp_path).stdout == "All is well: 1 artifact checked.\n"
    assert "handouts: true" in site
    (tmp_path / "site_config/site.yml").write_text(
        site.replace("# handouts: true", "handouts: false").replace(
            "# reference: true", "reference: false"
        ),
        encoding="utf-8",
    )
    place = tmp_path / "to share [1]"
    made = run("build", "--strict", "--offline", "--out", place.name, cwd=tmp_path)
    assert made.stdout.endswith(f"{left}Open to share [1]/index.html in a browser.\n"), made.stderr
    assert (place / "index.html").is_file()
    assert not (tmp_path / "site").exists()
    refused = run("build", "--out", "content", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        2,
        "Error: 'content' lies in content/: name a folder outside it",
    )


def test_no_more_than_a_line_of_them_is_named() -> None:
    places = [(Path(f"content/{number}.yml"), Mark()) for number in range(9)]
    assert describe_unreplaced(places).endswith("content/4.yml:1 and 4 more")
