"""One batch in the caller's transaction: staged, merged, what it replaces taken back, its reprints found."""
