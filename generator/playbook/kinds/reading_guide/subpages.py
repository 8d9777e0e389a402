"""The pages that a guide has beside its own: its session planned, and on a screen."""

from playbook.kinds.session_pages import make_subpages

__all__ = ["make_subpages"]
