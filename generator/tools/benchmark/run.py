"""Is playbook as fast as it is meant to be, at any size? Run `make benchmark`.

It makes its own content of 41, 250 and 1,000 artifacts, builds Material alone on the same pages
beside it, and prints what was measured, what is to be reached, and if it is. Named parts or sizes
are measured alone: `make benchmark BENCHMARK="check build 41"`. The targets are for two quiet
cores.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builds import LARGE, MIDDLE, SMALL, measure_builds
from check import measure_check
from growth import measure_growth
from measure import Figure
from screen import measure_preview, measure_search

from content import write_project
from handouts import measure_sheets

PARTS = ("check", "build", "preview", "search", "sheets", "growth")
SIZES = (SMALL, MIDDLE, LARGE)


def measure(parts: list[str], projects: dict[int, Path], folder: Path) -> Iterator[Figure]:
    """Yield the figures of each part."""
    ends = {size: root for size, root in projects.items() if size != MIDDLE}
    if "check" in parts:
        yield from measure_check(ends, folder)
    if "build" in parts:
        yield from measure_builds(projects)
    if "preview" in parts:
        yield from measure_preview(ends)
    if "search" in parts:
        yield from measure_search(ends)
    if "sheets" in parts:
        yield from measure_sheets(projects[min(projects)], folder)
    if "growth" in parts:
        yield from measure_growth(folder / "growth")


def main(names: list[str]) -> None:
    """Measure what was named, or everything, and print each figure as soon as it is there."""
    known = (*PARTS, *map(str, SIZES))
    if unknown := [name for name in names if name not in known]:
        raise SystemExit(f"there is no {unknown[0]!r} to measure: there are {', '.join(known)}")
    parts = [part for part in PARTS if part in names] or list(PARTS)
    sizes = [size for size in SIZES if str(size) in names] or list(SIZES)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'':46}{'files':>6}{'measured':>14}{'target':>16}  reached", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        projects = {size: folder / str(size) for size in sizes}
        for size, root in projects.items():
            write_project(root, size)
        for figure in measure(parts, projects, folder):
            print(figure.row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
