"""The browsers of this machine that tests and measurements run in."""

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What their commands are called, the quickest first."""
