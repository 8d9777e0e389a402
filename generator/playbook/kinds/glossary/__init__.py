"""Glossaries: the terms of the field, linked where a page first uses one."""

from playbook.kinds.glossary.model import Glossary
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="glossary",
    title=N_("Glossary"),
    plural=N_("Glossaries"),
    folder="glossaries",
    about=N_(
        "The field's terms in plain words; every page links to each one where it first uses it."
    ),
    everyday_words=("term", "word", "definition"),
    model=Glossary,
    is_way_in=True,
)
