"""What there is to translate.

`make languages` writes it anew to the template and to each language.
"""

import inspect
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal, get_args, get_origin

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from playbook.kinds import KINDS
from playbook.reference.json_schema import find_models

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "theme" / "languages"
TEMPLATE = FOLDER / "playbook.pot"
METHODS = [
    ("generator/playbook/**.py", "python"),
    ("generator/playbook/**.jinja", "jinja2"),
    ("theme/pages/**.jinja", "jinja2"),
    ("theme/scripts/**.js", "javascript"),
    ("theme/site/**.html", "jinja2"),
    ("theme/site/**.js", "javascript"),
]
OPTIONS = {"**.jinja": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
SHOWN = {
    "AntiPattern": ("theme",),
    "Assumption": ("type", "importance", "known"),
    "AssumptionTest": ("verdict",),
    "Opportunity": ("status",),
    "Play": ("difficulty",),
    "Ritual": ("every",),
    "Solution": ("status",),
}
"""The fields whose vocabulary readers see; a field's name is the context of its words."""
HEADER = """\
# The messages of Discovery Playbook. `make languages` writes this file and renews the languages beside it.
#"""  # noqa: E501 - shown as it stands


def extract_messages() -> Catalog:
    """Return every message in the sources, in the order of the files."""
    catalog = Catalog(project="discovery-playbook", header_comment=HEADER, fuzzy=False)
    for folder in ("generator", "theme"):
        messages = extract_from_dir(
            ROOT / folder,
            [
                (pattern.removeprefix(f"{folder}/"), method)
                for pattern, method in METHODS
                if pattern.startswith(folder)
            ],
            OPTIONS,
            keywords=DEFAULT_KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for name, _, message, comments, context in messages:
            catalog.add(
                message,
                None,
                [(f"{folder}/{Path(name).as_posix()}", None)],
                (),
                comments,
                context=context,
            )
    for path, name, word in vocabularies():
        catalog.add(word, None, [(path, None)], context=name)
    for kind in KINDS:
        path = (
            Path(inspect.getfile(kind.model)).with_name("__init__.py").relative_to(ROOT).as_posix()
        )
        catalog.add(kind.counted, None, [(path, None)], flags=["python-format"])
    return catalog


def vocabularies() -> Iterator[tuple[str, str, str]]:
    """Yield each word of a vocabulary that readers see, with its file and its field."""
    models = {
        model.__name__: model for kind in KINDS for model in (kind.model, *find_models(kind.model))
    }
    for model, names in SHOWN.items():
        path = Path(inspect.getfile(models[model])).relative_to(ROOT).as_posix()
        for name in names:
            annotation = models[model].model_fields[name].annotation
            for kind in (annotation, *get_args(annotation)):
                if get_origin(kind) is Literal:
                    yield from ((path, name, word) for word in get_args(kind))


def format_catalog(catalog: Catalog) -> str:
    """Return a catalogue as the text of its file, without what changes from day to day."""
    stream = BytesIO()
    write_po(
        stream, catalog, width=120, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    lines = stream.getvalue().decode().splitlines(keepends=True)
    dated = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Report-Msgid-Bugs-To',
        '"Last-Translator',
        '"Generated-By',
        '"Project-Id',
        '"Language-Team',
    )
    return "".join(line for line in lines if not line.startswith(dated))


def read(path: Path) -> Catalog:
    """Return a catalogue that was written before; a template has no language."""
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.stem, abort_invalid=True)


def renew_catalog(path: Path, template: Catalog) -> Catalog:
    """Return a language with the messages of the template.

    What is new in it waits for its translation.
    """
    catalog = read(path)
    catalog.update(template, no_fuzzy_matching=True)
    return catalog


if __name__ == "__main__":
    template = extract_messages()
    TEMPLATE.write_text(format_catalog(template), encoding="utf-8", newline="\n")
    for path in sorted(FOLDER.glob("*.po")):
        path.write_text(
            format_catalog(renew_catalog(path, template)), encoding="utf-8", newline="\n"
        )
