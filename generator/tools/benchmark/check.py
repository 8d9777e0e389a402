"""How fast `playbook check` is.

On the playbooks in seconds. Beside check-jsonschema on maps of about 8 kB, made here, in processor
time, the best of three: that gets our exported schema, and sees shape only; `playbook check` reads
YAML with places, fits shapes, follows references and applies every rule. Composing the YAML with
libyaml is the floor.
"""

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import BIN, PLAYBOOK, Figure, edit, find_edited, run

COMPOSE = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        yaml.compose(file, Loader=yaml.CSafeLoader)
"""
NODE = """\
  - id: moment-{n}
    title: Compares teacher {n} with the one before
    doing: Keeps five of them open and reads each one twice before going to bed
    thinking: Which of them has patience with someone like me?
    feeling: torn
    mood: -1
    evidence:
      - Interview {n}, Tom, guitar
      - Interview {n}, Ana, cello
    next:
      - moment-{next}
      - {{to: moment-1, as: loop, because: "now with limit {n} in mind"}}
"""
MAP = """\
kind: experience-map
title: Finding lesson {file}
summary: A map made for the benchmark, as long as a long one that people write.
scope: From deciding to learn to sitting in the first lesson
drawn_by: designer
nodes:
"""


def write_maps(root: Path, count: int) -> list[str]:
    """Write a project with so many maps; return their paths."""
    content = root / "content"
    content.mkdir(parents=True)
    nodes = (
        "".join(NODE.format(n=n, next=n + 1) for n in range(1, 20))
        + "  - {id: moment-20, title: Sits in the lesson}\n"
    )
    for file in range(count):
        (content / f"map-{file}.yml").write_text(MAP.format(file=file) + nodes, encoding="utf-8")
    return sorted(map(str, content.iterdir()))


COLD = {41: 0.6, 1000: 4.0}
EDITED = {41: 0.2, 1000: 0.3}
TIMES = 10.0
FILES = 200


def measure_check(projects: dict[int, Path], folder: Path) -> Iterator[Figure]:
    """Yield what a check of each project takes, and of many files beside check-jsonschema."""
    for size, root in projects.items():
        shutil.rmtree(root / ".cache", ignore_errors=True)
        cold = run([PLAYBOOK, "check"], root).seconds
        yield Figure("check, nothing kept", str(size), cold, "s", COLD.get(size))
        run([PLAYBOOK, "check"], root)
        edit(find_edited(root), "something else")
        edited = run([PLAYBOOK, "check"], root).seconds
        yield Figure("check after one edit", str(size), edited, "s", EDITED.get(size))
    yield from measure_files(folder / "maps")


def measure_files(root: Path) -> Iterator[Figure]:
    """Yield the processor time of a check of many files, and what others take for them."""
    files = write_maps(root, FILES)
    schema = root / "map.json"
    shape = subprocess.run([PLAYBOOK, "schema", "experience-map"], check=True, capture_output=True)
    schema.write_bytes(shape.stdout)
    floor = seconds([sys.executable, "-c", COMPOSE, *files], root)
    yield Figure(f"libyaml composes {FILES} files", "", floor, "s")
    own = seconds([PLAYBOOK, "check"], root)
    yield Figure(f"check of {FILES} files, nothing kept", "", own, "s")
    rival = seconds([str(BIN / "check-jsonschema"), "--schemafile", str(schema), *files], root)
    yield Figure(f"check-jsonschema, the same {FILES} files", "", rival, "s")
    yield Figure("  how many times faster we are", "", rival / own, "times", TIMES, at_least=True)


def seconds(command: list[str], cwd: Path) -> float:
    """Return the processor time that a command takes, with nothing kept, the best of three."""
    taken = []
    for _ in range(3):
        shutil.rmtree(cwd / ".cache", ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)
