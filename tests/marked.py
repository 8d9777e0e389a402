"""A project in which internal artifacts of every kind bear a word of their own, and are referred to
in every way."""

import re
import shutil
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from browser.filled import HOMES, Filler
from playbook.kinds import KINDS
from playbook.model.picture_file import PictureFile
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import Tag
from projects import ROOT, Project

MARK = "zirkon"
"""Stands in every id and every text of what is internal."""
TOLD = ROOT / "tests" / "fixtures" / "public"
HIDDEN = {kind.name: f"{MARK}-filled-{kind.name}" for kind in KINDS}
USED_INSIDE = [
    f"pictures/{MARK}-shop.png",
    f"pictures/{MARK}-plan.svg",
    f"talks/{MARK}-talk.txt",
    f"{MARK}-list.csv",
]
USED_INSIDE += [f"talks/{MARK}-talk.mp3", f"talks/{MARK}-deck.pptx", f"talks/{MARK}-{MARK}.zip"]
"""What an internal page refers to, and no other."""
FACE, OPEN_FACE = f"deep/{MARK}-face.svg", "faces/open.svg"
"""Whom an internal snapshot shows, and whom a public one; nothing else refers to them."""
LEFT = [
    f"{MARK}-a.yml~",
    f"#{MARK}-b.yml#",
    f"{MARK}-c.yml.orig",
    f"{MARK}-d.md.bak",
    f"{MARK}.json",
    f"{MARK}.html",
]
LEFT += [
    f"{MARK}.js",
    f"{MARK}.css",
    f"assets/{MARK}.xml",
    f".{MARK}/notes.md",
    f".{MARK}.yaml",
    f"pictures/{MARK}-left.png",
]
"""What is never published: of a sort that is not, hidden, or with nothing that refers to it."""
SIDE_BY_SIDE = "[[{0}]], [[{0}#{1}-part-1]] and [[{0}|more of it]]"


DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>{MARK}</title></svg>'


class Marked(Filler):
    """Fills one artifact that may refer to every internal one.

    `part` begins the ids of its own pieces.
    """

    def __init__(self, text: str, part: str) -> None:
        super().__init__(text, HIDDEN)
        self.ids = (f"{part}-{number}" for number in count(1))

    def scalar(self, key: str, wanted: type, field: FieldInfo, home: type[BaseModel]) -> Any:
        """Return what a full artifact says, or None for a reference to a kind that there is none
        of."""
        if wanted is PictureFile:
            return OPEN_FACE
        if issubclass(wanted, Ref) and not issubclass(wanted, PartRef):
            if wanted.words:
                return f"{HIDDEN[HOMES[wanted.words[0]]]}#{MARK}-part-1"
            return HIDDEN.get(next(iter(wanted.kinds), "play"))
        return super().scalar(key, wanted, field, home)


class Secret(Marked):
    """Fills an internal artifact with texts of which no two are the same."""

    def __init__(self, name: str) -> None:
        super().__init__("", f"{MARK}-part")
        self.name, self.texts = name, count(1)

    def scalar(self, key: str, wanted: type, field: FieldInfo, home: type[BaseModel]) -> Any:
        """Return a text that stands nowhere else."""
        if wanted is Tag:
            return f"{MARK}-tag"
        if wanted is PictureFile:
            return Path(FACE).name
        self.text = f"{MARK.capitalize()}{self.name.replace('-', '')}{next(self.texts)}x"
        return super().scalar(key, wanted, field, home)


def write(project: Project) -> None:
    """Write the project.

    What was told by hand, and for each kind one internal artifact and a public one around it.
    """
    shutil.copytree(
        TOLD, project.content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.golden.md")
    )
    for kind in KINDS:
        secret = {
            **Secret(kind.name).model(kind.model),
            "kind": kind.name,
            "visibility": "internal",
        }
        save(project.content / "deep" / f"{HIDDEN[kind.name]}.yml", secret)
        text = f"Seen in {SIDE_BY_SIDE.format(HIDDEN['experience-map'], MARK)}"
        around = {
            **Marked(text, "open").model(kind.model),
            "kind": kind.name,
            "visibility": "public",
        }
        save(project.content / f"open-{kind.name}.yml", around)
    links = "".join(f"[{name}]({name})\n" for name in USED_INSIDE)
    project.write(
        {
            f"{MARK}-files.md": f"---\nvisibility: internal\n---\n# {MARK}\n\n{links}",
            **dict.fromkeys(LEFT, MARK),
        }
    )
    project.write({name: DRAWING if name.endswith(".svg") else MARK for name in USED_INSIDE})
    project.write({FACE: DRAWING, OPEN_FACE: DRAWING.replace(MARK, "open")})
    project.write(
        {"pictures/open.png": "open", "shop.md": "# Our shop\n\n![The shop](pictures/open.png)\n"}
    )


def save(path: Path, document: dict[str, Any]) -> None:
    """Write an artifact as YAML."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), encoding="utf-8")


def marks(text: str) -> set[str]:
    """Return every word of a text that bears the mark."""
    words = re.findall(r"[-\w]+", text.lower().replace("_", " "))
    return {word for word in words if MARK in word}
