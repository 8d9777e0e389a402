"""No file exhausts the machine.

Each is answered at its place, within bounds of processor time and memory.
"""

import json
import re

import pytest

from projects import ROOT, Project, run_forked

BOUNDED = str(ROOT / "tests" / "bounded.py")
SECONDS = 2
MEGABYTES = 500
DEPTH = 10_000
BELL, WAIVER = "\x07", "# playbook: allow EM104\n"
MAP = "kind: experience-map\ntitle: T\nsummary: S\nscope: From a to b\ndrawn_by: me\nnodes:\n"


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 10)}]"
        for name in "bcdefghijklmnopqrstuvwxyz"
    ]
    return "\n".join(lines)


def calls_of_calls() -> str:
    """Return a play of twelve flows, each calling the next one ninety times, with as many scenarios
    as may be."""
    step = "      - {{id: s-{0}-{1}, title: S, calls: f-{2}, next: s-{0}-{3}}}\n"
    play = "kind: play\ntitle: T\nsummary: S\npurpose: P\ntime: 5\nsteps: [{title: S}]\nflow:\n"
    for flow in range(11):
        calls = "".join(step.format(flow, number, flow + 1, number + 1) for number in range(90))
        play += (
            f"  - id: f-{flow}\n    title: F\n    steps:\n{calls}      - {{id: s-{flow}-90, "
            f"title: End}}\n"
        )
        scenarios = "".join(
            f"      - {{id: c-{flow}-{number}, title: C, ends: s-{flow}-90}}\n"
            for number in range(30)
        )
        play += f"    scenarios:\n{scenarios}"
    return (
        f"{play}  - {{id: f-11, title: F, steps: [{{id: s-11-0, title: A, next: s-11-1}}, {{id: "
        f"s-11-1, title: B}}]}}\n"
    )


FILES = {
    "alias-bomb": (bomb(), "SRC009"),
    "alias-bomb-in-a-map": (
        f"{MAP}  - {{title: &a a, evidence: &b [{'*a, ' * 150_000}]}}\n",
        "SRC009",
    ),
    "fifty-megabytes": ("title: word\n" * (50_000_000 // 12), "SRC008"),
    "deep-brackets": ("[" * DEPTH + "]" * DEPTH, "SRC007"),
    "deep-braces": ("{a: " * DEPTH + "}" * DEPTH, "SRC007"),
    "deep-lists": ("- " * DEPTH + "x", "SRC007"),
    "deep-block": ("".join(" " * depth + "a:\n" for depth in range(DEPTH)), "SRC008"),
    "deep-block-of-a-megabyte": ("".join(" " * depth + "a:\n" for depth in range(1_400)), "SRC007"),
    "many-nodes": (
        MAP + "".join(f"  - {{title: n{number}}}\n" for number in range(100_000)),
        "SRC008",
    ),
    "many-values": (MAP + "  - {title: a}\n" * 60_000, "SRC009"),
    "one-long-text": (f"{MAP}  - title: a{'[a](' * 240_000}\n", "SHP004"),
    "full-of-control-characters": (f"{MAP}  - title: {BELL * 900_000}\n", "SRC012"),
    "calls-of-calls": (calls_of_calls(), "SN002"),
    "full-of-waivers": (f"{MAP}  - title: a\n{WAIVER * 40_000}", "WV001"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_answered_within_bounds(name: str, project: Project) -> None:
    text, code = FILES[name]
    project.write({f"{name}.yml": text})
    used = project.root / "used.json"
    done = run_forked(BOUNDED, str(used), "check", cwd=project.root)
    assert done.returncode == 1, done.stderr
    said = json.loads(used.read_text(encoding="utf-8"))
    assert re.search(rf"^content/{name}\.yml:\d+:\d+: {code} ", done.stdout, re.MULTILINE)
    assert said["seconds"] <= SECONDS
    assert said["megabytes"] <= MEGABYTES
