import os
import re
import subprocess
import sys
from pathlib import Path

from projects import ROOT

HOW = (
    "the browser tests were left out: install Chromium (on Debian and Ubuntu: "
    "apt-get install chromium) to have them"
)


def run_without_a_browser(path: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "tests/browser/test_search.py",
    ]
    clean = {name: value for name, value in os.environ.items() if name != "CI"} | {
        "PATH": str(path),
        **env,
    }
    return subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)


def test_without_a_browser_the_last_lines_say_what_was_left_out(tmp_path: Path) -> None:
    done = run_without_a_browser(tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-2] == HOW
    assert re.search(r"= \d+ skipped in", done.stdout.splitlines()[-1])


def test_where_ci_is_set_a_missing_browser_is_a_failure(tmp_path: Path) -> None:
    done = run_without_a_browser(tmp_path, CI="true")
    assert done.returncode == 1
    assert HOW in done.stdout
