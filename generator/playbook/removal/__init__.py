"""Takes an artifact out of a project's files, and all that refers to it out of the others."""
