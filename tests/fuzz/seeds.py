"""What the mutations begin with.

The shipped content, each kind's examples, the fixtures and random artifacts.
"""

import re
from pathlib import Path
from random import Random

import yaml

from fuzz.artifacts import Author
from fuzz.filling import filled, write
from fuzz.pools import Odd
from fuzz.prose import Prose
from playbook.kinds import KINDS
from projects import ROOT, SECOND

TESTS = ROOT / "tests"
Files = dict[str, "bytes | Odd"]
"""A project's files by their paths."""
PAGE = """---
title: By hand
description: A page that somebody wrote
tags: [one, two]
---

# By hand

Some *words*, and [a link](index.md).

- a list
"""
MARK = "zq{}qz"
MARKS = re.compile(r"zq\d+qz")


def below(folder: Path, ending: str = "") -> Files:
    """Return the files below a folder as files below content/."""
    found = [path for path in sorted(folder.rglob(f"*{ending}")) if path.is_file()]
    return {f"content/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def settings() -> Files:
    """Return what a site owner sets."""
    paths = [ROOT / "mkdocs.yml", *sorted((ROOT / "site_config").iterdir())]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


def without_bad(files: Files) -> Files:
    """Return a rule's cases less those that break it."""
    return {name: raw for name, raw in files.items() if not name.startswith("content/bad")}


def case(path: Path) -> Files:
    """Return a kind's case with what it refers to."""
    return {f"content/{path.name}": path.read_bytes(), **below(path.with_suffix(""), ".yml")}


class Seeds:
    """Every project to begin with."""

    def __init__(self) -> None:
        self.settings = settings()
        self.whole = below(ROOT / "content")
        rules = [folder for folder in sorted((TESTS / "rules").iterdir()) if folder.is_dir()]
        fixtures = TESTS / "fixtures"
        sound = below(fixtures / "sound")
        self.small = [case(path) for path in sorted((TESTS / "kinds").glob("*/*.yml"))]
        self.small += [without_bad(below(folder, ".yml")) for folder in rules]
        self.small += [
            sound,
            below(fixtures / "walks" / "content"),
            below(fixtures / "flows" / "whole"),
        ] * 3
        self.faulty = [below(folder, ".yml") for folder in rules]
        self.faulty += [
            {**sound, f"content/{path.name}": path.read_bytes()}
            for path in sorted(fixtures.glob("broken/*.yml"))
        ]
        self.faulty += [
            {f"content/{kind.name}.yml": kind.file("example.yml").read_bytes()} for kind in KINDS
        ]
        self.large = [self.whole, {**self.whole, **below(SECOND)}]

    def choose(self, draw: Random) -> Files:
        """Return the files of one project: mostly a small one."""
        kind = draw.random()
        if kind < 0.03:
            files = draw.choice(self.large)
        elif kind < 0.25:
            files = random_project(draw)
        elif kind < 0.4:
            files = draw.choice(self.faulty)
        else:
            files = draw.choice(self.small)
        files = {**self.settings, **files}
        if draw.random() < 0.3:
            files["content/by-hand.md"] = PAGE.encode()
        return files


def random_project(draw: Random) -> Files:
    """Return artifacts of every kind that the check accepts, most of the time."""
    author = Author(draw, draw.choice((0, 0, 1)))
    documents = author.documents()
    prose = Prose(
        draw, [name for ids in author.ids.values() for name in ids], tame=draw.random() < 0.6
    )
    return {
        f"content/{name}.yml": write(filled(document, prose, author.pieces, draw), draw).encode()
        for name, document in documents.items()
    }


def mark(files: Files, draw: Random) -> None:
    """Put words of their own into some texts of the artifacts, and into pages written by hand."""
    names = sorted(
        name for name in files if name.startswith("content/") and name.endswith((".yml", ".md"))
    )
    number = 0
    for name in draw.sample(names, min(len(names), 4)):
        raw = files[name]
        if isinstance(raw, Odd):
            continue
        text = raw.decode("utf-8", "replace")
        spots = places(text) if name.endswith(".yml") else [text.find("words")]
        for spot in sorted(draw.sample(spots, min(len(spots), 4)), reverse=True):
            number += 1
            text = f"{text[:spot]}{MARK.format(number)} {text[spot:]}" if spot >= 0 else text
        files[name] = text.encode()


def places(text: str) -> list[int]:
    """Return where a word may be put into the texts of a document.

    Before a word that is not their first.
    """
    try:
        tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return []
    found, before = [], None
    size = [0]
    for line in text.split("\n"):
        size.append(size[-1] + len(line) + 1)
    for token in tokens:
        if isinstance(token, yaml.ScalarToken) and not isinstance(before, yaml.KeyToken):
            start = size[token.start_mark.line] + token.start_mark.column
            end = size[token.end_mark.line] + token.end_mark.column
            spaces = [
                start + each.end()
                for each in re.finditer(r"(?<=[A-Za-z,.]) (?=[A-Za-z])", text[start:end])
            ]
            found += [
                spot
                for spot in spaces
                if text.rfind("](", start, spot) <= text.rfind(")", start, spot)
            ][:1]
        before = token
    return found
