"""What a project says to MkDocs, with what it inherits."""

from pathlib import Path

from playbook.config.mkdocs_settings import read_own_settings


def write(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        (root / f"{name}.yml").write_text(text, encoding="utf-8")


def test_what_inherits_counts_before_what_it_inherits(tmp_path: Path) -> None:
    write(
        tmp_path,
        mkdocs="INHERIT: base.yml\ntheme: {name: material, features: [a]}\ndocs_dir: here\n",
        base="INHERIT: far.yml\ntheme: {language: de, features: [b]}\ndocs_dir: there\n",
        far="plugins: [search]\ntheme: {language: fr}\n",
    )
    own = read_own_settings(tmp_path)
    assert own["theme"] == {"name": "material", "language": "de", "features": ["a"]}
    assert (own["docs_dir"], own["plugins"]) == ("here", ["search"])


def test_a_file_of_another_name_is_read_as_well(tmp_path: Path) -> None:
    write(tmp_path, mkdocs="docs_dir: a\n", other="docs_dir: b\n")
    assert read_own_settings(tmp_path, "other.yml")["docs_dir"] == "b"


def test_what_can_not_be_read_sets_nothing(tmp_path: Path) -> None:
    assert read_own_settings(tmp_path) == {}
    write(tmp_path, mkdocs="a: [\n")
    assert read_own_settings(tmp_path) == {}
    write(tmp_path, mkdocs="INHERIT: mkdocs.yml\ntheme: {name: material}\n")
    assert read_own_settings(tmp_path)["theme"] == {"name": "material"}
