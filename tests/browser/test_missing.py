import os
import re
from pathlib import Path

from projects import ROOT, run_forked

HOW = (
    "the browser tests were left out: install Chromium (on Debian and Ubuntu: "
    "apt-get install chromium) to have them"
)


def run_without_a_browser(path: Path, **env: str) -> tuple[int, str]:
    """Return the exit code of one of our tests, and what was said."""
    clean = {name: value for name, value in os.environ.items() if name != "CI"} | {
        "PATH": str(path),
        **env,
    }
    done = run_forked(
        "pytest", "-p", "no:cacheprovider", "tests/browser/test_search.py", cwd=ROOT, env=clean
    )
    return done.returncode, done.stdout


def test_without_a_browser_the_last_lines_say_what_was_left_out(tmp_path: Path) -> None:
    code, words = run_without_a_browser(tmp_path)
    assert code == 0
    assert words.splitlines()[-2] == HOW
    assert re.search(r"= \d+ skipped in", words.splitlines()[-1])


def test_where_ci_is_set_a_missing_browser_is_a_failure(tmp_path: Path) -> None:
    code, words = run_without_a_browser(tmp_path, CI="true")
    assert code == 1
    assert HOW in words
