"""What a public site must not show: takes it out of the library, and finds what still leads there."""
