"""Puts a site on the disk, through MkDocs or as plain files, whole or not at all."""
