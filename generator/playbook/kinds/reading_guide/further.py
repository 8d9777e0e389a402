"""The pages that a guide has beside its own: its session planned, and on a screen."""

from playbook.running import pages

__all__ = ["pages"]
