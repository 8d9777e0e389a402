"""Content for the benchmark: the shipped one, many times over, each with its own ids and titles."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[3]
ONCE = {"glossaries", "signposts"}
"""Folders of which a site has one."""
TITLE = re.compile(r"^(title: )(.*)$", re.MULTILINE)


def write_project(root: Path, count: int) -> None:
    """Write a project with so many artifacts; up to the number of the shipped ones, just those."""
    root.mkdir(parents=True)
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shipped = sorted((ROOT / "content").rglob("*.yml"))
    copied = [path for path in shipped if path.parent.name not in ONCE]
    copied.sort(key=lambda path: path.parent.name == "clubs")  # a club needs all of its guides
    ids = sorted((path.stem for path in copied), key=len, reverse=True)
    known = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ids))})(?![\w-])")
    left, number = count - len(shipped), 2
    while left > 0:
        for path in copied[:left]:
            text = known.sub(rf"\1-{number}", path.read_text(encoding="utf-8"))
            target = root / "content" / path.parent.name / f"{path.stem}-{number}.yml"
            target.write_text(retitle(text, number), encoding="utf-8")
        left, number = left - len(copied), number + 1
    if left < 0:
        repair_references(root, copied[left + len(copied) :], number - 1)


def retitle(text: str, number: int) -> str:
    """Return an artifact with titles of its own: then no picture or sheet is the same in two."""
    return TITLE.sub(lambda match: match[1] + add_number(match[2], number), text)


def add_number(title: str, number: int) -> str:
    """Return a title in YAML, in quotes or not, with a number behind it."""
    quote = title[-1] if title[-1] in "\"'" else ""
    return f"{title.removesuffix(quote) if quote else title} {number}{quote}"


def repair_references(root: Path, missing: list[Path], number: int) -> None:
    """Let what refers to copies that were not written refer to the shipped ones."""
    names = "|".join(re.escape(f"{path.stem}-{number}") for path in missing)
    known = re.compile(rf"(?<![\w-])({names})(?![\w-])")
    for path in (root / "content").rglob(f"*-{number}.yml"):
        text = path.read_text(encoding="utf-8")
        fixed = known.sub(lambda match: match[1].removesuffix(f"-{number}"), text)
        path.write_text(fixed, encoding="utf-8")
