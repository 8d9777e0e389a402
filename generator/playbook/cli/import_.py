"""`playbook import`."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import require_files
from playbook.cli.import_report import WIDEST, report_people, show_taken
from playbook.cli.method_titles import find_methods, list_named
from playbook.exchange.days import ORDERS
from playbook.exchange.draft import Draft
from playbook.exchange.outline import Fact, Finding, Outline
from playbook.system.terminal import escape_controls, format_path
from playbook.text.english import counted
from playbook.text.slug import compose, make_slug

if TYPE_CHECKING:
    from playbook.config.place import Place
    from playbook.library.kind import Kind

KINDS = ("opportunity-tree", "experience-map", "play", "club")
PLAY, CLUB = KINDS[2:]


@dataclass(frozen=True)
class Import:
    """One artifact to write, and the file that it comes from."""

    source: Path
    kind: str
    id: str
    draft: Draft
    named: tuple[Fact, ...] = ()
    """What names other methods by their titles."""

    @property
    def path(self) -> str:
        """Where it goes, below the content."""
        return f"{find_kind(self.kind).folder}/{self.id}.yml"


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--as", "kind", type=click.Choice(KINDS), help="What to make of it; guessed, if left out."
)
@click.option(
    "--id", "name", metavar="NAME", type=compose, help="The id; made from the title, if left out."
)
@click.option("--book", metavar="ID", type=compose, help="For a club: its book, if several.")
@click.option(
    "--dates", "order", type=click.Choice(ORDERS), help="For a club: how to read 3/9/2026."
)
@click.option("--zone", metavar="PLACE", help="For a club: the time zone of its sessions.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.pass_obj
def import_(  # noqa: PLR0913 - click passes one argument for each option
    root: Path,
    files: tuple[Path, ...],
    kind: str | None,
    name: str | None,
    *,
    book: str | None,
    order: str | None,
    zone: str | None,
    dry_run: bool,
) -> None:
    """Write trees, maps, plays and clubs from FILEs of other tools.

    It reads nested Markdown lists, headings and tables, Mermaid (flowchart, mindmap, journey),
    OPML, CSV with a parent, a path or a column for each level, JSON Canvas, indented text, and
    method cards with front matter and numbered steps. A sheet of weeks and chapters becomes a
    club, with a guide for each week.

    It shows what it took each line for, and loses no text: what has no place in our YAML stands as
    a comment where it was, with the number of its line. Where something has to be decided first,
    it asks, writes nothing and exits with 1.
    """
    from playbook.library.loader import explain_id_fault  # noqa: PLC0415

    place = require_files(root)
    if name and (fault := explain_id_fault(name)):
        raise click.UsageError(fault)
    imports: list[Import] = []
    questions = 0
    for file in files:
        taken = {imported.id for imported in imports}
        own, findings = read_imports(root, file, (kind, name, book, order, zone), taken)
        imports += own
        for imported in own if not dry_run else ():
            if imported.draft.taken:
                show_taken(file, imported.kind, imported.id, imported.draft.taken)
        for finding in findings:
            click.echo(f"{format_path(file)}:{finding.line}: {describe(finding)}", err=True)
        questions += sum(finding.is_question for finding in findings)
    refuse_taken(place, imports)
    show_methods(root, imports)
    if questions:
        click.echo(
            f"Wrote nothing: {counted(questions, 'question')} above to answer first", err=True
        )
        sys.exit(1)
    if dry_run:
        for imported in imports:
            click.echo(f"# {imported.path}\n{imported.draft.text}", nl=False)
        report_people(find_texts(imports))
        return
    from playbook.cli.new import write_files  # noqa: PLC0415

    write_files(
        root,
        {imported.path: imported.draft.text for imported in imports},
        "replace what says 'Replace me', ",
    )
    report_people(find_texts(imports, place.content))


def show_methods(root: Path, imports: list[Import]) -> None:
    """Show which plays the titles in cards stand for."""
    plays = [imported for imported in imports if imported.kind == PLAY]
    own = {imported.draft.title: imported.id for imported in plays}
    for imported in plays:
        for finding in find_methods(root, imported.named, own):
            at = f"{format_path(imported.source)}:{finding.line}"
            click.echo(f"{at}: {describe(finding)}", err=True)


def find_texts(
    imports: list[Import], content: Path | None = None
) -> Iterator[tuple[str, str, bool]]:
    """Yield each path with its text, as it was written, and whether it tells of customers."""
    for imported in imports:
        path, text = imported.path, imported.draft.text
        if content:
            path, text = format_path(content / path), (content / path).read_text(encoding="utf-8")
        yield path, text, find_kind(imported.kind).model.tells_of_customers


def read_imports(
    root: Path, file: Path, asked: tuple[str | None, ...], taken: set[str]
) -> tuple[list[Import], list[Finding]]:
    """Return what one file becomes, and all that was noticed, in the order of its lines."""
    from playbook.exchange.decoding import MOST_BYTES  # noqa: PLC0415
    from playbook.exchange.own import read_own  # noqa: PLC0415
    from playbook.exchange.readers import read_file  # noqa: PLC0415
    from playbook.exchange.yaml_lines import name_uniquely  # noqa: PLC0415
    from playbook.library.restoring import restore_draft  # noqa: PLC0415

    kind, name, book, order, zone = asked
    data = read_source(file, MOST_BYTES)
    reading = read_file(file.name, data)
    findings, imports = list(reading.findings), []
    for outline in reading.outlines:
        chosen = kind or guess_kind(outline)
        if chosen == CLUB:
            from playbook.cli.club_sheet import draft_club  # noqa: PLC0415

            own = name_uniquely(name or make_slug(file.stem), taken)
            drafts = draft_club(root, outline, own, book, (order or "", zone or ""))
            imports += [Import(file, *one) for one in drafts]
            findings += drafts[0][2].findings
            continue
        ours = None if kind else read_own(outline)
        restored = restore_draft(find_kind(ours.kind), ours.outline, file.stem) if ours else None
        if ours and restored:
            chosen, draft, base = ours.kind, restored, name or make_slug(file.stem)
        else:
            draft = find_drafter(chosen)(outline, file.stem)
            base = name or make_slug(draft.title if len(draft.title) < WIDEST else file.stem)
        findings += draft.findings
        named = tuple(list_named(outline)) if chosen == PLAY else ()
        imports.append(Import(file, chosen, name_uniquely(base, taken), draft, named))
    return imports, sorted(findings, key=lambda finding: finding.line)


def read_source(file: Path, most: int) -> bytes:
    """Return a file's bytes; one that can't be read, or is too large, is a usage error."""
    if not file.is_file():
        lack = "is a folder: name the files in it" if file.is_dir() else "is not there"
        raise click.UsageError(f"'{file}' {lack}")
    size = file.stat().st_size
    if size > most:
        raise click.UsageError(
            f"'{file}' has {size:,} bytes, and an import takes {most:,} at most: import a part"
        )
    return file.read_bytes()


def guess_kind(outline: Outline) -> str:
    """Return what an outline most likely is.

    Journeys and service blueprints are maps, and so is what leads back to where it came from,
    unless it names the levels of a tree: that is asked about.
    """
    from playbook.exchange.branches import has_loop  # noqa: PLC0415
    from playbook.kinds.opportunity_tree.intake.levels import read_level  # noqa: PLC0415

    named = {fact.value for item in outline.items[:1] for fact in item.facts if fact.key == "kind"}
    if own := next((kind for kind in KINDS if kind in named), ""):
        return own
    if outline.form == "card":
        return PLAY
    if outline.form == "sheet":
        return CLUB
    is_story = outline.form in {"journey", "blueprint"} or (
        outline.form in {"flowchart", "canvas"}
        and has_loop(outline)
        and not any(map(read_level, outline.items))
    )
    return KINDS[1] if is_story else KINDS[0]


def find_kind(name: str) -> "Kind":
    """Return a kind by its name."""
    from playbook.kinds import KINDS as ALL  # noqa: PLC0415 - `playbook --help` loads no kinds

    return next(kind for kind in ALL if kind.name == name)


def find_drafter(kind: str) -> Callable[[Outline, str], Draft]:
    """Return what drafts an artifact of a kind."""
    from playbook.kinds.experience_map.intake.map_draft import draft_map  # noqa: PLC0415
    from playbook.kinds.opportunity_tree.intake.tree_draft import draft_tree  # noqa: PLC0415
    from playbook.kinds.play.intake.play_draft import draft_play  # noqa: PLC0415

    return dict(zip(KINDS, (draft_tree, draft_map, draft_play), strict=False))[kind]


def refuse_taken(place: "Place", imports: list[Import]) -> None:
    """Refuse an id that something has already."""
    from playbook.content.inventory import take_inventory  # noqa: PLC0415
    from playbook.source.document import derive_id  # noqa: PLC0415

    known = {derive_id(path): path for path in take_inventory(place.content).artifacts}
    for imported in imports:
        if imported.id in known:
            path = os.path.relpath(known[imported.id])
            raise click.UsageError(
                f"'{imported.id}' is already the id of {path}: choose another with --id NAME"
            )


def describe(finding: Finding) -> str:
    """Return what a finding says, as the terminal may show it."""
    return escape_controls(finding.message)
