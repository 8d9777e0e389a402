"""Writes a page of all that changed between two states, which opens from a folder.

Knows neither git nor the terminal, and says nothing of a change that `report` doesn't.
"""
