"""What a public site must not show.

Takes it out of the library, and finds what still leads there.
"""
