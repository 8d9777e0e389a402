"""Runs the command in a Python of its own, as where nothing is loaded yet."""

import os
import sys

os.execv(sys.executable, [sys.executable, "-m", "playbook", *sys.argv[1:]])  # noqa: S606 - our own command
