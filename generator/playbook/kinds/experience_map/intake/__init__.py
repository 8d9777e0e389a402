"""Turns an outline of another tool into the YAML of a map; it must not know the tool."""
