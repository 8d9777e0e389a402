"""The pages that a play has beside its own: its session planned, and on a screen."""

from playbook.running import pages

__all__ = ["pages"]
