"""What every model is built from: parts, texts of a fixed form, references.

Knows no kind and no library.
"""
