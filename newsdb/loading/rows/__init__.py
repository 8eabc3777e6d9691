"""The rows of one file, before anybody knows which of them are new."""
