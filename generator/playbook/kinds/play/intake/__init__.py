"""Turns a method card into the YAML of a play; it must not know where the card is from."""
