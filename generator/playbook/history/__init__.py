"""Tells how artifacts grew: from git, from versions kept in the content, from dates in the YAML.

Knows no kind, and nothing of how a page shows it.
"""
