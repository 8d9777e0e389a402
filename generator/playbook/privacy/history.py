"""What git remembers of a person, and how it forgets."""

PREFIX = "IS10"
GIT_REMEMBERS = (
    "git remembers what was committed: if this was, write each name, "
    "address and number on a line of words.txt, "
    "run 'git filter-repo --replace-text words.txt' (for a file's name, --path-rename OLD:NEW), "
    "push with --force, and ask your host to delete its copies"
)


def is_private(code: str) -> bool:
    """Whether a problem of this code is a person who can be found."""
    return code.startswith(PREFIX)
