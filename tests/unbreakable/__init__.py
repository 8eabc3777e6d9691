"""Tests that try to break the promises of the data: hostile input, crashes, loaders at once, other servers."""
