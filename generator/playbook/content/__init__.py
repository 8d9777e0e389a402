"""The content folder as it lies on the disk: which files are read, which are pages by hand.

Knows no artifact.
"""
