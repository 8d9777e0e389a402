"""Turns a folder of YAML about product discovery into a site that teams read and print."""

__version__ = "0.1.0"
