"""Run a command within hard limits of processor time and memory, and write what it used to the file
named first."""

import json
import resource
import subprocess
import sys
from pathlib import Path

SECONDS = 4
BYTES = 1_500_000_000

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    code = subprocess.run(sys.argv[2:], check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = {
        "code": code,
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
    }
    Path(sys.argv[1]).write_text(json.dumps(said), encoding="utf-8")
