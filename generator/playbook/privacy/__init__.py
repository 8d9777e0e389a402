"""What leads from a text to the person who told us: ways to reach them, accounts, names."""
