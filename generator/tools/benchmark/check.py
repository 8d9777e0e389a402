"""How fast is `playbook check`? Run `make benchmark`.

It prints one table, measured in one run, side by side. The files are maps of about 8 kB, made here.
check-jsonschema gets the same files with our exported schema, and sees shape only; `playbook check`
reads YAML with places, fits shapes, follows references and applies every rule. Composing the YAML
with libyaml is the floor. Times are seconds of processor time, user and system, of the whole
process, the best of three.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
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


def seconds(command: list[str], cwd: Path) -> float:
    """Return the processor time that a command takes, the best of three."""
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main() -> None:
    """Measure and print."""
    playbook, rival = str(BIN / "playbook"), BIN / "check-jsonschema"
    with tempfile.TemporaryDirectory() as folder:
        one, some, many = (Path(folder) / name for name in ("one", "some", "many"))
        write_maps(one, 1)
        files, all_files = write_maps(some, 200), write_maps(many, 2_000)
        size = Path(files[0]).stat().st_size
        schema = Path(folder) / "map.json"
        schema.write_bytes(
            subprocess.run(
                [playbook, "schema", "experience-map"], check=True, capture_output=True
            ).stdout
        )
        rows = [
            ("playbook --help", seconds([playbook, "--help"], one)),
            ("playbook check, 1 file", seconds([playbook, "check"], one)),
            ("libyaml composes 200 files", seconds([sys.executable, "-c", COMPOSE, *files], some)),
            ("playbook check, 200 files", seconds([playbook, "check"], some)),
            (
                "libyaml composes 2,000 files",
                seconds([sys.executable, "-c", COMPOSE, *all_files], many),
            ),
            ("playbook check, 2,000 files", seconds([playbook, "check"], many)),
        ]
        if rival.exists():
            command = [str(rival), "--schemafile", str(schema), *files]
            rows.append(("check-jsonschema, 200 files", seconds(command, some)))
    print(f"Files of {size:,} bytes; seconds of processor time\n")
    for name, taken in rows:
        print(f"{name:<32}{taken:>8.2f}")
    if not rival.exists():
        print("\ncheck-jsonschema is not here: 'make benchmark' installs it beside")


if __name__ == "__main__":
    main()
