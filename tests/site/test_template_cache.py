from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from playbook.site.template_cache import TemplateCache

SOURCE = "{{ '<' }}"


def render(folder: Path, *, autoescape: bool, source: str = SOURCE) -> str:
    cache = TemplateCache(repr(autoescape))
    cache.directory = str(folder)
    loader = DictLoader({"page": source})
    return (
        Environment(loader=loader, autoescape=autoescape, bytecode_cache=cache)  # noqa: S701
        .get_template("page")
        .render()
    )


def test_what_is_compiled_with_other_options_or_of_another_text_is_kept_apart(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        assert render(tmp_path, autoescape=False) == "<"
        assert render(tmp_path, autoescape=True) == "&lt;"
        assert render(tmp_path, autoescape=True, source="new") == "new"


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render(tmp_path, autoescape=True)
    monkeypatch.delattr(Environment, "_generate")
    assert render(tmp_path, autoescape=True) == "&lt;"


def test_where_nothing_can_be_written_a_template_is_compiled_each_time(tmp_path: Path) -> None:
    assert render(tmp_path / "no" / "folder", autoescape=True) == "&lt;"
