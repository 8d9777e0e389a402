"""Where a project's YAML lies, by what it says to MkDocs."""

from pathlib import Path

import pytest

from playbook.config.place import explain_folder, find_place


@pytest.mark.parametrize(
    ("config", "content", "folder"),
    [
        ("", "content", ""),
        ("site_name: x\n", "docs", ""),
        ("docs_dir: content\nplugins: [search, {playbook: {site: true}}]\n", "content", ""),
        ("docs_dir: there\nplugins: [search, {playbook: {site: on}}]\n", "there", ""),
        ("plugins: [playbook]\n", "docs/discovery", "discovery"),
        ("plugins: {playbook: {folder: a b/ö/}}\n", "docs/a b/ö", "a b/ö"),
        ("plugins: [{playbook: {folder: ../x}}]\n", "docs/discovery", "discovery"),
        (
            "docs_dir: !ENV [NO_SUCH, there]\nplugins: [playbook]\n",
            "there/discovery",
            "discovery",
        ),
        ("docs_dir: 3\nplugins: 3\n", "3", ""),
        ("docs_dir: nowhere\nplugins: [{playbook: {site: true}}]\n", "content", ""),
    ],
)
def test_the_folder_is_where_mkdocs_looks(
    config: str, content: str, folder: str, tmp_path: Path
) -> None:
    for name in ("docs", "there", *(["content"] if "content" in (content, config[:7]) else [])):
        (tmp_path / name).mkdir()
    if config:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    place = find_place(tmp_path)
    assert (place.content, place.folder) == (tmp_path / content, folder)
    assert place.is_guest is bool(folder)


@pytest.mark.parametrize("folder", ["", ".", "..", "/a", "a//b", "a/../b", ".git", "a\\b", "./a"])
def test_a_folder_lies_below_the_pages(folder: str) -> None:
    assert explain_folder(folder)


@pytest.mark.parametrize(
    ("options", "has_reference"),
    [
        ("{}", False),
        ("{reference: true}", True),
        ("{site: true}", None),
        ("{site: yes, reference: no}", False),
    ],
)
def test_a_guest_has_the_reference_only_where_it_asks_for_it(
    options: str, tmp_path: Path, *, has_reference: bool | None
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins: [playbook: {options}]\n", encoding="utf-8")
    assert find_place(tmp_path).has_reference is has_reference
