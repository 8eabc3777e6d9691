"""Organisations: which words name one, how far its name goes, which names are one body's."""
