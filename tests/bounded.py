"""Run the program within hard limits of processor time and memory, and write what it used to the
file named first.

To be forked: what is loaded already counts as memory, and no longer as time.
"""

import json
import resource
import sys
from pathlib import Path

from playbook.cli import main

SECONDS = 4
BYTES = 1_500_000_000

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    try:
        main(sys.argv[2:])
    finally:
        used = resource.getrusage(resource.RUSAGE_SELF)
        said = {"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}
        Path(sys.argv[1]).write_text(json.dumps(said), encoding="utf-8")
