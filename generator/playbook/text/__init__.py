"""What a string is, whatever it is for: inline Markdown, ids, scripts, addresses.

Knows no file and no YAML.
"""
