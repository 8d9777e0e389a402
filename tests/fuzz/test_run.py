"""`make fuzz` itself runs: no other test would notice that it doesn't."""

import re
from pathlib import Path

from projects import ROOT, run_forked


def test_a_few_inputs_are_put_through_the_command(tmp_path: Path) -> None:
    few = ("--inputs", "5", "--sites", "1", "--sheets", "1", "--jobs", "1")
    done = run_forked(
        str(ROOT / "tests" / "fuzz" / "run.py"), *few, "--out", str(tmp_path), cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")
    counts = re.search(r"5 inputs, (\d+) clean, 1 sites, 1 sets of sheets", done.stdout)
    assert counts
    assert int(counts[1]) > 0
