"""Keeps the pages of a build for the next one, and makes by all processors those that changed."""
