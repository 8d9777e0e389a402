"""The fonts of everything that is printed, and which characters they have; never those of the machine."""
