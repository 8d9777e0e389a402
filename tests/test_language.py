"""What readers see can be translated, all of it; and what is translated is whole and safe."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from click.testing import CliRunner
from mkdocs.config import load_config

from languages import FOLDER, TEMPLATE, extract_messages, format_catalog, read, renew_catalog
from playbook.cli import main
from playbook.config.settings import load_settings
from playbook.language import (
    ENGLISH,
    Language,
    format_day,
    load_language,
    load_translations,
    ngettext,
    use_language,
)
from playbook.site.script_messages import find_plural_examples, make_script
from projects import ROOT, Project, make_project

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
MARKS = re.compile(r"<[^>]*>|\]\([^)]*\)|\{[^}]*\}|[<>\"`|\\&]")


def forms(told: Message) -> list[tuple[str, str]]:
    """Return each form of a message with its translation."""
    if isinstance(told.id, str):
        return [(told.id, str(told.string))]
    return [(told.id[min(index, 1)], form) for index, form in enumerate(told.string)]


@pytest.fixture(scope="module")
def messages() -> Catalog:
    """Every message of the sources."""
    return extract_messages()


def test_the_template_has_every_message_of_the_sources(messages: Catalog) -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == format_catalog(messages), "run: make languages"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_whole(code: str, messages: Catalog) -> None:
    path = FOLDER / f"{code}.po"
    catalog = read(path)
    assert path.read_text(encoding="utf-8") == format_catalog(renew_catalog(path, messages)), (
        "run: make languages"
    )
    assert [told.id for told in catalog if told.fuzzy] == []
    assert catalog.obsolete == {}
    assert [
        told.id for told in catalog if told.id and not all(form for _, form in forms(told))
    ] == [], f"write in {path.relative_to(ROOT)} what these are in this language"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_takes_the_same_values(code: str) -> None:
    catalog = read(FOLDER / f"{code}.po")
    assert [str(fault) for told in catalog for fault in told.check(catalog)] == []


def foreign_marks(catalog: Catalog) -> list[str]:
    """Return the translations with a tag, a link or a quotation mark that their message does not
    have."""
    pairs = [pair for told in catalog if told.id for pair in forms(told)]
    return [
        form for one, form in pairs if sorted(MARKS.findall(one)) != sorted(MARKS.findall(form))
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_brings_no_html_of_its_own(code: str) -> None:
    assert foreign_marks(read(FOLDER / f"{code}.po")) == []


@pytest.mark.parametrize(
    "form", ["<b>", 'a" onclick="b', "[a](https://example.org)", "&lt;", "`a`", "{ #a }"]
)
def test_html_in_a_translation_is_found(form: str) -> None:
    catalog = Catalog()
    catalog.add("A word", form)
    assert foreign_marks(catalog) == [form]


def test_a_region_speaks_its_language_and_an_unknown_one_english() -> None:
    assert load_language("de-AT") is not ENGLISH
    assert load_language("de-AT").code == load_language("de").code == "de"
    assert [load_language(code) for code in ("en", "tlh", "../languages/de", "")] == [ENGLISH] * 4


def catalogue(folder: Path, head: str, body: str = "") -> Path:
    """Return a file of messages in Russian."""
    path = folder / "ru.po"
    start = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: '
        f'{head}\\n"\n\n'
    )
    path.write_text(f"{start}{body}", encoding="utf-8")
    return path


def test_a_message_without_a_translation_stays_english(tmp_path: Path) -> None:
    guessed = 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n'
    found = load_translations(catalogue(tmp_path, "nplurals=1; plural=0;", guessed))
    assert [found.gettext("a"), found.gettext("b")] == ["a", "b"]


def test_a_script_takes_the_forms_that_gettext_takes(tmp_path: Path) -> None:
    plural = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    spoken = Language(
        "ru", load_translations(catalogue(tmp_path, f"nplurals=3; plural=({plural});"))
    )
    assert find_plural_examples(spoken) == [1, 2, 0]
    assert make_script(spoken).startswith(
        f'const spoken = {{ code: "ru", form: (n) => ({plural}), messages: {{'
    )


def test_a_formula_that_is_a_script_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plural form"):
        load_translations(catalogue(tmp_path, "nplurals=2; plural=alert(1);"))


def test_german_is_spoken_for_a_while() -> None:
    with use_language(load_language("de")):
        assert format_day(date(2026, 3, 18)) == "18.\N{NO-BREAK SPACE}März 2026"
        assert ngettext("%(number)s moment", "%(number)s moments", 2) == "2 Momente"
    assert format_day(date(2026, 3, 18)) == "18 March 2026"


BOOK = (
    "kind: book\ntitle: A book\nsummary: One.\nby: Ana\nparts: [{chapters: [{number: 1, title: "
    "A}]}]\n"
)
SITE = "site_name: A playbook\n{}"


@pytest.mark.parametrize(
    ("own", "config", "expected"),
    [
        ("", "theme: {name: material}\n", "en"),
        ("theme: {language: de}\n", "theme: {name: material}\n", "de"),
        ("theme: {language: de}\n", "theme: {name: material, language: fr}\n", "fr"),
        ('theme: {language: !ENV [NO_SUCH_LANGUAGE, "de"]}\n', "theme: material\n", "de"),
        ("", "- no\n- mapping\n", "en"),
    ],
)
def test_the_language_is_that_of_the_theme(
    own: str, config: str, expected: str, project: Project
) -> None:
    (project.root / "site_config" / "site.yml").write_text(SITE.format(own), encoding="utf-8")
    (project.root / "mkdocs.yml").write_text(config, encoding="utf-8")
    settings, problems = load_settings(project.root, ())
    assert (settings.theme.language, problems) == (expected, [])


@pytest.fixture
def german(tmp_path: Path) -> Project:
    """This repository's playbook, in German."""
    project = make_project(tmp_path / "project", content=True)
    site = project.root / "site_config" / "site.yml"
    site.write_text(
        site.read_text(encoding="utf-8").replace("language: en", "language: de"), encoding="utf-8"
    )
    return project


def test_an_announcement_speaks_german(german: Project) -> None:
    said = CliRunner().invoke(main, ["-C", str(german.root), "announce", "2026-03"]).stdout
    assert "Kapitel 4, Visualizing What You Know (etwa 14 Minuten)" in said
    assert "Mittwoch, 18.\N{NO-BREAK SPACE}März 2026, 09:00–10:00 PDT (16:00 UTC)" in said  # noqa: RUF001 - a span takes an en dash


def test_an_export_carries_the_words_of_the_theme(german: Project, tmp_path: Path) -> None:
    shutil.rmtree(german.content)
    german.write({"a.yml": BOOK})
    done = CliRunner().invoke(main, ["-C", str(german.root), "export", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    config = load_config(str(tmp_path / "out" / "mkdocs.yml"))
    assert config.extra["words"]["Off the map"] == "Hier endet die Karte"
    assert list((config.nav or [{}])[0]) == ["Start"]
    words = (tmp_path / "out" / "content" / "assets" / "words.js").read_text(encoding="utf-8")
    assert '"Nothing ticked yet": "Noch nichts angehakt"' in words
