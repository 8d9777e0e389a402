"""Tells what changed between two states of the content, by meaning and not by line.

Knows neither where the states come from nor how a change is shown.
"""
