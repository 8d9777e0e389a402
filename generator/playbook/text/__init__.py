"""What a string is, whatever it is for: inline Markdown, ids, scripts, addresses; knows no file and no YAML."""
