"""All artifacts together: ids, references, backlinks, subpages.

Knows the contract of a kind, and no kind.
"""
