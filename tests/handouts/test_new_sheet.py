"""A printed sheet is added as CONTRIBUTING.md says: in four files, in this order."""

import shutil
import sys
from pathlib import Path
from subprocess import run

from handouts.paper import read
from handouts.scripts import PLAY
from projects import ROOT, Project

SHEET = '''\
"""Who was there."""

from dataclasses import dataclass
from typing import ClassVar

from playbook.handouts.rich_text import RichText, plain
from playbook.handouts.sheet import Sheet, make_head


@dataclass(frozen=True, kw_only=True)
class Attendance(Sheet):
    """A line for each participant."""

    kind: ClassVar[str] = "attendance"

    lines: int


def make_attendance(rich_text: RichText, copies: int) -> Attendance:
    """Return the sheet for so many people."""
    return Attendance(head=make_head(rich_text, plain("Who is here"), "Who is here"), lines=copies)
'''
TEMPLATE = """\
#import "frame.typ": begins, dotted, framed
#import "rich.typ": rich

#let attendance(handout, sheet) = framed(handout, sheet, {
  begins(sheet)
  heading(level: 1, rich(sheet.title))
  for n in range(sheet.lines) { block(above: 9mm, [#(n + 1) #line(length: 50%, stroke: dotted)]) }
})
"""
IMPORT = '#import "poster.typ": poster\n'
KIND = "  poster: poster,\n"
ITEMS = "    items = (make_facilitator_item(session, rich_text, handed_out), *handed_out)\n"
NEW_ITEMS = """\
    attendance = PackItem(
        sheet=make_attendance(rich_text, copies),
        path="attendance",
        title="Who is here",
        label="Who is here",
        use="attendance",
        copies=1,
        how="one for all",
    )
    items = (make_facilitator_item(session, rich_text, handed_out), *handed_out, attendance)
"""
OWN_IMPORT = "from playbook.handouts.rich_text import RichText\n"


def extend(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text()
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} in {path.name}"
        text = text.replace(old, new)
    path.write_text(text)


def test_a_sheet_is_added_in_four_files(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__", "tools")
    shutil.copytree(ROOT / "generator", copy / "generator", ignore=ignored)
    shutil.copytree(ROOT / "theme", copy / "theme")
    handouts, sheets = copy / "generator" / "playbook" / "handouts", copy / "theme" / "sheets"
    (handouts / "attendance.py").write_text(SHEET)
    (sheets / "attendance.typ").write_text(TEMPLATE)
    extend(
        sheets / "main.typ",
        (IMPORT, IMPORT + '#import "attendance.typ": attendance\n'),
        (KIND, KIND + "  attendance: attendance,\n"),
    )
    own_import = "from playbook.handouts.attendance import make_attendance\n"
    extend(handouts / "pack.py", (OWN_IMPORT, own_import + OWN_IMPORT), (ITEMS, NEW_ITEMS))
    project.write({"one.yml": PLAY.format(title="One", step="Ask")})

    command = [
        "-m",
        "playbook",
        "-C",
        str(project.root),
        "handouts",
        "--paper",
        "a4",
        "--copies",
        "5",
    ]
    environment = {"PYTHONPATH": str(copy / "generator")}
    done = run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "handouts" / "plays" / "one"
    (page,) = read((folder / "attendance.a4.pdf").read_bytes())
    assert page.text.split()[:8] == ["Who", "is", "here", "1", "2", "3", "4", "5"]
    cover, *others = read((folder / "pack.a4.pdf").read_bytes())
    assert "one for all" in cover.text
    assert "Who is here" in others[-1].text
