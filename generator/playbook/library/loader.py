"""A file -> an entry for the library, or what is wrong with it."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any

from playbook.content.file_names import SETTING, name_fault
from playbook.library.entry import Entry
from playbook.library.kind import Kind, suggest_kind
from playbook.model.link_mistakes import find_slips
from playbook.model.traverse import find_pieces
from playbook.model.validation import validate_document
from playbook.source.document import Source, parse, read_raw
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Mark, Problem, limit_problems
from playbook.text.english import list_choices, quoted
from playbook.text.inline import Text
from playbook.text.slug import MOST_BYTES, is_slug, make_slug

TAKEN = "index"


def read_entry(
    path: Path,
    content: Path,
    kinds: Mapping[str, Kind],
    names: Collection[str] = (),
    kept: KeptValues | None = None,
) -> tuple[Entry | None, list[Problem]]:
    """Return the artifact in one file, and every problem it shows.

    `names` are the ids of all files; `kept` has the values of some.
    """
    raw, problems = read_raw(path, content)
    return (
        (None, problems)
        if problems
        else parse_entry(path, raw, content, kinds, names=names, kept=kept)
    )


def parse_entry(  # noqa: PLR0913 - what a file is read with
    path: Path,
    raw: bytes,
    content: Path,
    kinds: Mapping[str, Kind],
    *,
    names: Collection[str] = (),
    kept: KeptValues | None = None,
) -> tuple[Entry | None, list[Problem]]:
    """Return the artifact in the bytes of a file, and every problem it shows."""
    source, problems = parse(path, raw, kept)
    if source is None:
        return None, problems
    data = source.data
    if not isinstance(data, dict):
        return None, [
            *problems,
            Problem(path, source.root.mark, "SHP001", "write 'key: value' lines, 'kind:' first"),
        ]
    kind = kinds.get(str(data.get("kind")))
    if kind is None:
        return None, [*problems, report_unknown_kind(source, data.get("kind"), kinds, content)]
    if misnamed := explain_name_fault(source.id, names):
        return None, [*problems, Problem(path, Mark(), "REF004", misnamed)]
    artifact, misfits = validate_document(kind.model, source)
    problems += misfits
    if artifact is None:
        return None, problems
    entry = Entry(kind, source, artifact)
    problems += limit_problems(list(entry.collect_parts()), path)
    problems += limit_problems(find_text_slips(entry), path)
    return entry, problems


def find_text_slips(entry: Entry) -> Iterator[Problem]:
    """Yield what is doubtful in an artifact's texts."""
    source = entry.source
    for loc, text in find_pieces(entry.artifact, Text):
        yield from (Problem(source.path, source.find_mark(loc), *slip) for slip in find_slips(text))
        if not source.doubts:  # as in most files, where no place has to be looked up
            continue
        if doubt := source.doubts.get(source.find_value_mark(loc)):
            yield Problem(source.path, *doubt[:4])


def explain_name_fault(name: str, names: Collection[str] = ()) -> str:
    """Return what is wrong with a file's name as an id; nothing when it is fine.

    `names` are the ids of all files.
    """
    if name == TAKEN:
        return f"'{TAKEN}' is the name of the section's own page: rename the file"
    if not is_slug(name):
        form = "lower-case letters, digits and single hyphens"
        length = (
            f", {MOST_BYTES} bytes at most"
            if len(name.encode(errors="replace")) > MOST_BYTES
            else ""
        )
        close = find_free_name(make_slug(name), names)
        how = (
            f" with 'git mv -- {name}.yml {close}.yml' in its folder, as a name that begins with "
            "'-' looks like an option"
            if name.startswith("-") and name.isprintable() and len(name.split()) == 1
            else ""
        )
        return (
            f"{quoted(name)} is the file's name and so its id, which has {form}{length}: "
            f"call it '{close}.yml'{how}"
        )
    return ""


def explain_id_fault(name: str) -> str:
    """Return what is wrong with an id that a file is to be named after; nothing when it is fine."""
    if name == TAKEN:
        return f"'{TAKEN}' is the name of the section's own page: choose another"
    if not is_slug(name):
        length = (
            f", {MOST_BYTES} bytes at most"
            if len(name.encode(errors="replace")) > MOST_BYTES
            else ""
        )
        return (
            f"an id has lower-case letters, digits and single hyphens{length}: "
            f"write '{make_slug(name)}'"
        )
    if fault := name_fault(f"{name}.yml"):
        return f"{fault.removesuffix('rename it')}choose another"
    return ""


def find_free_name(name: str, names: Collection[str]) -> str:
    """Return a name, with a number behind it where another file has it already."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(candidate for candidate in chain([name], numbered) if candidate not in names)


def report_unknown_kind(
    source: Source, name: Any, kinds: Mapping[str, Kind], content: Path
) -> Problem:
    """Return the answer to a document whose kind is missing or unheard of."""
    known = (
        f"it can be {list_choices(kinds)}; if this file isn't playbook's, "
        f"move it out of {quoted(content.name)}, or {SETTING}"
    )
    if name is None:
        return Problem(
            source.path,
            source.root.mark,
            "SHP001",
            f"'kind' is missing: start with 'kind:'; {known}",
        )
    close = suggest_kind(name, kinds.values())
    message = f"there is no kind {quoted(name)}{close}: {known}"
    if isinstance(name, list | dict):
        message = f"'kind' is {quoted(name)}, and has to be one word: {known}"
    return Problem(source.path, source.find_mark(("kind",)), "SHP001", message)
