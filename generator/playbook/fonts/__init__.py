"""The fonts of all that is printed, and which characters they have; never the machine's."""
