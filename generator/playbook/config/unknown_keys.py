"""A file with settings -> its keys that nobody reads, and that look like slips of those we know."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from playbook.config.mkdocs_settings import look_up
from playbook.source.document import Source
from playbook.source.problem import Problem, Severity
from playbook.text.english import quoted

MKDOCS_KEYS = """
    INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra
    extra_css extra_javascript extra_templates hooks markdown_extensions mdx_configs nav not_in_nav
    plugins remote_branch remote_name repo_name repo_url site_author site_description site_dir
    site_name site_url strict theme use_directory_urls validation watch
"""
MATERIAL_KEYS = """
    alternate analytics annotate consent generator homepage manifest polyfills scope social status
    tags version
"""
OF_MKDOCS = frozenset(MKDOCS_KEYS.split())
"""What MkDocs reads at the top of its settings."""
OF_MATERIAL = frozenset(MATERIAL_KEYS.split())
"""What Material reads below `extra:`."""
AT_THE_TOP = {"edit_uri", "site_description", "site_name", "site_url"}
"""What we read at the top, and others hardly below `extra:`."""
LIKENESS = 0.72
"""How alike two keys are at least to be taken for one, from 0 to 1; plugins have their own."""


def find_unknown_keys(source: Source, ours: Collection[str]) -> Iterator[Problem]:
    """Yield each key that is close to one that is known, or that belongs below `extra:`.

    `ours` are the keys below `extra:` that we read.
    """
    for key in list_keys(source):
        if key in ours:
            yield report(source, (key,), "it belongs below 'extra:'")
        elif key not in OF_MKDOCS and (close := find_close(key, [*OF_MKDOCS, *ours])):
            place = " below 'extra:'" if close in ours else ""
            yield report(source, (key,), f"did you mean '{close}:'{place}?")
    for key in list_keys(source, "extra"):
        if key in AT_THE_TOP:
            yield report(source, ("extra", key), "it belongs at the top, and not below 'extra:'")
        elif key not in ours and key not in OF_MATERIAL and (close := find_close(key, ours)):
            yield report(source, ("extra", key), f"did you mean '{close}:'?")


def list_keys(source: Source, *place: str) -> list[str]:
    """Return the keys at a place that are words; what means `public:` is answered elsewhere."""
    mapping = look_up(source, *place)
    keys = mapping if isinstance(mapping, dict) else ()
    return [key for key in keys if isinstance(key, str) and key.strip().casefold() != "public"]


def find_close(key: str, known: Collection[str]) -> str:
    """Return the known key that another is a slip of; nothing where it is like none."""
    plain = key.strip().casefold().replace("-", "_")[:100]
    return next(iter(get_close_matches(plain, sorted(known), n=1, cutoff=LIKENESS)), "")


def report(source: Source, place: tuple[str, ...], remedy: str) -> Problem:
    """Return the advice on a key."""
    message = f"nothing reads the setting {quoted(place[-1])} here: {remedy}"
    return Problem(
        source.path, source.find_mark(place, key=True), "SET012", message, Severity.WARNING
    )


def find_misplaced_public(source: Source) -> Iterator[Problem]:
    """Yield each key that means `public:` below `extra:` and is something else."""
    places = [((), look_up(source)), (("extra",), look_up(source, "extra"))]
    for place, mapping in places:
        for key in mapping if isinstance(mapping, dict) else ():
            if str(key).strip().casefold() == "public" and (not place or key != "public"):
                message = (
                    f"'{key}' has no effect here: write 'public:' in lower case below 'extra:'"
                )
                yield Problem(
                    source.path, source.find_mark((*place, key), key=True), "SET010", message
                )
