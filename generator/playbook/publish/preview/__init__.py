"""Our own preview: a server whose site is read anew after an edit, a page at a time.

The one that MkDocs runs is another, see `mkdocs_preview.py`.
"""
