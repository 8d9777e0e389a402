"""Turns an outline of another tool into the YAML of a tree; it must not know the tool."""
