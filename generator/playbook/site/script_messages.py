"""What the theme's own pages and scripts say in a language, for engines that know nothing of messages."""

import json

from babel.messages.pofile import read_po

from playbook.assets import THEME
from playbook.language import ENGLISH, FOLDER, Language

WORDS = "assets/words.js"


def page_words(spoken: Language) -> dict[str, str]:
    """Return the messages of the theme's pages, each in the language; none for English."""
    return {one: spoken.messages.gettext(one) for one, _ in told_in(".html", spoken)}


def script(spoken: Language) -> str:
    """Return the script that speaks for all others."""
    messages = {
        one: [spoken.messages.ngettext(one, many, number) for number in examples(spoken)]
        if many
        else spoken.messages.gettext(one)
        for one, many in told_in(".js", spoken)
    }
    said = json.dumps(messages, indent=1, sort_keys=True)
    code = (THEME / "scripts" / "words.js").read_text(encoding="utf-8")
    head = f"const spoken = {{ code: {json.dumps(spoken.code)}, form: (n) => {form(spoken)}, messages: {said} }};"
    return f"{head}\n{code}"


def form(spoken: Language) -> str:
    """Return the formula that says which form a number takes; gettext itself refuses whatever is none."""
    header = spoken.messages.info().get("plural-forms", "plural=n != 1")
    return header.partition("plural=")[2].rstrip("; ")


def examples(spoken: Language) -> list[int]:
    """Return a number for each form, in their order."""
    forms = getattr(spoken.messages, "plural", None)
    found = {int(forms(number)): number for number in reversed(range(200))} if forms else {0: 1, 1: 2}
    return [found[each] for each in sorted(found)]


def told_in(ending: str, spoken: Language) -> list[tuple[str, str]]:
    """Return each message of the files with an ending, and its plural where it has one."""
    if spoken is ENGLISH:
        return []
    with (FOLDER / "playbook.pot").open("rb") as file:
        catalog = read_po(file)
    told = [each.id for each in catalog if any(path.endswith(ending) for path, _ in each.locations)]
    return [(each, "") if isinstance(each, str) else (each[0], each[1]) for each in told]
