"""The theme's files, listed without its hidden folders."""

from jinja2 import FileSystemLoader
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from playbook.publish.theme_env import ThemeLoader, keep_templates
from projects import ROOT


def test_a_theme_gives_the_same_files_as_without_us() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    plain, ours = Files([]), Files([])
    plain.add_files_from_theme(config.theme.get_env(), config)
    keep_templates(config.theme)
    ours.add_files_from_theme(config.theme.get_env(), config)
    assert list(ours.src_uris) == list(plain.src_uris)
    assert len(ours) > 10


def test_hidden_folders_are_not_listed_but_read() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    listed = ThemeLoader(config.theme.dirs).list_templates()
    every = FileSystemLoader(config.theme.dirs).list_templates()
    assert listed == [name for name in every if not any(map(is_hidden, name.split("/")[:-1]))]
    keep_templates(config.theme)
    assert config.theme.get_env().get_template(next(name for name in every if ".icons/" in name))


def is_hidden(folder: str) -> bool:
    return folder.startswith(".")
