"""Every kind, one line each, in the order the site shows them."""

from importlib import import_module

from playbook.kind import Kind

FOLDERS = (
    "signpost",
    "club",
    "reading_guide",
    "play",
    "opportunity_tree",
    "experience_map",
    "interview_snapshot",
    "book",
    "glossary",
)
KINDS: tuple[Kind, ...] = tuple(import_module(f"{__name__}.{folder}").KIND for folder in FOLDERS)
