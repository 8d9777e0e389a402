"""Reads two states of a project, from folders and git's objects, and brings together what changed.

Knows neither the terminal nor how a change is shown.
"""
