"""Library -> the files of the site; writes nothing to the disk and knows no MkDocs."""
