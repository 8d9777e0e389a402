"""One thing after another that goes wrong with a project's files, by intent or not."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from fuzz.pools import BODY, FRONT, LONG, NAMES, ODD, SETTINGS, SIGNS, WORDS
from fuzz.prose import Prose
from fuzz.seeds import Files
from fuzz.slips import edited
from hostile import BITS
from playbook.kinds import KINDS


class Mutator:
    """Does one thing to a project's files, in place."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.ways: tuple[tuple[int, Callable[[Files], None]], ...] = (
            (22, self.slip),
            (10, self.put_sign),
            (16, self.put_prose),
            (12, self.restructure),
            (6, self.swap_between),
            (6, self.damage_bytes),
            (5, self.rename),
            (3, self.put_odd),
            (5, self.blow_up),
            (6, self.edit_page),
            (6, self.edit_settings),
            (3, self.recode),
        )

    def __call__(self, files: Files) -> None:
        """Do something, chosen by its weight."""
        ways = [way for _, way in self.ways]
        self.draw.choices(ways, [weight for weight, _ in self.ways])[0](files)

    def plain(self, files: Files, start: str = "content/", ending: str = "") -> str | None:
        """Return the name of a plain file, or None where there is none."""
        found = [
            name for name, raw in files.items() if isinstance(raw, bytes) and name.startswith(start)
        ]
        found = sorted(name for name in found if name.endswith(ending))
        return self.draw.choice(found) if found else None

    def change(
        self, files: Files, edit: Callable[[str], str], start: str = "content/", ending: str = ""
    ) -> None:
        """Change the text of one file."""
        name = self.plain(files, start, ending)
        if name is not None:
            raw = files[name]
            assert isinstance(raw, bytes)
            files[name] = edit(raw.decode("utf-8", "surrogateescape")).encode(
                "utf-8", "surrogatepass"
            )

    def slip(self, files: Files) -> None:
        """Edit lines as people do."""
        end = self.draw.choice(("\n", "\n", "\n", "\r\n", "\r"))
        self.change(files, lambda text: end.join(edited(text.split("\n"), self.draw)))

    def put_sign(self, files: Files) -> None:
        """Put something that YAML or Markdown acts on where it may stand."""
        self.change(files, lambda text: self.put(text, self.draw.choice((*SIGNS, *BITS))))

    def put(self, text: str, more: str) -> str:
        """Put something into a text: anywhere, at the start of a value, or before a word."""
        spots = {
            "anywhere": range(len(text) + 1),
            "value": [at + 2 for at in range(len(text)) if text.startswith((": ", "- "), at)],
            "word": [at + 1 for at in range(len(text)) if text[at] == " "],
        }[self.draw.choice(("anywhere", "value", "word"))]
        spot = self.draw.choice(spots) if len(spots) else 0
        return text[:spot] + more + text[spot:]

    def put_prose(self, files: Files) -> None:
        """Put words of other scripts, marked up or not, into a text or in its place."""
        prose = Prose(self.draw)

        def edit(text: str) -> str:
            lines = text.split("\n")
            at = self.draw.randrange(len(lines))
            key, colon, value = lines[at].partition(": ")
            words = self.draw.choice(
                (prose.text(), self.draw.choice(WORDS), self.draw.choice(LONG))
            ).replace("\n", " ")
            quote = self.draw.choice(("", "'", '"', "'"))
            words = {
                "": words,
                "'": words.replace("'", "''"),
                '"': words.replace("\\", "\\\\").replace('"', '\\"'),
            }[quote]
            if colon and value and value[0] not in "|>{[&*":
                lines[at] = f"{key}: {quote}{words}{quote}"
            else:
                lines[at] += f" {words}"
            return "\n".join(lines)

        self.change(files, edit, ending=".yml")

    def restructure(self, files: Files) -> None:
        """Change what a document holds.

        Lose, double, swap, nest or replace values, and write it anew.
        """

        def edit(text: str) -> str:
            try:
                data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes text of everything
            except (yaml.YAMLError, ValueError):
                return text
            for _ in range(self.draw.randint(1, 3)):
                self.turn(data)
            style = {
                "default_flow_style": self.draw.choice((None, True, False)),
                "width": self.draw.choice((30, 9999)),
            }
            try:
                written: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, **style)
            except RecursionError:
                return text
            return written

        self.change(files, edit, ending=".yml")

    def turn(self, data: Any) -> None:
        """Do one thing to some dictionary or list below."""
        homes = list(homes_in(data))
        if not homes:
            return
        home, other = self.draw.choice(homes), self.draw.choice(homes)
        key = self.draw.choice(list(home) if isinstance(home, dict) else range(len(home)))
        way = self.draw.choice(
            ("lose", "empty", "nest", "list", "copy", "word", "key", "number", "many")
        )
        if way == "lose":
            del home[key]
        elif way == "copy":
            source = self.draw.choice(list(other.values()) if isinstance(other, dict) else other)
            home[key] = deepcopy(source)
        elif way == "key" and isinstance(home, dict):
            keys = [name for kind in KINDS for name in kind.model.model_fields]
            home[self.draw.choice(keys)] = home.pop(key)
        elif way == "many" and isinstance(home, list):
            home.extend(home[key] for _ in range(self.draw.choice((1, 20, 120))))
        else:
            value = home[key]
            home[key] = {"empty": "", "nest": {"title": value}, "list": [value], "number": "7"}.get(
                way, Prose(self.draw).text()
            )

    def swap_between(self, files: Files) -> None:
        """Take a line, or all, from another file."""
        other = self.plain(files, "")
        raw = files[other] if other else b""
        lines = (
            (raw if isinstance(raw, bytes) else b"").decode("utf-8", "surrogateescape").split("\n")
        )
        count = self.draw.choice((1, 1, 3, 1000))
        start = self.draw.randrange(len(lines))
        self.change(files, lambda text: self.put_lines(text, lines[start : start + count]))

    def put_lines(self, text: str, more: list[str]) -> str:
        """Put lines between the lines of a text, or in their place."""
        lines = text.split("\n")
        at = self.draw.randrange(len(lines))
        return "\n".join([*lines[:at], *more, *lines[at + self.draw.randint(0, 1) :]])

    def damage_bytes(self, files: Files) -> None:
        """Change, lose or add some bytes."""
        name = self.plain(files)
        if name is None:
            return
        raw = bytearray(files[name])  # type: ignore[arg-type] # it is plain
        for _ in range(self.draw.choice((1, 1, 4, 20))):
            at = self.draw.randrange(len(raw) + 1)
            way = self.draw.random()
            if way < 0.4:
                raw[at:at] = self.draw.randbytes(self.draw.choice((1, 1, 3)))
            elif way < 0.7:
                del raw[at : at + self.draw.choice((1, 1, 10, 200))]
            elif at < len(raw):
                raw[at] = self.draw.randrange(256)
        files[name] = bytes(raw)

    def rename(self, files: Files) -> None:
        """Give a file, or a copy of it, an odd name."""
        name = self.plain(files)
        if name is None:
            return
        folder, _, base = name.rpartition("/")
        stem = base.rpartition(".")[0] or base
        new = self.draw.choice(NAMES)
        new = f"{folder}/{new.replace('{}', stem)}"
        files[new] = files[name] if self.draw.random() < 0.5 else files.pop(name)

    def put_odd(self, files: Files) -> None:
        """Put something that is no plain file among the others."""
        where = self.draw.choice(("content", "content", "content/deep", "site_config"))
        ending = self.draw.choice(
            ("loop.yml", "odd.md", "odd", "odd.txt", ".hidden", "odd.svg", "index.md", "site.yml")
        )
        name = f"{where}/{ending}"
        files[name] = self.draw.choice(ODD)

    def blow_up(self, files: Files) -> None:
        """Make something as large as a file may be, or larger."""
        many = self.draw.choice((1_000, 9_000, 60_000, 200_000, 900_000, 1_200_000))

        def edit(text: str) -> str:
            way = self.draw.random()
            if way < 0.4:
                piece = self.draw.choice(
                    (
                        *SIGNS,
                        *WORDS,
                        *BITS,
                        "a",
                        " ",
                        "\n",
                        "a ",
                        "A b. ",
                        "[[a",
                        "- a\n",
                        "a: {",
                        "# x\n",
                    )
                )
                more = piece * min(
                    many // max(len(piece.encode("utf-8", "surrogatepass")), 1), many
                )
                return self.put(text, more)
            lines = text.split("\n")
            at = self.draw.randrange(len(lines))
            block = lines[at : at + self.draw.choice((1, 1, 5, 30))]
            size = len("\n".join(block).encode("utf-8", "surrogatepass")) + 1
            return "\n".join([*lines[:at], *(block * (many // size)), *lines[at:]])

        self.change(files, edit)

    def edit_page(self, files: Files) -> None:
        """Write something into a page written by hand, or into its front matter."""
        files.setdefault("content/notes.md", b"---\ntitle: Notes\n---\n\n# Notes\n\nSome words.\n")
        if self.draw.random() < 0.5:
            line = self.draw.choice(FRONT)
            self.change(files, lambda text: text.replace("\n", f"\n{line}\n", 1), ending=".md")
        else:
            words = self.draw.choice((*BODY, Prose(self.draw).text()))
            self.change(files, lambda text: f"{text}\n{words}\n", ending=".md")

    def edit_settings(self, files: Files) -> None:
        """Change what a site owner sets."""
        if self.draw.random() < 0.5:
            key, value = (
                self.draw.choice(SETTINGS),
                self.draw.choice((*SIGNS, *FRONT, Prose(self.draw).text())),
            )
            self.change(files, lambda text: f"{text}\n{key}: {value}\n", "site_config/")
        elif self.draw.random() < 0.2:
            self.change(
                files, lambda text: "\n".join(edited(text.split("\n"), self.draw)), "mkdocs.yml"
            )
        else:
            self.change(
                files, lambda text: "\n".join(edited(text.split("\n"), self.draw)), "site_config/"
            )

    def recode(self, files: Files) -> None:
        """Write a file in another encoding, or with other line ends."""
        coding = self.draw.choice(
            ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1252")
        )
        name = self.plain(files)
        if name is not None:
            raw = files[name]
            assert isinstance(raw, bytes)
            files[name] = raw.decode("utf-8", "replace").encode(coding, "replace")


def homes_in(data: Any) -> Iterator[Any]:
    """Yield each dictionary and list that holds something."""
    ahead = [data]
    while ahead:
        home = ahead.pop()
        if isinstance(home, dict | list) and home:
            yield home
            ahead += home.values() if isinstance(home, dict) else home
