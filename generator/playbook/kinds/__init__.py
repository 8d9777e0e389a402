"""Every kind, one line each, in the order the site shows them."""

from importlib import import_module

from playbook.kind import Kind

FOLDERS = (
    "signpost",
    "club",
    "reading_guide",
    "play",
    "interview_snapshot",
    "experience_map",
    "opportunity_tree",
    "book",
    "glossary",
)
KINDS: tuple[Kind, ...] = tuple(import_module(f"{__name__}.{folder}").KIND for folder in FOLDERS)
