"""YAML text with the place of every value, and what can be wrong with it as YAML.

Knows no model and no kind.
"""
