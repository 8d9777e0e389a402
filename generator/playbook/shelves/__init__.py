"""Shelves: collections of artifacts that packages ship, and that a site shows beside its own.

Knows files and settings, and no artifact.
"""
