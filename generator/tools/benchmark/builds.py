"""How long builds take, in how much memory, and how large the site is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from measure import BIN, MB, PLAYBOOK, Figure, edit, find_edited, run

COLD = {41: 10.0}
EDITED = {41: 2.0}
MEMORY = {41: 250.0, 1000: 500.0}
SIZE = {41: 20.0, 1000: 250.0}
OF_MATERIAL = {"cold": 0.6, "edited": 0.12}
SMALL, MIDDLE, LARGE = 41, 250, 1000
GROWTH = 4.4


def measure_builds(projects: dict[int, Path]) -> Iterator[Figure]:
    """Yield what builds of each project take, beside Material alone on the same pages."""
    cold_seconds: dict[int, float] = {}
    for size, root in projects.items():
        label = str(size)
        for folder in ("site", ".cache"):
            shutil.rmtree(root / folder, ignore_errors=True)
        cold = run([PLAYBOOK, "build"], root)
        cold_seconds[size] = cold.seconds
        yield Figure("build, nothing kept", label, cold.seconds, "s", COLD.get(size))
        yield Figure("  its memory", label, cold.memory, "MB", MEMORY.get(size))
        kept = run([PLAYBOOK, "build"], root)
        yield Figure("build, everything kept", label, kept.seconds, "s")
        edit(find_edited(root), "otherwise")
        edited = run([PLAYBOOK, "build"], root)
        yield Figure("build after one edit", label, edited.seconds, "s", EDITED.get(size))
        yield Figure("  its memory", label, edited.memory, "MB", MEMORY.get(size))
        yield from measure_size(root / "site", size)
        alone = measure_material(root)
        yield Figure("Material alone, the same pages", label, alone, "s")
        if size == LARGE:
            for name, seconds in (("cold", cold.seconds), ("edited", edited.seconds)):
                title = f"  {name} build, of Material's time"
                yield Figure(title, label, seconds / alone, "times", OF_MATERIAL[name])
    if MIDDLE in cold_seconds and LARGE in cold_seconds:
        growth = cold_seconds[LARGE] / cold_seconds[MIDDLE]
        yield Figure("growth from 250 to 1,000 artifacts", "", growth, "times", GROWTH)


def measure_size(site: Path, size: int) -> Iterator[Figure]:
    """Yield how large a site is, and how much of it are sheets."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    sheets = [bytes_of for path, bytes_of in sizes.items() if path.suffix == ".pdf"]
    yield Figure("size of the site", str(size), sum(sizes.values()) / MB, "MB", SIZE.get(size))
    yield Figure(f"  of it sheets, {len(sheets):,} files", str(size), sum(sheets) / MB, "MB")


def measure_material(root: Path) -> float:
    """Return the seconds that Material takes for the pages that we export."""
    export = root.parent / f"{root.name}-export"
    shutil.rmtree(export, ignore_errors=True)
    run([PLAYBOOK, "export", str(export)], root)
    return run([str(BIN / "mkdocs"), "build", "--quiet"], export).seconds
