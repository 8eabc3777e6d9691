"""People: which words name one, and which names are one person's."""
