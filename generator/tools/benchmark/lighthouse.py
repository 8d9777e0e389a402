"""Lighthouse's mobile scores of four pages, served compressed as a static host does.

And for how long each page is busy on a slow phone. 1 where a score is too low, or that too long.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from shutil import which

from browsers import BROWSERS
from host import Host

from large import large_tree
from projects import make_project, run_playbook

PAGES = {
    "home": "",
    "guide": "reading-guides/2026-03-visualize/",
    "play": "plays/ai-ready-analytics/",
    "tree of 100": "trees/hundred/",
}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_BLOCKING = 200
"""In milliseconds, with the processor slowed four times."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def scores(program: str, address: str, browser: str) -> tuple[dict[str, int], int, list[str]]:
    """Return a page's scores, its blocking time, and the audits that it did not pass in whole."""
    command = [program, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(LEAST)}")
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, check=True
    )
    report = json.loads(done.stdout)
    weighed = {
        audit["id"]
        for name in LEAST
        for audit in report["categories"][name]["auditRefs"]
        if audit["weight"]
    }
    lost = [
        f"{name} {audit['score']}"
        for name, audit in report["audits"].items()
        if name in weighed and not passes(audit)
    ]
    blocking = round(report["audits"]["total-blocking-time"]["numericValue"])
    reached = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    return reached, blocking, lost


def passes(audit: dict[str, object]) -> bool:
    """Whether an audit took nothing off a score."""
    return audit["score"] in {None, 1}


def main(program: str) -> int:
    """Build the playbook with a tree of 100 nodes beside it, measure, and print a table."""
    browser = next((location for name in reversed(BROWSERS) if (location := which(name))), "")
    low = 0
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder) / "project", content=True)
        project.write({"trees/hundred.yml": large_tree(100)})
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Host, directory=str(project.root / "site"))
        )
        address = f"http://127.0.0.1:{server.server_port}/"
        built = run_playbook("build", cwd=project.root, PLAYBOOK_SITE_URL=address)
        assert built.returncode == 0, built.stderr
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'':12}{'  '.join(LEAST)}  blocking ms")
        for name, page in PAGES.items():
            reached, blocking, lost = scores(program, address + page, browser)
            low += any(reached[category] < LEAST[category] for category in LEAST)
            low += blocking > MOST_BLOCKING
            columns = [f"{reached[category]:>{len(category)}}" for category in LEAST]
            print(f"{name:12}{'  '.join(columns)}  {blocking:>11}  {', '.join(lost)}")
        server.shutdown()
    return min(low, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
