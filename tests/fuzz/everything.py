"""All that is made of a library, in this process, and the texts that are in none of it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from markdown import Markdown
from markdown_it.token import Token
from mkdocs.utils.meta import get_data

from fuzz.artifacts import Author
from fuzz.filling import filled, write
from fuzz.prose import Prose
from playbook.clubs.announcement import Announcement
from playbook.clubs.schedule import find_clubs
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_session_handouts
from playbook.handouts.rich_text import RichText
from playbook.language import load_language, use_language
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.model.traverse import walk
from playbook.project import Project as Loaded
from playbook.project import load_project
from playbook.site.site import make_site
from playbook.source.problem import Problem, Severity
from playbook.text.inline import Text

SITE = """site_name: {name}
site_url: https://example.org/habits/
extra: {{tagline: {name}}}
theme: {{language: {language}}}
"""
ENGINE = Markdown(
    extensions=["attr_list", "md_in_html", "tables", "toc"],
    extension_configs={"toc": {"permalink": True}},
)
TAGS = re.compile(r"<[^>]*>")
UNSEEN = re.compile(r"\s|[\u200b\u00ad\u2060\ufeff]")
ROUNDS = 4


class Project:
    """A project of random artifacts in a folder.

    What the check finds wrong is written anew, and at last left out.
    """

    def __init__(self, root: Path, seed: int, size: int) -> None:
        self.root, self.content, self.draw = root, root / "content", Random(seed)  # noqa: S311 - cases, not secrets
        self.author = Author(self.draw, size)
        self.content.mkdir(parents=True)
        (root / "site_config").mkdir()
        self.documents = self.author.documents()
        refs = [name for ids in self.author.ids.values() for name in ids]
        refs += [name for names in self.author.pieces.values() for name in names]
        self.wild, self.tame = Prose(self.draw, refs), Prose(self.draw, tame=True)
        name = self.draw.choice(("Habits", "'⚠️ 習慣 «سؤال»'", "'<b>&amp; **Habits**'"))
        spoken = self.draw.choice(("en", "en", "de", "ar", "zh", "nl"))
        (root / "site_config" / "site.yml").write_text(
            SITE.format(name=name, language=spoken), encoding="utf-8"
        )

    def write(self, name: str, prose: Prose) -> None:
        """Write one document with new texts."""
        document = filled(self.documents[name], prose, self.author.pieces, self.draw)
        (self.content / f"{name}.yml").write_text(
            write(document, self.draw), encoding="utf-8", newline=""
        )

    def settle(self) -> tuple[Loaded, list[str]]:
        """Return the project that the check accepts, and what it found wrong with all that is not
        in it."""
        for name in self.documents:
            self.write(name, self.wild)
        refused: list[str] = []
        for attempt in range(ROUNDS * 3):
            loaded = load_project(self.root)
            errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
            if not errors:
                return loaded, refused
            for path in sorted({each.path for each in errors}):
                if attempt < ROUNDS:
                    self.write(path.stem, self.wild if attempt < ROUNDS // 2 else self.tame)
                else:
                    refused += [message(each) for each in errors if each.path == path]
                    path.unlink()
        raise AssertionError(f"the check never comes to rest: {refused}")


def message(problem: Problem) -> str:
    """Return a problem without the folder it was found in."""
    return f"{problem.path.name}:{problem.mark.line}: {problem.code} {problem.message}"


def make_everything(project: Loaded) -> dict[str, str | bytes]:
    """Return every file of the site with its sheets, and each club's messages.

    The reference is the same for all.
    """
    extra = project.settings.extra.model_copy(update={"reference": False})
    settings = project.settings.model_copy(update={"extra": extra})
    made = make_site(project.library, settings, PictureCache(None))
    assert [str(problem) for problem in made.problems] == [], "a sheet could not be printed"
    files = {file.path: file.content for file in made.files}
    with use_language(load_language(project.settings.theme.language)):
        for year in find_clubs(project.library):
            for number, part in enumerate(year.parts):
                said = Announcement(year, part, project.settings.site_url)
                files[f"messages/{year.entry.id}/{number}.txt"] = said.message.format_chat()
                files[f"messages/{year.entry.id}/{number}.eml"] = said.message.format_mail()
    return files


def words_on(page: str) -> str:
    """Return what a reader sees of a page, without spaces."""
    ENGINE.reset()
    body, front = get_data(page)
    assert front, "the front matter is lost"
    return squeezed(html.unescape(TAGS.sub("", ENGINE.convert(body))))


def squeezed(text: str) -> str:
    """Return a text without what is not seen, and where a line may break."""
    return UNSEEN.sub("", text)


def lost_texts(library: Library, files: dict[str, str | bytes]) -> list[str]:
    """Return each text of which a word stands neither on a page nor on a sheet of its artifact."""
    lost = []
    for entry in library.entries.values():
        folder = entry.page.removesuffix(".md")
        own = [
            path
            for path in files
            if path == entry.page or (path.startswith(f"{folder}/") and path.endswith(".md"))
        ]
        shown = "\n".join(
            [
                *(words_on(str(files[path])) for path in own),
                *map(squeezed, words_of_sheets(entry, library)),
            ]
        )
        for loc, value in walk(entry.artifact):
            if isinstance(value, Text):
                titled = "".join(words_of(token, library, entry) for token in value.tokens())
                if gone := min(missing(titled, shown), missing(value.plain(), shown), key=len):
                    lost.append(f"{entry.kind.name} {'.'.join(map(str, loc))}: {gone} of {value!r}")
    return lost


def missing(text: str, shown: str) -> list[str]:
    """Return the words of a text that are not shown."""
    return [word for word in text.split() if squeezed(word) not in shown]


def words_of(token: Token, library: Library, entry: Entry) -> str:
    """Return the words that a token of a text is shown as."""
    if token.type == "reference":
        return token.meta["words"] or Text(library.resolve(entry, token.content).title).plain()
    return token.content


def words_of_sheets(entry: Entry, library: Library) -> Iterator[str]:
    """Yield each text of an artifact's sheets, such as a worksheet's table, which no page shows."""
    rich_text = RichText("", library.resolve, entry)
    for sheet in list_session_handouts(rich_text, "", Order(), PictureCache(None)):
        yield from strings(sheet.data["sheets"])


def strings(value: Any) -> Iterator[str]:
    """Yield each string in JSON; runs of one text are put together."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        if value and all(
            isinstance(each, dict) and isinstance(each.get("text"), str) for each in value
        ):
            yield "".join(each["text"] for each in value)
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value
