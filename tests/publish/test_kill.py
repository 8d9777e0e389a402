import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from built import files
from large import MAP
from projects import ROOT, leave_out_handouts, make_project, run_forked, run_playbook

KILL_AT = str(ROOT / "tests" / "kill_at.py")
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
    killed: list[Build]


def run(what: str, builds: list[Build]) -> None:
    done = run_forked(KILL_AT, what, *(build.job for build in builds), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    codes = [int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("ended")]
    for build, code in zip(builds, codes, strict=True):
        build.exit_code, build.site = code, files(build.root / "site")
        build.changes = build.root.with_name(f"{build.root.name}.log").read_text().splitlines()


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> Kills:
    home = tmp_path_factory.mktemp("kill")
    project = make_project(home / "start", content=False)
    leave_out_handouts(project)

    def copy(name: str) -> Path:
        return Path(shutil.copytree(project.root, home / name))

    project.write(
        {
            "a-map.yml": MAP.format(title="The old map"),
            "old-only.yml": MAP.format(title="Gone soon"),
        }
    )
    assert run_playbook("build", cwd=project.root).returncode == 0
    (project.content / "old-only.yml").unlink()
    project.write(
        {
            "a-map.yml": MAP.format(title="The new map"),
            "new-only.yml": MAP.format(title="Just come"),
        }
    )
    whole = Build(copy("whole"))
    run("build", [whole])

    [exchange] = whole.numbers_of("ctypes.dlsym", "'rename")
    killed = [Build(copy(f"killed-{at}"), at) for at in (exchange // 2, exchange + 1)]
    run("build", killed)
    for build in killed:
        assert run_playbook("build", cwd=build.root).returncode == 0
        build.mended = files(build.root / "site")
    return Kills(files(project.root / "site"), whole.site, killed)


def test_the_old_and_the_new_site_differ(kills: Kills) -> None:
    assert "maps/old-only/index.html" in kills.old
    assert "maps/new-only/index.html" in kills.new
    assert {path for path in kills.old if kills.old[path] != kills.new.get(path)} > {
        "maps/a-map/index.html"
    }


def test_a_killed_build_leaves_one_whole_site(kills: Kills) -> None:
    writing, swapped = kills.killed
    assert (writing.exit_code, swapped.exit_code) == (SIGKILLED, SIGKILLED)
    assert not writing.numbers_of("ctypes.dlsym", "'rename")
    assert swapped.numbers_of("ctypes.dlsym", "'rename")
    assert writing.site == kills.old
    assert swapped.site == kills.new


def test_the_build_after_a_killed_one_works_and_tidies_up(kills: Kills) -> None:
    for build in kills.killed:
        assert build.mended == kills.new, f"killed after {build.changes[-1:]}"
        assert list(build.root.glob(".site*")) == []


OLD, NEW = {"old-page": b"old"}, {"page": b"new"}


def make_old_site(root: Path) -> Path:
    (root / "site").mkdir(parents=True)
    (root / "site" / "old-page").write_bytes(OLD["old-page"])
    return root


def test_a_swap_may_be_killed_before_each_of_its_changes(tmp_path: Path) -> None:
    """Where folders can't be exchanged, none may be there for a while: the next run mends that."""
    whole = Build(make_old_site(tmp_path / "whole"))
    steps = Build(make_old_site(tmp_path / "steps"), in_steps=True)
    run("swap", [whole, steps])
    assert (whole.exit_code, whole.site) == (steps.exit_code, steps.site) == (0, NEW)
    swapping, in_steps = (
        [
            Build(make_old_site(build.root.with_name(f"{build.root.name}-{at}")), at, way)
            for at in range(1, len(build.changes) + 1)
        ]
        for build, way in ((whole, False), (steps, True))
    )
    run("swap", swapping + in_steps)
    assert {build.exit_code for build in swapping + in_steps} == {SIGKILLED}
    [exchange] = whole.numbers_of("ctypes.dlsym", "'rename")
    assert [build.site for build in swapping] == [OLD] * exchange + [NEW] * (
        len(swapping) - exchange
    )
    first, second = steps.numbers_of("os.rename", "/.site-")
    assert [build.site for build in in_steps] == (
        [OLD] * first + [{}] * (second - first) + [NEW] * (len(in_steps) - second)
    )
    mending = [Build(build.root, in_steps=build.in_steps) for build in swapping + in_steps]
    run("swap", mending)
    for build, mended in zip(swapping + in_steps, mending, strict=True):
        assert mended.exit_code == 0
        assert mended.site == NEW, f"killed after {build.changes[-1:]}"
        assert list(build.root.glob(".site*")) == []
