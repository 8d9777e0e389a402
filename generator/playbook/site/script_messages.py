"""What the theme's pages and scripts say in a language, for engines without messages."""

import json

from babel.messages.pofile import read_po

from playbook.language import ENGLISH, FOLDER, Language
from playbook.site.bundle import join_scripts

WORDS = "assets/words.js"


def translate_page_messages(spoken: Language) -> dict[str, str]:
    """Return the messages of the theme's pages, each in the language; none for English."""
    return {one: spoken.messages.gettext(one) for one, _ in list_messages(".html", spoken)}


def make_script(spoken: Language) -> str:
    """Return the script that all others build on, with what they say in the language."""
    messages = {
        one: [
            spoken.messages.ngettext(one, many, number) for number in find_plural_examples(spoken)
        ]
        if many
        else spoken.messages.gettext(one)
        for one, many in list_messages(".js", spoken)
    }
    table = json.dumps(messages, indent=1, sort_keys=True)
    code_of, formula = json.dumps(spoken.code), find_plural_formula(spoken)
    head = f"const spoken = {{ code: {code_of}, form: (n) => {formula}, messages: {table} }};"
    return "\n".join((head, join_scripts("words")))


def find_plural_formula(spoken: Language) -> str:
    """Return the formula that says which form a number takes.

    Gettext itself refuses whatever is none.
    """
    header = spoken.messages.info().get("plural-forms", "plural=n != 1")
    return header.partition("plural=")[2].rstrip("; ")


def find_plural_examples(spoken: Language) -> list[int]:
    """Return a number for each form, in their order."""
    forms = getattr(spoken.messages, "plural", None)
    numbers = (
        {int(forms(number)): number for number in reversed(range(200))} if forms else {0: 1, 1: 2}
    )
    return [numbers[index] for index in sorted(numbers)]


def list_messages(ending: str, spoken: Language) -> list[tuple[str, str]]:
    """Return each message of the files with an ending, and its plural where it has one."""
    if spoken is ENGLISH:
        return []
    with (FOLDER / "playbook.pot").open("rb") as file:
        catalog = read_po(file)
    ids = [
        entry.id for entry in catalog if any(path.endswith(ending) for path, _ in entry.locations)
    ]
    return [(entry, "") if isinstance(entry, str) else (entry[0], entry[1]) for entry in ids]
