"""All artifacts together: ids, references, backlinks, subpages; knows the contract of a kind, and no kind."""
