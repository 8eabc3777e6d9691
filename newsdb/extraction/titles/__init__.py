"""Titles as printed: where one begins, how far it goes, since when it is held; whose it is, roles says."""
