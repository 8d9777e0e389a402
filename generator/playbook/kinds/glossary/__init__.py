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
        "The terms of the field in plain words; every page links to them where it first uses one."
    ),
    model=Glossary,
    is_way_in=True,
)
