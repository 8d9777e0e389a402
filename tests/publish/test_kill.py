import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from built import files
from large import MAP
from projects import ROOT, make_project

KILL_AT = str(ROOT / "tests" / "kill_at.py")
POINTS = 12
SIGKILLED = -9


@dataclass
class Build:
    """A build in a copy of a small project that has an old site, killed before its n-th change.

    With 0 it isn't.
    """

    root: Path
    at: int = 0
    in_steps: bool = False
    exit_code: int = 0
    changes: list[str] = field(default_factory=list)
    site: dict[str, bytes] = field(default_factory=dict)
    mended: dict[str, bytes] = field(default_factory=dict)

    @property
    def job(self) -> str:
        """What kill_at.py calls it."""
        return f"{self.root}:{self.at}{':steps' if self.in_steps else ''}"

    def numbers_of(self, event: str, word: str) -> list[int]:
        """Return the numbers of these changes."""
        lines = enumerate(self.changes, start=1)
        return [number for number, line in lines if line.startswith(event) and word in line]


@dataclass(frozen=True)
class Kills:
    """The site before, the site after, and every build that was killed in between."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    swapping: list[Build]
    in_steps: list[Build]


def run(warm: Path, builds: list[Build]) -> None:
    command = [
        sys.executable,
        "-B",
        "-W",
        "error",
        KILL_AT,
        str(warm),
        *(build.job for build in builds),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    codes = [int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("ended")]
    for build, code in zip(builds, codes, strict=True):
        build.exit_code, build.site = code, files(build.root / "site")
        build.changes = build.root.with_name(f"{build.root.name}.log").read_text().splitlines()


def spread(swap: int, last: int) -> list[int]:
    around = {*range(swap - 2, swap + 4), (swap + last) // 2, last - 1, last}
    before = POINTS - len(around)
    return sorted(around | {1 + (swap - 3) * step // before for step in range(before)})


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> Kills:
    home = tmp_path_factory.mktemp("kill")
    project = make_project(home / "start", content=False)

    def copy(name: str) -> Path:
        return Path(shutil.copytree(project.root, home / name))

    project.write(
        {
            "a-map.yml": MAP.format(title="The old map"),
            "old-only.yml": MAP.format(title="Gone soon"),
        }
    )
    run(project.root, [])
    (project.content / "old-only.yml").unlink()
    project.write(
        {
            "a-map.yml": MAP.format(title="The new map"),
            "new-only.yml": MAP.format(title="Just come"),
        }
    )
    whole, steps = Build(copy("whole")), Build(copy("steps"), in_steps=True)
    run(copy("warm"), [whole, steps])
    assert whole.site == steps.site

    [exchange] = whole.numbers_of("ctypes.dlsym", "'rename")
    points = spread(exchange, len(whole.changes))
    swapping = [Build(copy(f"swap-{at}"), at) for at in points]
    first, second = steps.numbers_of("os.rename", "/.site-")
    in_steps = [Build(copy(f"steps-{at}"), at, in_steps=True) for at in (first, second, second + 1)]
    run(copy("warm-again"), swapping + in_steps)
    mending = [Build(build.root, in_steps=build.in_steps) for build in swapping + in_steps]
    run(copy("warm-at-last"), mending)
    for build, mended in zip(swapping + in_steps, mending, strict=True):
        assert mended.exit_code == 0
        build.mended = mended.site
    return Kills(files(project.root / "site"), whole.site, swapping, in_steps)


def test_the_old_and_the_new_site_differ(kills: Kills) -> None:
    assert "maps/old-only/index.html" in kills.old
    assert "maps/new-only/index.html" in kills.new
    assert {path for path in kills.old if kills.old[path] != kills.new.get(path)} > {
        "maps/a-map/index.html"
    }


@pytest.mark.parametrize("which", range(POINTS))
def test_a_killed_build_leaves_one_whole_site(kills: Kills, which: int) -> None:
    build = kills.swapping[which]
    swapped = bool(build.numbers_of("ctypes.dlsym", "'rename"))
    assert build.exit_code == SIGKILLED
    assert build.site == (kills.new if swapped else kills.old), f"killed after {build.changes[-1:]}"


def test_builds_were_killed_on_both_sides_of_the_swap(kills: Kills) -> None:
    assert {build.site == kills.new for build in kills.swapping} == {True, False}


def test_where_folders_cannot_be_exchanged_a_build_may_die_between_two_renames(
    kills: Kills,
) -> None:
    assert [build.exit_code for build in kills.in_steps] == [SIGKILLED] * 3
    assert [build.site for build in kills.in_steps] == [kills.old, {}, kills.new]


def test_the_build_after_a_killed_one_works_and_tidies_up(kills: Kills) -> None:
    for build in [*kills.swapping, *kills.in_steps]:
        assert build.mended == kills.new, f"killed after {build.changes[-1:]}"
        assert list(build.root.glob(".site*")) == []
