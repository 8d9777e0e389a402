"""Runs `playbook` as on a machine with one processor: `on_one_processor.py build`."""

import os
import sys

from playbook.cli import main

if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    main(sys.argv[1:])
